/// A bucket's replication configuration: the role that copies and 1…1000 rules (1.1).
package struct ReplicationConfiguration: Hashable, Sendable, Codable {
    package var role: String
    package var rules: [ReplicationRule]

    package init(role: String, rules: [ReplicationRule]) {
        self.role = role
        self.rules = rules
    }
}
