import Testing

@testable import Posture

@Suite("Money")
struct MoneyTests {
    private static let day = CivilDate(year: 2026, month: 4, day: 1)
    private func price(_ usd: String) throws -> Price {
        Price(nanodollars: try #require(Price.nanodollars(usd)), date: Self.day, source: "a test")
    }

    @Test(
        "a quantity at a price is exact to the micro-dollar",
        arguments: [
            // 1 GET at $0.0004 a thousand is 0.4 micro-dollars, 2 are 0.8.
            (1, "0.0004", 1_000, 0), (2, "0.0004", 1_000, 1), (1_000_000, "0.0004", 1_000, 400_000),
            (1 << 30, "0.023", 1 << 30, 23_000), (3 << 29, "0.023", 1 << 30, 34_500),
            (1 << 40, "0.00099", 1 << 30, 1_013_760), (0, "0.05", 1 << 30, 0), (-5, "0.05", 1, 0),
        ] as [(Int64, String, Int64, Int64)])
    func exact(quantity: Int64, usd: String, per: Int64, micros: Int64) throws {
        #expect(Money(quantity, at: try price(usd), per: per).microdollars == micros)
    }

    @Test("ten thousand tenths of a cent are ten dollars, not a little less")
    func noDrift() throws {
        let tenth = Money(1, at: try price("0.001"), per: 1)
        #expect((0..<10_000).reduce(Money.zero) { sum, _ in sum + tenth }.dollars == "10.00")
    }

    @Test("what is more than can be counted stays the most there is")
    func overflow() throws {
        let most = Money(.max, at: try price("999999"), per: 1)
        #expect(most == Money(microdollars: .max))
        #expect(most + most == most)
    }

    @Test(
        "decimals of dollars",
        arguments: [
            ("0.023", 23_000_000), ("5", 5_000_000_000), ("0.00099", 990_000), ("0.000000001", 1),
            ("999999.999999999", 999_999_999_999_999),
        ] as [(String, Int64)])
    func decimals(text: String, nanos: Int64) { #expect(Price.nanodollars(text) == nanos) }

    @Test(
        "what is no price", arguments: ["", ".", "1.", ".5", "-1", "1e3", "0.0000000001", "1000000", "1,5", "$1", "٣"])
    func refused(text: String) { #expect(Price.nanodollars(text) == nil) }

    @Test(
        "words",
        arguments: [
            (0, "$0.00"), (1, "under $0.01"), (4_999, "under $0.01"), (5_000, "$0.01"), (12_344_999, "$12.34"),
            (12_345_000, "$12.35"), (1_000_000_000, "$1000.00"),
        ] as [(Int64, String)])
    func words(micros: Int64, text: String) { #expect(Money(microdollars: micros).words == text) }

    @Test("a price is told with the digits it has, cents at least")
    func priceWords() throws {
        #expect(
            try ["0.023", "0.00099", "5", "0.30"].map { try price($0).words } == [
                "$0.023", "$0.00099", "$5.00", "$0.30",
            ])
    }
}
