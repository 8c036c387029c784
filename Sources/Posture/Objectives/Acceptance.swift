package import Foundation

/// A risk that somebody took knowingly, until it is to be looked at again.
package struct Acceptance: Hashable, Sendable {
    package var reason: String
    /// The last day, UTC, on which it holds.
    package var review: CivilDate

    package init(reason: String, review: CivilDate) {
        self.reason = reason
        self.review = review
    }

    package func holds(at moment: Date) -> Bool { CivilDate(moment).dayNumber <= review.dayNumber }
}
