import Canvas
import Posture

/// A day of the calendar in a few words: what matters most first.
struct DaySummary {
    /// "✗ 2 failed" and the like, each with its colour.
    let lines: [Span]

    init(_ runs: [PlannedRun], retentionEnds: Int) {
        var counts: [RunLook.Kind: Int] = [:]
        for run in runs { counts[RunLook(run.outcome).kind, default: 0] += 1 }
        var lines = RunLook.Kind.allCases.compactMap { kind -> Span? in
            guard let count = counts[kind], kind != .idle else { return nil }
            return Span("\(kind.glyph) \(count) \(kind.word)", kind.role)
        }
        if retentionEnds > 0 { lines.append(Span("– \(retentionEnds) expire", .neutral)) }
        self.lines = lines
    }
}

/// How a run is shown.
struct RunLook {
    /// In the order of what matters most.
    enum Kind: Hashable, Sendable, CaseIterable {
        case missed, failed, partial, unread, running, completed, planned, idle

        var glyph: Character {
            switch self {
            case .missed, .failed: "✗"
            case .partial: "!"
            case .unread: "?"
            case .running: "▸"
            case .completed: "✓"
            case .planned: "○"
            case .idle: "–"
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
            case .idle: .neutral
            }
        }
    }

    let kind: Kind
    /// "completed, 4 jobs"
    let words: String

    init(_ outcome: PlannedRun.Outcome) {
        switch outcome {
        case .planned: (kind, words) = (.planned, "due")
        case .running: (kind, words) = (.running, "running")
        case .completed(let jobs): (kind, words) = (.completed, "completed, \(jobs) \(jobs == 1 ? "job" : "jobs")")
        case .partial(let failed, let jobs):
            (kind, words) = (.partial, "\(failed) of \(jobs) jobs failed, or something was left out")
        case .failed(let jobs): (kind, words) = (.failed, "failed, \(jobs) \(jobs == 1 ? "job" : "jobs")")
        case .missed: (kind, words) = (.missed, "made no job within its start window")
        case .unread: (kind, words) = (.unread, "the jobs of that time were not read")
        case .idle: (kind, words) = (.idle, "the plan selects nothing")
        }
    }
}
