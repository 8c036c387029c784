package import Foundation

/// What the backup plans of an account will run and did run, day by day, UTC.
package struct BackupCalendar: Hashable, Sendable {
    /// Every rule that is understood, whether or not it runs in these days.
    package let rules: [CalendarRule]
    /// In the order of time.
    package let runs: [CalendarRun]
    /// One for each day, without a hole.
    package let days: [CalendarDay]
    /// While there are any, no day is wholly known.
    package let unknown: [UnknownSchedule]
    /// How many plans were found, read or not.
    package let planCount: Int

    /// The calendar of so many days before and after today.
    ///
    /// Where jobs were not read, a run of the past is `unread`, never `missed`.
    package init(of inventory: Inventory, now: Date, daysAround: Int = 35) {
        let today = CivilDate(now).dayNumber
        var builder = CalendarBuilder(days: (today - daysAround)..<(today + daysAround + 1), now: now)
        builder.plan(inventory)
        builder.lay(inventory.history?.jobs ?? [])
        self = builder.calendar
    }

    init(
        rules: [CalendarRule], runs: [CalendarRun], days: [CalendarDay], unknown: [UnknownSchedule], planCount: Int
    ) {
        self.rules = rules
        self.runs = runs
        self.days = days
        self.unknown = unknown
        self.planCount = planCount
    }

    /// Nil for a day that the calendar does not reach to.
    package func day(_ date: CivilDate) -> CalendarDay? {
        guard let first = days.first?.date.dayNumber else { return nil }
        let index = date.dayNumber - first
        return days.indices.contains(index) ? days[index] : nil
    }

    /// The runs of a day in the order of time; none of a day that the calendar does not reach to.
    package func runs(on date: CivilDate) -> ArraySlice<CalendarRun> { day(date).map { runs[$0.runs] } ?? [] }

    package func rule(of run: CalendarRun) -> CalendarRule { rules[run.rule] }

    /// The first run that is still to come.
    package func nextRun(after moment: Date) -> CalendarRun? {
        runs.first { $0.moment > moment && $0.state == .planned }
    }

    /// The days on which a plan should have made a recovery point and made none, in order.
    package var gapDays: [CivilDate] { days.filter { !$0.gaps.isEmpty }.map(\.date) }
}
