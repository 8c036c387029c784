import Canvas
import Posture

/// A day of the calendar in a few words: what matters most first.
struct DaySummary {
    /// "✗ 2 failed" and the like, each with its colour.
    let lines: [Span]

    /// What the signs mean, as many as there is room for.
    static func legend(columns: Int) -> [Span] {
        let kinds = RunLook.Kind.allCases.filter { $0 != .idle }.map { ("\($0.glyph) \($0.word) ", $0.role) }
        var rest = columns + 1
        return (kinds + [("– expire ", .neutral)]).prefix { text, _ in
            rest -= text.columns
            return rest >= 0
        }.map { Span($0, $1) }
    }

    init(_ day: CalendarDay) {
        var lines: [Span] = []
        for kind in RunLook.Kind.allCases where kind != .idle {
            let count = day.tally.count(of: kind)
            if count > 0 { lines.append(Span("\(kind.glyph) \(count) \(kind.word)", kind.role)) }
            let copies = kind == .partial ? day.tally.failedCopies : 0
            if copies > 0 { lines.append(Span("! \(copies) \(copies == 1 ? "copy" : "copies") failed", .warning)) }
        }
        let ends = day.retentionEnds.reduce(0) { $0 + $1.count }
        if ends > 0 { lines.append(Span("– \(ends) expire", .neutral)) }
        self.lines = lines
    }
}

extension RunTally {
    fileprivate func count(of kind: RunLook.Kind) -> Int {
        switch kind {
        case .missed: missed
        case .failed: failed
        case .partial: partial
        case .unread: unread
        case .running: running
        case .completed: completed
        case .planned: planned
        case .yielded: yielded
        case .idle: idle
        }
    }
}

/// How a run is shown.
struct RunLook {
    /// In the order of what matters most.
    enum Kind: Hashable, Sendable, CaseIterable {
        case missed, failed, partial, unread, running, completed, planned, yielded, idle

        var glyph: Character {
            switch self {
            case .missed: "∅"
            case .failed: "✗"
            case .partial: "!"
            case .unread: "?"
            case .running: "◐"
            case .completed: "✓"
            case .planned: "○"
            case .yielded: "↔"
            case .idle: "·"
            }
        }
        var word: String {
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
        var role: Role {
            switch self {
            case .missed, .failed: .bad
            case .partial: .warning
            case .unread: .unknown
            case .running: .accent
            case .completed: .good
            case .planned: .text
            case .yielded, .idle: .neutral
            }
        }
    }

    let kind: Kind
    /// "completed, 4 jobs"
    let words: String

    init(_ run: CalendarRun) {
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

    private static func jobs(_ count: Int) -> String { count == 1 ? "1 job" : "\(count) jobs" }
}
