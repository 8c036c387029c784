/// `GetBucketVersioning`: an empty reply means versioning was never enabled (1.25).
package struct BucketVersioning: Hashable, Sendable, Codable {
    package enum Status: String, Hashable, Sendable { case enabled = "Enabled", suspended = "Suspended" }

    /// Nil when versioning was never enabled.
    package var status: Open<Status>?
    package var mfaDelete: Bool = false

    package init(status: Open<Status>? = nil, mfaDelete: Bool = false) {
        self.status = status
        self.mfaDelete = mfaDelete
    }

    package var isEnabled: Bool { status == .known(.enabled) }
}
