import AWSModel
import Foundation
import Testing

@Suite("Moments as AWS writes them")
struct WireDateTests {
    @Test(
        "ISO 8601 with and without fractions and offsets",
        arguments: [
            ("2026-01-02T03:04:05Z", 1_767_323_045), ("2026-01-02T03:04:05.000Z", 1_767_323_045),
            ("2026-01-02T03:04:05.5Z", 1_767_323_045.5), ("2026-01-02T03:04:05.123456789Z", 1_767_323_045.123456789),
            ("2026-01-02T04:04:05+01:00", 1_767_323_045), ("2026-01-01T21:34:05-0530", 1_767_323_045),
            ("2026-01-02t03:04:05z", 1_767_323_045), ("1970-01-01T00:00:00Z", 0),
            ("1969-12-31T23:59:59Z", -1), ("2024-02-29T12:00:00Z", 1_709_208_000),
            ("2000-02-29T00:00:00Z", 951_782_400), ("2016-12-31T23:59:60Z", 1_483_228_799),
        ])
    func iso8601(text: String, seconds: Double) throws {
        let date = try #require(WireDate.iso8601(text))
        #expect(abs(date.timeIntervalSince1970 - seconds) < 1e-6)
    }

    @Test(
        "what is no moment is nil",
        arguments: [
            "", "2026", "2026-01-02", "2026-01-02T03:04:05", "2026-01-02 03:04:05Z", "2026-13-02T03:04:05Z",
            "2026-00-02T03:04:05Z", "2026-01-00T03:04:05Z", "2026-02-29T03:04:05Z", "2100-02-29T03:04:05Z",
            "2026-04-31T03:04:05Z", "2026-01-02T24:04:05Z", "2026-01-02T03:60:05Z", "2026-01-02T03:04:61Z",
            "2026-01-02T03:04:05.Z", "2026-01-02T03:04:05Zx", "2026-01-02T03:04:05+1:00", "+026-01-02T03:04:05Z",
            "2026-01-02T03:04:05+24:00", "２026-01-02T03:04:05Z",
        ])
    func notISO8601(text: String) {
        #expect(WireDate.iso8601(text) == nil)
    }

    @Test(
        "the dates of HTTP headers",
        arguments: [
            ("Fri, 02 Jan 2026 03:04:05 GMT", 1_767_323_045), ("Thu, 29 Feb 2024 12:00:00 GMT", 1_709_208_000),
            ("Thu, 01 Jan 1970 00:00:00 UTC", 0), ("Wed, 31 Dec 2025 23:59:59 GMT", 1_767_225_599),
        ] as [(String, Double)])
    func http(text: String, seconds: Double) {
        #expect(WireDate.http(text) == Date(timeIntervalSince1970: seconds))
    }

    @Test(
        "what is no date of an HTTP header is nil",
        arguments: [
            "", "Fri, 02 Jan 2026 03:04:05", "Fri, 2 Jan 2026 03:04:05 GMT", "Xyz, 02 Jan 2026 03:04:05 GMT",
            "Fri, 02 Foo 2026 03:04:05 GMT", "Fri, 30 Feb 2026 03:04:05 GMT", "2026-01-02T03:04:05Z",
            "Fri, 02 Jan 2026 03:04:05 CET", "Fri, 02 Jan 2026 03:04:05 GMT ",
        ])
    func notHTTP(text: String) {
        #expect(WireDate.http(text) == nil)
    }

    @Test("every day of four centuries is read back as it was written")
    func roundTrip() {
        for day in stride(from: -73_000, through: 73_000, by: 1) {
            let date = Date(timeIntervalSince1970: Double(day * 86_400 + abs(day) % 86_400))
            guard WireDate.iso8601(WireDate.iso8601(date)) == date else {
                Issue.record("\(WireDate.iso8601(date))")
                return
            }
        }
    }

    @Test("months and days go with Foundation's calendar")
    func calendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for day in stride(from: -20_000, through: 60_000, by: 97) {
            let date = Date(timeIntervalSince1970: Double(day * 86_400))
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            let text = "\(parts.year ?? 0)-\(two(parts.month))-\(two(parts.day))T00:00:00Z"
            #expect(WireDate.iso8601(date) == text)
        }
    }

    @Test("fractions of a second are dropped downwards, before 1970 too")
    func wholeSeconds() {
        #expect(WireDate.iso8601(Date(timeIntervalSince1970: 1.9)) == "1970-01-01T00:00:01Z")
        #expect(WireDate.iso8601(Date(timeIntervalSince1970: -0.1)) == "1969-12-31T23:59:59Z")
    }

    private func two(_ value: Int?) -> String {
        let value = value ?? 0
        return value < 10 ? "0\(value)" : "\(value)"
    }
}
