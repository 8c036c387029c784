import AWSModel
import Canvas
import Foundation
import Posture

extension Model {
    /// A day in lines: each run with its window and what became of it, what is missing, and what else happened.
    func calendarDetail(_ date: CivilDate) -> [[Span]] {
        guard let calendar = picture?.calendar else { return [] }
        guard let day = calendar.day(date) else {
            return [[Span("\(date.iso): more than 35 days from now; not worked out.", .faint)]] + drillLines(on: date)
        }
        var lines: [[Span]] = [[Span("\(CalendarWords.weekdays[date.weekday]) \(date.iso)", .title)]]
        if !calendar.unknown.isEmpty {
            lines.append([Span("? Not all plans are known: more may run.", .unknown)])
        } else if day.runs.isEmpty {
            lines.append([Span("Nothing is planned.", .faint)])
        }
        for gap in day.gaps {
            lines.append([
                Span("✗ gap ", .bad), Span("no recovery point of "), Span(gap.planName, .strong),
                Span(" \(gap.region.name)", .accent),
            ])
        }
        for run in calendar.runs[day.runs] { lines += self.lines(of: run, in: calendar) }
        lines += day.unplanned.map(Self.line) + day.restores.map(Self.line)
        for end in day.retentionEnds {
            let rule = calendar.rules[end.rule]
            let vault = ARN(end.vaultARN)?.resource.split(separator: ":").last.map(String.init) ?? end.vaultARN
            let region = end.isCopy ? ARN(end.vaultARN)?.region ?? rule.region : rule.region
            lines.append([
                Span(
                    "– \(end.count.counted("recovery point expires", "recovery points expire")) ", .neutral),
                Span("in \(vault), of \(rule.label) "), Span(region.name, .accent),
            ])
        }
        return lines + drillLines(on: date)
    }

    private func lines(of run: CalendarRun, in calendar: BackupCalendar) -> [[Span]] {
        let rule = calendar.rule(of: run)
        let look = RunOutcome(run)
        let time = CalendarWords.time(of: run, rule, inPlanZone: self.calendar.inPlanZone)
        let other = CalendarWords.otherTime(of: run, rule, inPlanZone: self.calendar.inPlanZone)
        let isStale = picture?.staleRegions.contains(rule.region) ?? false
        var lines: [[Span]] = [
            [
                Span("\(time) ", .strong), Span("\(look.kind.glyph) ", look.kind.role),
                Span(rule.planName, isStale ? .stale : .text), Span(" \(rule.name) ", isStale ? .stale : .faint),
                Span(look.words, look.kind.role), Span("  \(rule.region.name)", .accent),
                Span("  start by \(run.moment.addingTimeInterval(rule.startWindow).clock.prefix(5))Z", .faint),
                Span(other.map { "  \($0)" } ?? "", .faint),
            ]
        ]
        if let winner = run.yieldsTo, run.state == .yielded {
            lines.append([Span("      ↔ overlaps rule \(calendar.rules[winner].name) of the plan", .neutral)])
        }
        if run.copies.failed > 0 {
            lines.append([
                Span("      ! \(run.copies.failed) failed, \(run.copies.completed) completed copies", .warning)
            ])
        }
        let troubled = run.jobs.first { $0.isTroubled }
        if let message = troubled?.statusMessage { lines.append([Span("      \(message)", .bad)]) }
        return lines
    }

    private static func line(of job: BackupJob) -> [Span] {
        [
            Span("\(job.createdAt?.clock.prefix(5) ?? "")Z ", .strong), Span("· outside of the plans  ", .neutral),
            Span(job.resourceName ?? job.resourceARN ?? job.id),
            Span(" \(job.state?.wire ?? "")", job.isTroubled ? .bad : .text),
        ]
    }

    private static func line(of job: RestoreJob) -> [Span] {
        let role: Role =
            switch job.status {
            case .known(.completed): .good
            case .known(.failed), .known(.aborted): .bad
            case .known(.pending), .known(.running): .accent
            case .other, nil: .unknown
            }
        let name = job.sourceResourceARN.flatMap { ARN($0)?.resource } ?? job.resourceType ?? job.id
        return [
            Span("\(job.createdAt?.clock.prefix(5) ?? "")Z ", .strong), Span("← restore ", .label), Span("\(name) "),
            Span(job.status?.wire ?? "in an unknown state", role),
        ]
    }
}
