import AWSModel
import Posture
import Testing

@testable import Settings

@Suite("Prices in the settings file")
struct PricesTests {
    private static func price(_ nanos: Int64, _ source: String = "the settings") -> Price {
        Price(nanodollars: nanos, date: CivilDate(year: 2026, month: 10, day: 1), source: source)
    }

    @Test("each item is read, with its region, day and source")
    func items() throws {
        let yaml = """
            prices:
              - {item: s3-storage, class: STANDARD, region: us-west-2, usd: 0.021, date: 2026-10-01, source: contract}
              - {item: s3-put, class: STANDARD_IA, region: us-west-2, usd: 0.01, date: 2026-10-01}
              - {item: backup-storage, type: EFS, cold: true, region: eu-west-1, usd: 0.011, date: 2026-10-01}
              - {item: transfer, from: us-east-1, to: us-west-2, usd: 0.015, date: 2026-10-01}
              - {item: transfer, from: il-central-1, usd: 0.1, date: 2026-10-01}
              - {item: metric, region: us-west-2, usd: 0.1, date: 2026-10-01}
            """
        #expect(
            try Settings(yaml: yaml).prices == [
                PriceList.Line(.storage("STANDARD"), in: ["us-west-2"], Self.price(21_000_000, "contract")),
                PriceList.Line(.puts("STANDARD_IA"), in: ["us-west-2"], Self.price(10_000_000)),
                PriceList.Line(.backup("EFS", isCold: true), in: ["eu-west-1"], Self.price(11_000_000)),
                PriceList.Line(.transfer(to: "us-west-2"), in: ["us-east-1"], Self.price(15_000_000)),
                PriceList.Line(.transfer(to: nil), in: ["il-central-1"], Self.price(100_000_000)),
                PriceList.Line(.metric, in: ["us-west-2"], Self.price(100_000_000)),
            ])
    }

    @Test("no list is not an empty one")
    func none() throws {
        #expect(try Settings(yaml: "theme: dark\n").prices == nil)
        #expect(try Settings(yaml: "prices:\n").prices == [])
    }

    @Test(
        "what is not understood is told with its line",
        arguments: [
            ("prices: cheap", 1, "prices must be a list"),
            ("prices:\n  - free", 2, "must hold an item"),
            ("prices:\n  - {usd: 1, date: 2026-10-01}", 2, "has no item"),
            ("prices:\n  - item: gold\n    usd: 1", 2, "\"gold\" is not an item with a price"),
            ("prices:\n  - {item: metric, region: us-east-1, date: 2026-10-01}", 2, "has no usd"),
            (
                "prices:\n  - item: metric\n    region: us-east-1\n    usd: -1\n    date: 2026-10-01", 4,
                "\"-1\" is not a price"
            ),
            (
                "prices:\n  - item: metric\n    region: us-east-1\n    usd: 1\n    date: soon", 5,
                "\"soon\" is not a day"
            ),
            (
                "prices:\n  - item: metric\n    region: moon\n    usd: 1\n    date: 2026-10-01", 3,
                "\"moon\" is not the name"
            ),
            (
                "prices:\n  - {item: metric, region: us-east-1, usd: 1, date: 2026-10-01, to: us-east-2}", 2,
                "has no \"to\""
            ),
            ("prices:\n  - {item: metric, colour: red}", 2, "a price has no \"colour\""),
            ("prices:\n  - {item: s3-storage, region: us-east-1, usd: 1, date: 2026-10-01}", 2, "has no class"),
            (
                "prices:\n  - {item: s3-storage, class: standard, region: us-east-1, usd: 1, date: 2026-10-01}", 2,
                "class \"standard\" is not known: there are STANDARD,"
            ),
            (
                "prices:\n  - {item: backup-storage, type: S4, region: us-east-1, usd: 1, date: 2026-10-01}", 2,
                "type \"S4\" is not known"
            ),
            (
                "prices:\n  - {item: backup-storage, type: S3, cold: true, region: us-east-1, usd: 1, date: 2026-10-01}",
                2, "no cold storage of S3"
            ),
            (
                "prices:\n  - {item: metric, region: us-east-1, usd: 1, date: 2026-10-01}\n"
                    + "  - {item: metric, region: us-east-1, usd: 2, date: 2026-10-01}", 3,
                "the price of metrics in us-east-1 is there twice"
            ),
            ("prices:\n  - {item: backup-storage, type: EFS, cold: icy, region: us-east-1}", 2, "true or false"),
        ] as [(String, Int, String)])
    func refused(yaml: String, line: Int, words: String) {
        let error = #expect(throws: SettingsError.self) { try Settings(yaml: yaml) }
        #expect(error?.line == line)
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }
}
