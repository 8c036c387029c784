package import AWSModel

/// What goes wrong on purpose. Chances are 0…1; each is decided by the seed, the request and how often it was made,
/// so that the order in which concurrent requests arrive changes nothing.
package struct SimulatedFaults: Hashable, Sendable {
    package enum Darkness: String, Hashable, Sendable, Codable {
        /// Connections are made, nothing is ever answered.
        case silent
        /// Connections are refused.
        case refused
    }

    package var seed: UInt64 = 1
    package var darkRegions: [Region: Darkness] = [:]
    /// A region goes dark once it has answered so many calls.
    package var darkAfterCalls: [Region: Int] = [:]
    package var throttling: Double = 0
    /// The connection breaks before the reply.
    package var resets: Double = 0
    /// `InternalError` and its kind, status 500.
    package var serverErrors: Double = 0
    /// The reply ends in the middle, its length saying so: no document any more.
    package var truncation: Double = 0
    /// What was asked is done, and the connection breaks before the reply.
    package var lostReplies: Double = 0
    /// Calls that are always throttled, `backup:StartRestoreJob`; may hold `*`.
    package var throttledCalls: [String] = []
    /// Messages with which restores fail on their way, by the ARN of what was backed up; may hold `*`.
    package var failingRestores: [String: String] = [:]
    /// What a restore job's metadata is told as, by name, instead of what it was started with.
    package var rewrittenMetadata: [String: String] = [:]
    /// At most so many of the chances above in a row for the same request; nil is no bound.
    package var mostInARow: Int?
    package var denials: [Denial] = []
    /// All that is allowed, as a policy names it; nil is everything.
    package var allowed: Set<String>?
    /// Time before each reply.
    package var latency: Duration = .zero
    package var expiredToken = false
    /// A proxy answers everything with a page of HTML and this status.
    package var proxyPageStatus: Int?

    package init() {}

    /// Which calls are denied: an action or an operation, and a resource; both may hold `*`.
    package struct Denial: Hashable, Sendable, Codable {
        /// `s3:GetReplicationConfiguration` (the action) or `s3:GetBucketReplication` (the operation).
        package var action: String
        /// A bucket, key, role or an ARN; nil is any.
        package var resource: String?
        package var region: Region?

        package init(_ action: String, resource: String? = nil, region: Region? = nil) {
            self.action = action
            self.resource = resource
            self.region = region
        }
    }
}

extension SimulatedFaults {
    func denies(_ call: SimulatedCall) -> Bool {
        if denials.contains(where: { $0.matches(call) }) { return true }
        guard let allowed else { return false }
        return !call.permissions.allSatisfy { wanted in allowed.contains { Wildcard($0).matches(wanted) } }
    }
}

extension SimulatedFaults.Denial {
    func matches(_ call: SimulatedCall) -> Bool {
        guard region == nil || region == call.region else { return false }
        guard Wildcard(action).matches(call.name) || call.permission.map(Wildcard(action).matches) == true else {
            return false
        }
        guard let resource else { return true }
        return call.resources.contains { Wildcard(resource).matches($0) }
    }
}
