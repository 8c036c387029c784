import Canvas
import Posture

/// A day of the calendar in a few words: what matters most first.
struct DaySummary {
    /// "✗ 2 failed" and the like, each with its colour.
    let lines: [Span]

    /// What the signs mean, as many as there is room for.
    static func legend(columns: Int) -> [Span] {
        let kinds = RunOutcome.Kind.allCases.filter { $0 != .idle }.map { ("\($0.glyph) \($0.word) ", $0.role) }
        var rest = columns + 1
        let shown = (kinds + [("\(DrillCalendar.glyph) drill ", .warning), ("–end ", .neutral)]).prefix { text, _ in
            rest -= text.columns
            return rest >= 0
        }
        // The last needs no blank after it.
        return shown.dropLast().map { Span($0, $1) } + shown.suffix(1).map { Span(String($0.dropLast()), $1) }
    }

    /// - Parameter drills: the mark of the drills that are due on it.
    init(_ day: CalendarDay, drills: Span?) {
        var lines: [Span] = []
        for kind in RunOutcome.Kind.allCases where kind != .idle {
            let count = day.tally.count(of: kind)
            if count > 0 { lines.append(Span("\(kind.glyph) \(count) \(kind.word)", kind.role)) }
            let copies = kind == .partial ? day.tally.failedCopies : 0
            if copies > 0 { lines.append(Span("! \(copies.counted("copy", "copies")) failed", .warning)) }
        }
        let ends = day.retentionEnds.reduce(0) { $0 + $1.count }
        // What failed comes before what is due, and that before what is as it should be.
        if let drills {
            lines.insert(drills, at: lines.firstIndex { ![.bad, .warning].contains($0.role) } ?? lines.count)
        }
        if ends > 0 { lines.append(Span("– \(ends) end", .neutral)) }
        self.lines = lines
    }
}

extension RunTally {
    fileprivate func count(of kind: RunOutcome.Kind) -> Int {
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
extension RunOutcome.Kind {
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
