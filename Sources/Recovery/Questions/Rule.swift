import AWSModel
package import Foundation

/// What a text has to be.
package indirect enum Rule: Hashable, Sendable, Codable {
    case any
    /// A bucket's name: 3 to 63 of a-z, 0-9, dot and hyphen.
    case bucketName
    /// A database's identifier: 1 to 63 letters, digits and hyphens, a letter first, no two hyphens in a row.
    case databaseIdentifier
    /// A table's name: 3 to 255 letters, digits, dots, hyphens and underscores.
    case tableName
    /// An ARN of this service: `kms`, `iam`.
    case arn(service: String)
    /// An identifier that begins so: `fs-`.
    case prefixed(String)
    case integer(ClosedRange<Int>)
    /// A moment, ISO 8601 in UTC, within these.
    case moment(from: Date?, to: Date?)
    /// Words of these.
    case oneOf([String])
    /// Parts with commas between, at most so many.
    case list(atMost: Int, Rule)
    /// Empty, or by the rule.
    case optional(Rule)

    /// Why a text is not taken; nil when it is.
    package func fault(of text: String) -> String? {
        if text.utf8.count > 4096 { return "it is longer than 4096 bytes" }
        if text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
            return "it holds a control character"
        }
        switch self {
        case .optional(let rule): return text.isEmpty ? nil : rule.fault(of: text)
        case .list(let most, let rule):
            let parts = Self.parts(text)
            if parts.count > most { return "there are \(parts.count), at most \(most) are taken" }
            if parts.isEmpty { return "it is empty" }
            return parts.lazy.compactMap { part in rule.fault(of: part).map { "\(part): \($0)" } }.first
        case .any: return text.isEmpty ? "it is empty" : nil
        case .bucketName:
            let isPlain = text.utf8.allSatisfy { Self.isLower($0) || Self.isDigit($0) || $0 == 45 || $0 == 46 }
            let ends = [text.utf8.first, text.utf8.last].compactMap { $0 }.allSatisfy { $0 != 45 && $0 != 46 }
            return (3...63).contains(text.utf8.count) && isPlain && ends && !text.contains("..")
                ? nil : "a bucket's name has 3 to 63 lower-case letters, digits, dots and hyphens"
        case .databaseIdentifier:
            let isPlain = text.utf8.allSatisfy { Self.isLetter($0) || Self.isDigit($0) || $0 == 45 }
            return (1...63).contains(text.utf8.count) && isPlain && text.utf8.first.map(Self.isLetter) == true
                && !text.hasSuffix("-") && !text.contains("--")
                ? nil : "an identifier has 1 to 63 letters, digits and single hyphens, and begins with a letter"
        case .tableName:
            let isPlain = text.utf8.allSatisfy { Self.isLetter($0) || Self.isDigit($0) || [45, 46, 95].contains($0) }
            return (3...255).contains(text.utf8.count) && isPlain
                ? nil : "a table's name has 3 to 255 letters, digits, dots, hyphens and underscores"
        case .arn(let service):
            guard let arn = ARN(text), arn.service == service else { return "it is no ARN of \(service)" }
            return nil
        case .prefixed(let prefix):
            return text.hasPrefix(prefix) && text.utf8.count > prefix.utf8.count ? nil : "it begins with \(prefix)"
        case .integer(let range):
            return Int(text).map(range.contains) == true
                ? nil : "it is a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .moment(let from, let to):
            guard let moment = Self.moment(text) else { return "a moment is written 2026-11-21T12:00:00Z" }
            if let from, moment < from { return "the earliest is \(from.formatted(.iso8601))" }
            if let to, moment > to { return "the latest is \(to.formatted(.iso8601))" }
            return nil
        case .oneOf(let words): return words.contains(text) ? nil : "it is one of \(words.joined(separator: ", "))"
        }
    }

    /// A moment as it is typed; nil for anything else.
    package static func moment(_ text: String) -> Date? { try? Date(text, strategy: .iso8601) }

    /// What stands between commas, without the spaces around.
    package static func parts(_ text: String) -> [String] {
        text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private static func isLower(_ byte: UInt8) -> Bool { (97...122).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }
    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
