package import AWSModel
package import Foundation

/// One run of a rule: what was planned, and the jobs that were made of it.
package struct CalendarRun: Hashable, Sendable {
    /// Its place in the calendar's rules.
    package let rule: Int
    /// UTC.
    package let moment: Date
    package internal(set) var state = RunState.planned
    /// In the order of their creation.
    package internal(set) var jobs: [BackupJob] = []
    package internal(set) var copies = CopyTally()
    /// The place of the rule that makes the backup instead of it; nil where none does.
    package internal(set) var yieldsTo: Int?

    init(rule: Int, moment: Date) {
        self.rule = rule
        self.moment = moment
    }
}

/// How the copies of a run's recovery points went.
package struct CopyTally: Hashable, Sendable {
    package internal(set) var completed = 0
    package internal(set) var failed = 0
    package internal(set) var running = 0

    mutating func count(_ copy: CopyJob) {
        switch copy.state {
        case .known(.completed): completed += 1
        case .known(.failed), .known(.partial): failed += 1
        case .known(.created), .known(.running), .other, nil: running += 1
        }
    }
}
