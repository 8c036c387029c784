import Foundation
import Testing

@testable import AWSCore

@Suite struct ISO8601TimestampTests {
    @Test(
        "the ways in which AWS and its tools write a time are read",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-11-20T20:00:00Z", 1_795_204_800),
            ("2026-11-20T20:00:00UTC", 1_795_204_800),
            ("2026-11-20T20:00:00+00:00", 1_795_204_800), ("2026-11-20T21:30:00+0130", 1_795_204_800),
            ("2026-11-20T15:00:00-05:00", 1_795_204_800), ("2026-11-20 20:00:00", 1_795_204_800),
            ("2026-11-20T20:00:00.500Z", 1_795_204_800.5), ("2024-02-29T12:00:00Z", 1_709_208_000),
            ("2000-03-01T00:00:00Z", 951_868_800),
        ])
    func reads(text: String, seconds: Double) {
        #expect(ISO8601Timestamp.parse(text)?.timeIntervalSince1970 == seconds)
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", "soon", "2026-11-20", "2026-13-20T20:00:00Z", "2026-11-20T24:00:00Z", "2026-11-20T20:00:00X",
            "2026-11-20T20:00:00+1", "2026-11-20T20:00:00.Z", "20261120T200000Z", "2026-1a-20T20:00:00Z",
        ])
    func refuses(text: String) { #expect(ISO8601Timestamp.parse(text) == nil) }
}
