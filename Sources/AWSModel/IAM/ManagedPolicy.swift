/// A managed policy; its document is that of its default version.
package struct ManagedPolicy: Hashable, Sendable, Codable {
    package var name: String
    package var arn: ARN
    /// `v3`
    package var defaultVersionID: String

    package init(name: String, arn: ARN, defaultVersionID: String) {
        self.name = name
        self.arn = arn
        self.defaultVersionID = defaultVersionID
    }
}

/// One version of a managed policy.
package struct PolicyVersion: Hashable, Sendable, Codable {
    package var id: String
    package var isDefault: Bool
    /// JSON text, decoded from URL encoding.
    package var document: String

    package init(id: String, isDefault: Bool, document: String) {
        self.id = id
        self.isDefault = isDefault
        self.document = document
    }
}
