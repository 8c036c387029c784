package import Posture

/// What the Calendar shows.
package struct CalendarState: Hashable, Sendable {
    package enum Span: String, Hashable, Sendable, CaseIterable { case month, week, day }

    package var span = Span.month
    /// The day that is selected; nil is today.
    package var day: CivilDate?
    /// Whether hours are shown in the plan's own time zone instead of UTC.
    package var inPlanZone = false
    /// What the day was opened from; nil where it was not.
    package var opened: Span?

    package init() {}
}
