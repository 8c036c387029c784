import Canvas
import Foundation
import Posture

/// On which days a drill is due: a quarter after the last that proves a way back, and today for what has none.
package struct DrillCalendar: Hashable, Sendable {
    struct Due: Hashable, Sendable {
        let resource: String
        let name: String
        let type: String
        /// When the last proof lapses, or lapsed; nil where there never was one.
        let at: Date?

        /// "since 2026-08-10", "never drilled", or nothing where it is still ahead.
        func words(at now: Date) -> String {
            guard let at else { return "never drilled" }
            return at > now ? "proven until then" : "lapsed on \(at.minute.prefix(10))"
        }
    }

    private(set) var days: [CivilDate: [Due]] = [:]

    init() {}

    /// Of what is judged in the account; none where the ledger was not read.
    init(_ picture: Picture, _ records: RestoreRecords, now: Date) {
        guard records.refusal == nil else { return }
        var lapses: [String: Date] = [:]
        for drill in records.drills where drill.at <= now {
            guard let end = drill.provesUntil else { continue }
            lapses[drill.resource] = max(lapses[drill.resource] ?? end, end)
        }
        for arn in picture.index.home.keys {
            guard let resource = picture.verdict(of: arn), resource.verdict != .notEvaluated else { continue }
            let due = Due(resource: arn, name: resource.name, type: resource.type.name, at: lapses[arn])
            days[CivilDate(max(due.at ?? now, now)), default: []].append(due)
        }
        for day in days.keys {
            days[day]?.sort { ($0.at ?? .distantPast, $0.resource) < ($1.at ?? .distantPast, $1.resource) }
        }
    }

    func due(on date: CivilDate) -> [Due] { days[date] ?? [] }
}

extension DrillCalendar {
    static let glyph: Character = "◇"
    /// That a day lists by their names.
    static let most = 100

    /// "◇ 3 drill"; nil where none is due.
    func mark(on date: CivilDate, today: CivilDate) -> Span? {
        let count = due(on: date).count
        guard count > 0 else { return nil }
        let role: Role = date.dayNumber <= today.dayNumber ? .warning : .neutral
        return Span("\(Self.glyph) \(count) drill", role)
    }
}

extension Model {
    /// Lays out anew when drills are due.
    mutating func layOutDrills() {
        drills = picture.map { DrillCalendar($0, records, now: now) } ?? DrillCalendar()
    }

    /// The drills that are due on a day, each in a line; of an account that was never drilled that is all there is, and
    /// nobody scrolls through it.
    func drillLines(on date: CivilDate) -> [[Span]] {
        let due = drills.due(on: date)
        let more = due.count - DrillCalendar.most
        guard more > 0 else { return drillLines(due[...], on: date) }
        return drillLines(due.prefix(DrillCalendar.most), on: date)
            + [[Span("and \(more.counted("drill")) more: lifeboat drills --due", .faint)]]
    }

    private func drillLines(_ due: ArraySlice<DrillCalendar.Due>, on date: CivilDate) -> [[Span]] {
        due.map { due in
            [
                Span("\(DrillCalendar.glyph) drill due  ", date.dayNumber <= today.dayNumber ? .warning : .neutral),
                Span(due.name, .strong), Span(" \(due.type) ", .faint), Span(due.words(at: now)),
            ]
        }
    }
}
