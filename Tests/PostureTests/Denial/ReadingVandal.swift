import Foundation

@testable import Posture

/// Every reading of an inventory, to be turned into an unread one: found in its JSON, so that none can be forgotten.
struct ReadingVandal {
    private let document: Any
    /// Where the readings stand, as keys and indices.
    let paths: [[String]]

    init(_ inventory: Inventory) throws {
        document = try JSONSerialization.jsonObject(with: JSONEncoder().encode(inventory))
        var found: [[String]] = []
        Self.find(in: document, at: [], &found)
        paths = found
    }

    private static func find(in value: Any, at path: [String], _ found: inout [[String]]) {
        if let fields = value as? [String: Any] {
            if fields["status"] is String, fields["call"] is String, fields["at"] != nil { found.append(path) }
            for (key, child) in fields.sorted(by: { $0.key < $1.key }) { find(in: child, at: path + [key], &found) }
        } else if let items = value as? [Any] {
            for (index, child) in items.enumerated() { find(in: child, at: path + ["\(index)"], &found) }
        }
    }

    /// The inventory with some readings turned into `status`.
    func inventory(breaking paths: [[String]], status: String) throws -> Inventory {
        let broken = paths.reduce(document) { document, path in
            Self.replace(document, path[...]) { reading in
                var fields = reading as? [String: Any] ?? [:]
                fields["value"] = nil
                fields["status"] = status
                fields["cause"] = "test"
                return fields
            }
        }
        return try JSONDecoder().decode(Inventory.self, from: JSONSerialization.data(withJSONObject: broken))
    }

    private static func replace(_ value: Any, _ path: ArraySlice<String>, _ edit: (Any) -> Any) -> Any {
        guard let key = path.first else { return edit(value) }
        if var fields = value as? [String: Any] {
            fields[key] = fields[key].map { replace($0, path.dropFirst(), edit) }
            return fields
        }
        if var items = value as? [Any], let index = Int(key), items.indices.contains(index) {
            items[index] = replace(items[index], path.dropFirst(), edit)
            return items
        }
        return value
    }
}
