import AWSModel
import Foundation

/// A restore's metadata, which AWS writes with either case of the first letter (2.16).
struct RestoreMetadata {
    private(set) var values: [String: String]

    init(_ values: [String: String]) { self.values = values }

    subscript(_ name: String) -> String? { spelling(name).flatMap { values[$0] } }

    /// Empty removes it; a name that is there keeps its spelling.
    mutating func set(_ name: String, _ value: String) {
        let key = spelling(name) ?? name
        values[key] = value.isEmpty ? nil : value
    }

    private func spelling(_ name: String) -> String? {
        values.keys.sorted().first { $0.lowercased() == name.lowercased() }
    }

    /// `["a","b"]`, as lists stand in metadata; empty for none.
    static func list(_ parts: [String]) -> String {
        guard !parts.isEmpty else { return "" }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return (try? encoder.encode(parts)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// "a, b" of a list as it stands in metadata, or of plain text.
    static func plain(_ text: String?) -> String? {
        guard let text else { return nil }
        guard let parts = try? JSONDecoder().decode([String].self, from: Data(text.utf8)) else { return text }
        return parts.joined(separator: ",")
    }
}
