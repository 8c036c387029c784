package import AWSModel

extension ReplicationRule {
    /// The prefix that objects must have; empty is none. A filter and a legacy prefix together count as both (1.2).
    package var selectedPrefix: String {
        if let prefix = filter?.prefix, !prefix.isEmpty { return prefix }
        return legacyPrefix ?? ""
    }
    var selectedTags: [Tag] { filter?.tags ?? [] }

    /// Whether it selects every object: no prefix and no tag (1.5).
    package var coversWholeBucket: Bool { selectedPrefix.isEmpty && selectedTags.isEmpty }

    /// Whether it selects every object that another selects.
    func takesAll(of other: ReplicationRule) -> Bool {
        other.selectedPrefix.hasPrefix(selectedPrefix) && Set(selectedTags).isSubset(of: other.selectedTags)
    }

    /// "prefix logs/", "tag tier=gold", "prefix a/ with tag k=v"
    package var scopeWords: String {
        let tags = selectedTags.map { "tag \($0.key)=\($0.value)" }.joined(separator: " and ")
        switch (selectedPrefix.isEmpty, tags.isEmpty) {
        case (true, true): return "the whole bucket"
        case (false, true): return "prefix \(selectedPrefix)"
        case (true, false): return tags
        case (false, false): return "prefix \(selectedPrefix) with \(tags)"
        }
    }

    /// Objects encrypted with KMS are selected (1.9).
    package var selectsKMSObjects: Bool { kmsEncryptedObjects == .known(.enabled) }

    /// How messages call it.
    var label: String { id.map { $0.isEmpty ? "without a name" : $0 } ?? "without a name" }
}
