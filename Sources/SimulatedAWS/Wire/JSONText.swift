import AWSModel
import Foundation

/// A JSON value, for the replies of the JSON protocols.
package enum JSONText: Hashable, Sendable {
    case string(String)
    case number(Double)
    case integer(Int)
    case bool(Bool)
    case array([JSONText])
    case object([String: JSONText])
    case null

    /// What Foundation has read; a boolean is told from a number by its encoding.
    init(_ parsed: Any) {
        switch parsed {
        case let value as String: self = .string(value)
        case let value as [Any]: self = .array(value.map { JSONText($0) })
        case let value as [String: Any]: self = .object(value.mapValues { JSONText($0) })
        case let value as NSNumber where ["c", "B"].contains(String(cString: value.objCType)):
            self = .bool(value.boolValue)
        case let value as NSNumber: self = Int(exactly: value).map { .integer($0) } ?? .number(value.doubleValue)
        default: self = .null
        }
    }

    var text: String? { if case .string(let value) = self { value } else { nil } }
    var integer: Int? { if case .integer(let value) = self { value } else { nil } }
    var flag: Bool? { if case .bool(let value) = self { value } else { nil } }
    /// Of an array; none of anything else.
    var elements: [JSONText] { if case .array(let values) = self { values } else { [] } }

    subscript(member: String) -> JSONText? {
        if case .object(let members) = self { members[member] } else { nil }
    }

    /// A time as the JSON protocols write it: seconds since 1970.
    static func time(_ date: Date) -> JSONText { .number(date.timeIntervalSince1970) }

    /// An object of the members that are there: nil leaves a member out.
    static func members(_ pairs: KeyValuePairs<String, JSONText?>) -> [String: JSONText] {
        var object: [String: JSONText] = [:]
        for (name, value) in pairs { object[name] = value }
        return object
    }

    /// An object's text; members are sorted by name.
    package static func bytes(_ object: [String: JSONText]) -> [UInt8] {
        var out = ""
        JSONText.object(object).write(to: &out)
        return Array(out.utf8)
    }

    private func write(to out: inout String) {
        switch self {
        case .string(let text): out += text.jsonQuoted
        case .number(let value): out += value == value.rounded() && abs(value) < 1e15 ? "\(Int(value)).0" : "\(value)"
        case .integer(let value): out += "\(value)"
        case .bool(let value): out += value ? "true" : "false"
        case .null: out += "null"
        case .array(let values):
            out += "["
            for (index, value) in values.enumerated() {
                if index > 0 { out += "," }
                value.write(to: &out)
            }
            out += "]"
        case .object(let members):
            out += "{"
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { out += "," }
                out += member.key.jsonQuoted + ":"
                member.value.write(to: &out)
            }
            out += "}"
        }
    }
}
