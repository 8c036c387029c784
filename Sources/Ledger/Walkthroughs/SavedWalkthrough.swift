package import AWSModel
package import Foundation

/// A walkthrough as it is kept, so that it goes on where it was.
package struct SavedWalkthrough: Hashable, Sendable {
    package var id: String
    /// "region-lost", "deleted", "corrupted", "drill"
    package var scenario: String
    package var account: AccountID?
    /// The ARN of what is to be recovered; nil until it was chosen.
    package var resource: String?
    /// Who began it: "user@host".
    package var operatorName: String
    /// JSON.
    package var state: String
    package var startedAt: Date
    package var updatedAt: Date
    /// Nil while it is under way.
    package var endedAt: Date?
    /// How it ended, in a few words.
    package var outcome: String?

    package init(
        id: String, scenario: String, account: AccountID? = nil, resource: String? = nil, operatorName: String,
        state: String, startedAt: Date
    ) {
        self.id = id
        self.scenario = scenario
        self.account = account
        self.resource = resource
        self.operatorName = operatorName
        self.state = state
        self.startedAt = startedAt
        updatedAt = startedAt
    }
}
