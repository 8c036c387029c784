import AWSModel
import Testing

@testable import Posture

@Suite("The list of prices")
struct PriceListTests {
    @Test(
        "transfer costs what the source's region asks (8.2)",
        arguments: [
            ("us-east-1", "us-east-2", "$0.01"), ("us-east-2", "us-east-1", "$0.01"),
            ("us-east-1", "us-west-2", "$0.02"),
            ("eu-west-1", "ap-southeast-2", "$0.02"), ("ap-southeast-2", "us-east-1", "$0.098"),
            ("sa-east-1", "us-east-1", "$0.138"),
        ] as [(Region, Region, String)])
    func transfer(from source: Region, to target: Region, words: String) {
        #expect(PriceList.dated.transfer(from: source, to: target)?.words == words)
    }

    @Test("no price is guessed", arguments: ["il-central-1", "eu-south-2", "mars-north-1"] as [Region])
    func unlisted(region: Region) {
        #expect(PriceList.dated.transfer(from: region, to: "us-east-1") == nil)
        #expect(PriceList.dated.price(.storage("STANDARD"), in: region) == nil)
        #expect(PriceList.dated.price(.backup("S3", isCold: false), in: region) == nil)
    }

    @Test("S3 has no cold tier of backups (8.3)")
    func noCold() { #expect(PriceList.dated.price(.backup("S3", isCold: true), in: "us-east-1") == nil) }

    @Test("each price has its day and who says so")
    func dated() throws {
        let price = try #require(PriceList.dated.price(.storage("STANDARD"), in: "us-east-1"))
        #expect(price.date.iso == "2026-04-01")
        #expect(!price.source.isEmpty)
    }

    @Test("what an operator knows better goes before the list, for its own pair alone")
    func overridden() {
        let price = Price(nanodollars: 5_000_000, date: CivilDate(year: 2026, month: 10, day: 1), source: "contract")
        let list = PriceList.dated.overridden(by: [
            PriceList.Line(.transfer(to: "us-west-2"), in: ["us-east-1"], price),
            PriceList.Line(.storage("STANDARD"), in: ["il-central-1"], price),
        ])
        #expect(list.transfer(from: "us-east-1", to: "us-west-2") == price)
        #expect(list.transfer(from: "us-east-1", to: "eu-west-1")?.words == "$0.02")
        #expect(list.price(.storage("STANDARD"), in: "il-central-1") == price)
    }
}
