package import Foundation

/// A risk that somebody took knowingly, until it is to be looked at again.
///
/// A reference, for every resource has room for one and few have one.
package final class Acceptance: Hashable, Sendable {
    package let reason: String
    /// The last day, UTC, on which it holds.
    package let review: CivilDate

    package init(reason: String, review: CivilDate) {
        self.reason = reason
        self.review = review
    }

    package static func == (a: Acceptance, b: Acceptance) -> Bool { a.reason == b.reason && a.review == b.review }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(reason)
        hasher.combine(review)
    }

    package func holds(at moment: Date) -> Bool { CivilDate(moment).dayNumber <= review.dayNumber }
}
