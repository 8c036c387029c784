import AWSCore

/// Identifiers as AWS makes them, from a counter: the same calls give the same identifiers.
struct SequenceOfIDs: Sendable {
    private var count: UInt64 = 0
    private let seed: String

    init(seed: String = "lifeboat") { self.seed = seed }

    /// `0a1b2c3d-…`, the shape of a UUID.
    mutating func uuid() -> String {
        let hex = nextHex()
        var text = ""
        for (index, character) in hex.prefix(32).enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append("-") }
            text.append(index == 12 ? "4" : character)
        }
        return text
    }

    /// 32 letters and digits, as S3 names versions.
    mutating func versionID() -> String { String(nextHex().prefix(64).enumerated().map(Self.letter).prefix(32)) }

    /// 16 capital letters and digits, as S3 names requests.
    mutating func requestID() -> String { String(nextHex().prefix(16)).uppercased() }

    /// `AROA…` and its kind: a prefix and 17 capital letters and digits.
    mutating func uniqueID(_ prefix: String) -> String { prefix + String(nextHex().prefix(17)).uppercased() }

    private mutating func nextHex() -> String {
        count += 1
        return Digest.hex(Digest.sha256(Array("\(seed) \(count)".utf8)))
    }

    /// Spreads hexadecimal digits over letters, so that a version looks like one.
    private static func letter(_ index: Int, _ digit: Character) -> Character {
        let value = (digit.hexDigitValue ?? 0) + index % 4 * 16
        return letters[value % letters.count]
    }
    private static let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._")
}
