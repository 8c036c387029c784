package import Foundation

/// The account's clock: it stands still until advanced, or follows another clock at a distance.
package struct SimulatedClock: Sendable {
    private var base: Date
    private var source: (@Sendable () -> Date)?
    private var reference: Date

    /// Stands still.
    package init(standingAt date: Date) {
        base = date
        reference = date
    }

    package var now: Date {
        guard let source else { return base }
        return base.addingTimeInterval(source().timeIntervalSince(reference))
    }

    package mutating func advance(by duration: Duration) { base = base.addingTimeInterval(duration.seconds) }

    /// Goes on from where it stands, as fast as the other clock goes.
    package mutating func follow(_ other: @escaping @Sendable () -> Date) {
        base = now
        reference = other()
        source = other
    }
}
