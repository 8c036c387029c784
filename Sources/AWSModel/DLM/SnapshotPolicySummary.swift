/// A policy of Data Lifecycle Manager as the listing has it, without its document.
package struct SnapshotPolicySummary: Hashable, Sendable, Codable {
    package var id: String
    package var isDefault: Bool?

    private enum CodingKeys: String, CodingKey { case id = "PolicyId", isDefault = "DefaultPolicy" }

    package init(id: String, isDefault: Bool? = nil) {
        self.id = id
        self.isDefault = isDefault
    }
}
