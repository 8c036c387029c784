/// What became of one run of a backup rule.
package enum RunState: Hashable, Sendable {
    /// It is to come, or its start window is open and no job was seen yet.
    case planned
    /// Some of its jobs have not ended.
    case running
    /// So many jobs, each with a recovery point.
    case completed(Int)
    /// Some jobs made no recovery point, or made one with issues.
    case partial(made: Int, of: Int)
    /// So many jobs, none with a recovery point.
    case failed(Int)
    /// Its start window is over and no job was seen, although the jobs of its time were read.
    case missed
    /// The jobs of its time were not read, or are in a state that is not known: nothing can be said.
    case unread
    /// Another rule of the plan, with a longer retention, starts in the same window: only that one makes a backup (2.4).
    case yielded
    /// The plan has no selection: it protects nothing (2.1).
    case idle

    /// At least one recovery point is whole.
    package var madeRecoveryPoint: Bool {
        switch self {
        case .completed: true
        case .partial(let made, _): made > 0
        default: false
        }
    }
}
