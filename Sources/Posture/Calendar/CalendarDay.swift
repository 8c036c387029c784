package import AWSModel

/// What a calendar says of one UTC day.
package struct CalendarDay: Hashable, Sendable {
    package let date: CivilDate
    /// The places of its runs in the calendar's runs.
    package let runs: Range<Int>
    package internal(set) var tally = RunTally()
    package internal(set) var gaps: [CalendarGap] = []
    /// Backup jobs that belong to no run that is planned: on demand, or of a plan as it was before.
    package internal(set) var unplanned: [BackupJob] = []
    package internal(set) var restores: [RestoreJob] = []
    package internal(set) var retentionEnds: [RetentionEnd] = []

    init(date: CivilDate, runs: Range<Int>) {
        self.date = date
        self.runs = runs
    }
}

/// How many runs of a day are in which state.
package struct RunTally: Hashable, Sendable {
    package internal(set) var planned = 0
    package internal(set) var running = 0
    package internal(set) var completed = 0
    package internal(set) var partial = 0
    package internal(set) var failed = 0
    package internal(set) var missed = 0
    package internal(set) var unread = 0
    package internal(set) var yielded = 0
    package internal(set) var idle = 0
    /// Copies, not runs.
    package internal(set) var failedCopies = 0

    package init() {}

    package mutating func count(_ run: CalendarRun) {
        switch run.state {
        case .planned: planned += 1
        case .running: running += 1
        case .completed: completed += 1
        case .partial: partial += 1
        case .failed: failed += 1
        case .missed: missed += 1
        case .unread: unread += 1
        case .yielded: yielded += 1
        case .idle: idle += 1
        }
        failedCopies += run.copies.failed
    }
}

/// A plan that should have made a recovery point on a day, and made none.
package struct CalendarGap: Hashable, Sendable {
    package let region: Region
    package let planID: String
    package let planName: String
    /// Runs for which no job was seen.
    package let missed: Int
    /// Runs whose jobs made no recovery point.
    package let failed: Int
}

/// Recovery points that their rule deletes on a day, by the lifecycle it has now.
package struct RetentionEnd: Hashable, Sendable {
    /// The place of the rule in the calendar's rules.
    package let rule: Int
    /// The vault that holds them.
    package let vaultARN: String
    package let isCopy: Bool
    package internal(set) var count: Int
}

/// A schedule that may run on any day, for it is not known.
package struct UnknownSchedule: Hashable, Sendable {
    package let region: Region
    /// Nil where the plans of the region were not read.
    package let plan: String?
    /// Nil where the rules of the plan were not read.
    package let rule: String?
    /// "denied (AccessDenied)", or what is wrong with the expression.
    package let cause: String
}
