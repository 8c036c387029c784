import AWSModel
import Foundation
import Ledger
import Posture
import Report

/// Drills as a page.
struct DrillPage {
    let now: Date
    /// With all that is recorded of each drill, not its line alone.
    let isWhole: Bool

    func page(_ drills: [RecordedDrill], _ schedule: [DrillSchedule.Due]) -> Page {
        let due = schedule.filter { $0.isDue(at: now) }.count
        let title = "Recovery drills as of \(Moment.text(now)): \(drills.count.counted("drill")), \(due) due"
        var page = Page(title: title)
        if !drills.isEmpty {
            page.blocks += [.heading("Drills"), .table(columns: Self.columns, rows: rows(drills))]
        }
        if !schedule.isEmpty {
            page.blocks += [.heading("Due every \(DrillSchedule.days) days"), table(schedule)]
        }
        if isWhole { for recorded in drills { page.blocks += blocks(recorded) } }
        return page
    }

    /// What is due now and nothing else.
    func due(_ schedule: [DrillSchedule.Due]) -> Page {
        guard !schedule.isEmpty else { return Page(title: "No drill is due.") }
        return Page(title: "\(schedule.count.counted("drill")) due", blocks: [table(schedule)])
    }

    private static let columns = ["id", "day", "resource", "to", "took", "lost", "kind", "outcome"]

    private func rows(_ drills: [RecordedDrill]) -> [[String]] {
        var corrections: [Int64: Int64] = [:]
        for recorded in drills { if let corrected = recorded.corrects { corrections[corrected] = recorded.id } }
        return drills.map { recorded in
            let drill = recorded.drill
            let failed = drill.checks.filter { $0.result == .failed }.map(\.name)
            var outcome = [drill.outcome.rawValue]
            if !failed.isEmpty { outcome.append("failed: \(failed.joined(separator: ", "))") }
            if let end = drill.provesUntil, end <= now { outcome.append("lapsed on \(Moment.day(end))") }
            if let corrected = recorded.corrects { outcome.append("corrects \(corrected)") }
            if let by = corrections[recorded.id] { outcome.append("corrected by \(by)") }
            return [
                "\(recorded.id)", Moment.day(drill.drilledAt), name(drill.resource, drill.resourceType),
                drill.region.name, span(drill.recoveryTime), span(drill.dataLoss), drill.kind.rawValue,
                outcome.joined(separator: "; "),
            ]
        }
    }

    private func table(_ schedule: [DrillSchedule.Due]) -> Page.Block {
        .table(
            columns: ["due", "last drill", "resource"],
            rows: schedule.map { due in
                let when = due.isDue(at: now) ? "now" : due.dueAt.map(Moment.day) ?? "now"
                let last = due.last.map { "\($0.id) on \(Moment.day($0.drill.drilledAt))" } ?? "never"
                return [when, last, name(due.resource.arn, due.resource.type)]
            })
    }

    private func blocks(_ recorded: RecordedDrill) -> [Page.Block] {
        let drill = recorded.drill
        var items = [
            "resource: \(drill.resource) (\(drill.resourceType))",
            "began: \(Moment.text(drill.drilledAt)), by \(drill.operatorName); recorded \(Moment.text(recorded.recordedAt))",
            (["scenario: \(drill.scenario)"] + (drill.isDrill.map { [$0 ? "a drill" : "in earnest"] } ?? [])
                + [drill.kind.rawValue, drill.outcome.rawValue]).joined(separator: "; "),
            "path: \(drill.mechanism) in \(drill.region)",
        ]
        if let parts = drill.parts { items.append("came back: only \(parts.joined(separator: ", "))") }
        if let why = drill.provesNothing { items.append("proves nothing: \(why)") }
        if let account = drill.account { items.append("account: \(account)") }
        if let point = drill.recoveryPoint {
            let created = drill.recoveryPointCreatedAt.map { " of \(Moment.text($0))" } ?? ""
            items.append("recovery point: \(point)\(created)")
        }
        items.append("recovery time: \(span(drill.recoveryTime)); data loss: \(span(drill.dataLoss))")
        for check in drill.checks {
            items.append(
                "check: \(check.name): \(check.result.rawValue)\(check.detail.isEmpty ? "" : ", \(check.detail)")")
        }
        items += drill.jobs.map { "job: \($0)" } + drill.evidence.map { "evidence: \($0)" }
        if let walkthrough = drill.walkthrough { items.append("walkthrough: \(walkthrough)") }
        if let corrected = recorded.corrects { items.append("corrects drill \(corrected)") }
        return [.heading("Drill \(recorded.id)"), .list(items)]
    }

    private func name(_ arn: String, _ type: String) -> String {
        isWhole ? arn : "\(type) \(arn.split(whereSeparator: { $0 == ":" || $0 == "/" }).last.map(String.init) ?? arn)"
    }

    private func span(_ seconds: Int64?) -> String { seconds.map { Duration.seconds($0).span } ?? "not measured" }
}
