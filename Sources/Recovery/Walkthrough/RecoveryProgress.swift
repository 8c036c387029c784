/// How far a recovery is.
package struct RecoveryProgress: Hashable, Sendable, Codable {
    package enum State: String, Hashable, Sendable, Codable { case running, completed, failed, unknown }

    package var state: State
    /// 0…100; nil where AWS does not say.
    package var percent: Double?
    /// AWS's own words, the newest last.
    package var messages: [String]
    /// ARNs of what was made.
    package var created: [String]
    /// How many objects were changed; nil where no objects are.
    package var changed: Int?
    /// Whole seconds from the first call to the end.
    package var seconds: Int64?
    /// The call that failed; nil while none has.
    package var failure: FailedCall?
    /// What somebody has to say before it goes on; nil where nothing is in doubt.
    package var doubt: Doubt?
    /// Where nobody knows the end: the calls of which it is not known that AWS took them, and none where it took all
    /// and watching was given up; nil where that was not looked at.
    package var unsent: [UnsentCall]?

    package init(
        _ state: State, percent: Double? = nil, messages: [String] = [], created: [String] = [], seconds: Int64? = nil,
        failure: FailedCall? = nil
    ) {
        self.state = state
        self.percent = percent
        self.messages = messages
        self.created = created
        self.seconds = seconds
        self.failure = failure
    }
}

/// A call that certainly failed; those before it ended well, and those after it were not made.
package struct FailedCall: Hashable, Sendable, Codable {
    package var token: String
    /// Whether AWS took it, and what it started has ended badly: tried again it is another call, under another token.
    /// What AWS refused started nothing, and is tried again under its own.
    package var hasEnded: Bool

    package init(token: String, hasEnded: Bool) {
        self.token = token
        self.hasEnded = hasEnded
    }
}
