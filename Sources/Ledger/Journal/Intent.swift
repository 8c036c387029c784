package import AWSModel
package import Foundation

/// A call as it is intended: all that is needed to send it again, or to ask AWS what became of it.
package struct Intent: Hashable, Sendable {
    /// Makes the call happen once, however often it is sent.
    package var token: String
    /// Nil for a call outside of any walkthrough.
    package var walkthrough: String?
    package var account: AccountID?
    package var region: Region
    /// "startRestoreJob"
    package var call: String
    /// The ARN of what is to be recovered.
    package var resource: String
    /// JSON. The same call is the same text.
    package var request: String
    /// "user@host"
    package var operatorName: String

    package init(
        token: String, walkthrough: String? = nil, account: AccountID? = nil, region: Region, call: String,
        resource: String, request: String, operatorName: String
    ) {
        self.token = token
        self.walkthrough = walkthrough
        self.account = account
        self.region = region
        self.call = call
        self.resource = resource
        self.request = request
        self.operatorName = operatorName
    }
}

/// An intent with what is known of it.
package struct JournalEntry: Hashable, Sendable {
    package var intent: Intent
    package var intendedAt: Date
    package var state: IntentState
    /// The job's, or the ARN of what was made.
    package var identifier: String?
    /// AWS's last words about it.
    package var message: String?
    package var changedAt: Date
    /// The ARN or id of what was made; nil until it has ended, or where AWS does not tell.
    package var made: String?
    /// When that ended which the call had started, as AWS tells it.
    package var endedAt: Date?
    /// When it was intended last: anew, or again under its token.
    package var sentAt: Date
    /// Whether it was intended again since it came to its state: it may have been sent, and have come to another.
    package var isInDoubt: Bool { sentAt > changedAt }
}

/// What writing an intent came to.
package struct Intended: Hashable, Sendable {
    /// False where the journal had it already: another has sent the call, or was about to.
    package var isNew: Bool
    package var entry: JournalEntry
}

/// What was written about an intent, and when; nothing of it is ever rewritten.
package struct JournalMoment: Hashable, Sendable {
    package var at: Date
    package var state: IntentState
    package var operatorName: String?
    package var message: String?
}
