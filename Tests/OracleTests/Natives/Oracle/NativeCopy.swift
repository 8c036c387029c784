import AWSModel
import Foundation

/// Something that holds what a resource held at some moments, and can be read where it is.
struct NativeCopy: Sendable {
    enum Kind: Sendable {
        /// The resource itself, or what it follows.
        case original
        /// What follows it: whatever befalls its data befalls this.
        case follower
        /// What keeps its past.
        case history
    }

    var kind: Kind
    var what: String
    var region: Region
    /// Of each of them the whole can be had.
    var moments: ClosedRange<Date>
    /// Whether it goes on by itself, with nothing wrong.
    var goesOn: Bool
    /// Whether it says what it is a copy of.
    var tellsOrigin = true

    /// The newest moment that can be had of it, no later than a given one.
    func newest(by moment: Date) -> Date? {
        moments.lowerBound <= moment ? min(moments.upperBound, moment) : nil
    }
}
