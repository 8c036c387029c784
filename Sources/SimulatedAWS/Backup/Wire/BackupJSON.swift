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

extension BackupJSON {
    /// The value of a whole body; nil when it is not JSON. An empty body is an empty object.
    static func parse(_ body: [UInt8]) -> BackupJSON? {
        if body.isEmpty { return .object([:]) }
        return (try? JSONSerialization.jsonObject(with: Data(body), options: .fragmentsAllowed)).map(BackupJSON.init)
    }

    /// What Foundation has read; a boolean is told from a number by its encoding.
    private init(_ parsed: Any) {
        switch parsed {
        case let value as String: self = .text(value)
        case let value as [Any]: self = .list(value.map(BackupJSON.init))
        case let value as [String: Any]: self = .object(value.mapValues(BackupJSON.init))
        case let value as NSNumber where ["c", "B"].contains(String(cString: value.objCType)):
            self = .flag(value.boolValue)
        case let value as NSNumber: self = Int(exactly: value).map { .integer($0) } ?? .number(value.doubleValue)
        default: self = .null
        }
    }

    /// The same value as JSON text with its members in alphabetical order.
    var bytes: [UInt8] {
        var text: [UInt8] = []
        write(to: &text)
        return text
    }

    private func write(to text: inout [UInt8]) {
        switch self {
        case .null: text += "null".utf8
        case .flag(let value): text += (value ? "true" : "false").utf8
        case .integer(let value): text += String(value).utf8
        case .number(let value): text += (value.isFinite ? String(value) : "null").utf8
        case .text(let value): Self.write(value, to: &text)
        case .list(let values):
            text.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { text.append(UInt8(ascii: ",")) }
                value.write(to: &text)
            }
            text.append(UInt8(ascii: "]"))
        case .object(let members):
            text.append(UInt8(ascii: "{"))
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { text.append(UInt8(ascii: ",")) }
                Self.write(member.key, to: &text)
                text.append(UInt8(ascii: ":"))
                member.value.write(to: &text)
            }
            text.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ string: String, to text: inout [UInt8]) {
        text.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
            case 0..<16: text += "\\u000\(String(byte, radix: 16))".utf8
            case 16..<32: text += "\\u00\(String(byte, radix: 16))".utf8
            default: text.append(byte)
            }
        }
        text.append(UInt8(ascii: "\""))
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
