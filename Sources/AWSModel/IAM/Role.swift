/// An IAM role with what it is allowed and who may assume it; documents are JSON text, decoded from URL encoding.
package struct Role: Hashable, Sendable, Codable {
    package var name: String
    package var arn: ARN
    package var trustPolicy: String

    package init(name: String, arn: ARN, trustPolicy: String) {
        self.name = name
        self.arn = arn
        self.trustPolicy = trustPolicy
    }
}

/// A policy of a role: inline or attached.
package struct RolePolicy: Hashable, Sendable, Codable {
    package var name: String
    /// Nil for an inline policy.
    package var arn: ARN?
    /// JSON text; nil when only the name was read.
    package var document: String?

    package init(name: String, arn: ARN? = nil, document: String? = nil) {
        self.name = name
        self.arn = arn
        self.document = document
    }
}
