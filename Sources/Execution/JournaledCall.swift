package import Foundation

/// What the journal holds of a call.
package struct JournaledCall: Hashable, Sendable {
    package var intendedAt: Date
    /// When it was intended last: anew, or again under its token.
    package var sentAt: Date
    /// Nil while it is not known whether it was sent.
    package var outcome: CallOutcome?
    /// How it ended; nil while it has not.
    package var end: CallEnd?

    package init(intendedAt: Date, sentAt: Date? = nil, outcome: CallOutcome? = nil, end: CallEnd? = nil) {
        self.intendedAt = intendedAt
        self.sentAt = sentAt ?? intendedAt
        self.outcome = outcome
        self.end = end
    }

    /// By which AWS knows what it started; nil where that is not known.
    var identifier: String? {
        guard case .accepted(let identifier)? = outcome else { return nil }
        return identifier
    }
}
