import AWSCore
import Foundation

/// A JSON value as AWS Backup's wire has it; times are seconds since 1970.
package enum BackupJSON: Hashable, Sendable {
    case null
    case flag(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([BackupJSON])
    case object([String: BackupJSON])

    /// An object of the members that are there: nil leaves a member out.
    static func members(_ pairs: KeyValuePairs<String, BackupJSON?>) -> BackupJSON {
        var object: [String: BackupJSON] = [:]
        for (name, value) in pairs { object[name] = value }
        return .object(object)
    }

    static func text(_ value: String?) -> BackupJSON? { value.map { .text($0) } }
    static func integer(_ value: Int?) -> BackupJSON? { value.map { .integer($0) } }
    static func flag(_ value: Bool?) -> BackupJSON? { value.map { .flag($0) } }
    static func time(_ value: Date?) -> BackupJSON? { value.map { .number($0.timeIntervalSince1970) } }
    static func texts(_ values: [String]) -> BackupJSON { .list(values.map { .text($0) }) }
    static func map(_ values: [String: String]) -> BackupJSON { .object(values.mapValues { .text($0) }) }
    static func flags(_ values: [String: Bool]) -> BackupJSON { .object(values.mapValues { .flag($0) }) }
}

extension BackupJSON {
    subscript(member: String) -> BackupJSON? {
        guard case .object(let members) = self, let value = members[member], value != .null else { return nil }
        return value
    }

    var asText: String? { if case .text(let value) = self { value } else { nil } }
    var asInteger: Int? {
        switch self {
        case .integer(let value): value
        case .number(let value): Int(exactly: value)
        default: nil
        }
    }
    var asFlag: Bool? { if case .flag(let value) = self { value } else { nil } }
    var asList: [BackupJSON]? { if case .list(let values) = self { values } else { nil } }
    var asTexts: [String]? { asList?.compactMap(\.asText) }
    var asMap: [String: String]? {
        if case .object(let members) = self { members.compactMapValues(\.asText) } else { nil }
    }
    var asFlags: [String: Bool]? {
        if case .object(let members) = self { members.compactMapValues(\.asFlag) } else { nil }
    }
}

extension BackupJSON: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .flag(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([BackupJSON].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: BackupJSON].self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let values): try container.encode(values)
        case .object(let members): try container.encode(members)
        }
    }
}

extension BackupJSON {
    /// The value of a whole body; nil when it is not JSON. An empty body is an empty object.
    static func parse(_ body: [UInt8]) -> BackupJSON? {
        body.isEmpty ? .object([:]) : try? JSONDecoder().decode(BackupJSON.self, from: Data(body))
    }

    /// The same value as JSON text with its members in alphabetical order.
    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { [UInt8]($0) } ?? Array("{}".utf8)
    }

    /// What AWS's documents read from this value; nil when a required member is missing or of another kind.
    func read<Value: Decodable>(_ type: Value.Type) -> Value? { try? JSONReply.decode(type, from: bytes) }

    /// A document of AWS as a value.
    static func document(_ value: some Encodable) -> BackupJSON {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .secondsSince1970
        return (try? encoder.encode(value)).flatMap { parse([UInt8]($0)) } ?? .object([:])
    }
}
