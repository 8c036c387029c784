/// A bucket's Object Lock and its default retention, if it has one.
package struct ObjectLockConfiguration: Hashable, Sendable, Codable {
    package enum Mode: String, Hashable, Sendable { case governance = "GOVERNANCE", compliance = "COMPLIANCE" }

    package var enabled: Bool
    package var defaultMode: Open<Mode>?
    package var defaultRetentionDays: Int?
    package var defaultRetentionYears: Int?

    package init(
        enabled: Bool, defaultMode: Open<Mode>? = nil, defaultRetentionDays: Int? = nil,
        defaultRetentionYears: Int? = nil
    ) {
        self.enabled = enabled
        self.defaultMode = defaultMode
        self.defaultRetentionDays = defaultRetentionDays
        self.defaultRetentionYears = defaultRetentionYears
    }
}
