import Canvas

/// Tells double clicks from single ones.
struct ClickCounter {
    private static let patience = Duration.milliseconds(400)
    private var last: (point: Point, count: Int, time: ContinuousClock.Instant)?

    /// The event, with its number where it is a click.
    mutating func count(_ event: TerminalEvent, at time: ContinuousClock.Instant = .now) -> TerminalEvent {
        guard case .click(let point, _) = event else { return event }
        var number = 1
        if let last, last.point == point, time - last.time <= Self.patience { number = last.count + 1 }
        last = (point, number, time)
        return .click(point, count: number)
    }
}
