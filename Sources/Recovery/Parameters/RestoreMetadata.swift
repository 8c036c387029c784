import AWSModel
import Foundation

/// A restore's metadata, which AWS writes with either case of the first letter (2.16).
struct RestoreMetadata {
    private(set) var values: [String: String]
    /// The names that were answered, in small letters.
    private var answered: Set<String> = []

    init(_ values: [String: String]) { self.values = values }

    subscript(_ name: String) -> String? { spelling(name).flatMap { values[$0] } }

    /// Empty removes it; a name that is there keeps its spelling.
    mutating func set(_ name: String, _ value: String) {
        let key = spelling(name) ?? name
        values[key] = value.isEmpty ? nil : value
        answered.insert(name.lowercased())
    }

    /// Drops what nobody was asked for and belongs to a region alone: there it names something that another region
    /// does not have, or has under the same name and means otherwise.
    ///
    /// - Returns: What was dropped, by its name.
    mutating func drop(whatBelongsTo home: Region?, not region: Region) -> [(name: String, value: String)] {
        let foreign = values.sorted { $0.key < $1.key }.filter { name, value in
            let isAnswered = answered.contains(name.lowercased())
            return !isAnswered && RegionalParameter(name, value, of: home)?.means(in: region) == false
        }
        for (name, _) in foreign { values[name] = nil }
        return foreign.map { (name: $0.key, value: $0.value) }
    }

    /// The bucket or the file system that is restored into and was there before; nil where one is made.
    var existing: String? {
        if self["NewBucket"] == "false" { return self["DestinationBucketName"] }
        return self["newFileSystem"] == "false" ? self["file-system-id"] : nil
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
