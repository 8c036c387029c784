import AWSModel
import Foundation

/// Walks through all fields of a value by reflection.
enum FieldWalk {
    struct Field: Hashable {
        /// `items[].createdAt`
        let path: String
        /// The value as text; dates are seconds since 1970.
        let text: String
        /// Nothing was put there: nil, empty, false, 0, or an enumeration's value that is not known.
        let isUnfilled: Bool
    }

    /// The paths of the fields that hold nothing.
    static func unfilled(_ value: Any) -> [String] {
        var paths: [String] = []
        for field in fields(value, "") where field.isUnfilled && !paths.contains(field.path) {
            paths.append(field.path)
        }
        return paths
    }

    static func fields(_ value: Any, _ path: String = "") -> [Field] {
        if let leaf = leaf(value) {
            return [Field(path: path, text: leaf, isUnfilled: ["", "false", "0"].contains(leaf))]
        }
        let mirror = Mirror(reflecting: value)
        let children = Array(mirror.children)
        switch mirror.displayStyle {
        case .optional:
            guard let child = children.first else { return [Field(path: path, text: "nil", isUnfilled: true)] }
            return fields(child.value, path)
        case .enum:
            return [Field(path: path, text: "\(value)", isUnfilled: children.first?.label == "other")]
        case .collection, .set:
            guard !children.isEmpty else { return [Field(path: path, text: "[]", isUnfilled: true)] }
            return children.flatMap { fields($0.value, path + "[]") }
        case .dictionary:
            guard !children.isEmpty else { return [Field(path: path, text: "[:]", isUnfilled: true)] }
            return children.flatMap { child in
                Mirror(reflecting: child.value).children.dropFirst().flatMap { fields($0.value, path + "{}") }
            }
        default:
            return children.flatMap { child in
                fields(child.value, path.isEmpty ? child.label ?? "" : path + "." + (child.label ?? ""))
            }
        }
    }

    private static func leaf(_ value: Any) -> String? {
        switch value {
        case let value as String: value
        case let value as Int: String(value)
        case let value as Int64: String(value)
        case let value as Double: String(Int(value))
        case let value as Bool: String(value)
        case let value as Date: String(Int(value.timeIntervalSince1970))
        case let value as ByteCount: String(value.bytes)
        case let value as Region: value.name
        case let value as AccountID: value.digits
        case let value as ARN: value.text
        default: nil
        }
    }
}
