/// What became of a run, in words.
package struct RunOutcome: Hashable, Sendable {
    /// In the order of what matters most.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case missed, failed, partial, unread, running, completed, planned, yielded, idle

        package var word: String {
            switch self {
            case .missed: "missed"
            case .failed: "failed"
            case .partial: "partial"
            case .unread: "unread"
            case .running: "running"
            case .completed: "done"
            case .planned: "due"
            case .yielded: "yield"
            case .idle: "select nothing"
            }
        }
    }

    package let kind: Kind
    /// "completed, 4 jobs"
    package let words: String

    package init(_ run: CalendarRun) {
        switch run.state {
        case .planned: (kind, words) = (.planned, "due")
        case .running: (kind, words) = (.running, "running")
        // For the loss of a region the copies are the point.
        case .completed(let jobs) where run.copies.failed > 0:
            (kind, words) = (.partial, "completed, \(Self.jobs(jobs)), not all copies")
        case .completed(let jobs): (kind, words) = (.completed, "completed, \(Self.jobs(jobs))")
        case .partial(let made, let jobs) where made == jobs:
            (kind, words) = (.partial, "\(Self.jobs(jobs)), something was left out")
        case .partial(let made, let jobs): (kind, words) = (.partial, "\(made) of \(Self.jobs(jobs)) completed")
        case .failed(let jobs): (kind, words) = (.failed, "failed, \(Self.jobs(jobs))")
        case .missed: (kind, words) = (.missed, "made no job within its start window")
        case .unread: (kind, words) = (.unread, "what ran then was not read")
        case .yielded: (kind, words) = (.yielded, "yields to a rule that keeps its backups longer")
        case .idle: (kind, words) = (.idle, "the plan selects nothing")
        }
    }

    private static func jobs(_ count: Int) -> String { count.counted("job") }
}
