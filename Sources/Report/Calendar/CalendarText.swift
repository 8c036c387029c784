import AWSModel
import Posture

/// The calendar for a person at a terminal: what is missing first, then day by day.
struct CalendarText {
    private let report: CalendarReport
    private let page: TextPage

    init(_ report: CalendarReport, _ options: ReportOptions, _ stream: ReportStream) {
        self.report = report
        page = TextPage(stream, columns: options.columns)
    }

    private var calendar: BackupCalendar { report.calendar }

    func write() {
        guard let first = report.days.first, let last = report.days.last else { return }
        page.line("Backup plans from \(first.date.iso) to \(last.date.iso): \(report.words)")
        if let next = calendar.nextRun(after: report.now) {
            page.line("Next: \(calendar.rule(of: next).label) at \(Timestamp.text(next.moment))")
        }
        for unknown in calendar.unknown { page.line("Not known: \(CalendarReport.text(unknown))") }
        for day in report.days { write(day) }
    }

    private func write(_ day: CalendarDay) {
        page.heading(day.date.iso)
        for gap in day.gaps {
            page.line("GAP  plan \(gap.planName) of \(gap.region) made no recovery point", indent: 0)
        }
        for run in calendar.runs[day.runs] {
            let rule = calendar.rule(of: run)
            page.line("\(run.clock(rule)) \(rule.label) in \(rule.region): \(RunOutcome(run).words)", indent: 2)
            if let message = run.jobs.first(where: \.isTroubled)?.statusMessage { page.line(message, indent: 4) }
        }
        for job in day.unplanned {
            page.line("outside of the plans: \(job.resourceARN ?? job.id) \(job.state?.wire ?? "")", indent: 2)
        }
        for job in day.restores {
            page.line(
                "restore of \(job.sourceResourceARN ?? job.recoveryPointARN ?? job.id): \(job.status?.wire ?? "not told")",
                indent: 2)
        }
        for end in day.retentionEnds {
            let points = end.count.counted("recovery point expires", "recovery points expire")
            let vault = ARN(end.vaultARN).map {
                "\($0.resource.split(separator: ":").last ?? "") of \($0.region?.name ?? "")"
            }
            page.line("\(points) in vault \(vault ?? end.vaultARN)", indent: 2)
        }
        if day.runs.isEmpty, day.unplanned.isEmpty, day.restores.isEmpty, day.retentionEnds.isEmpty {
            page.line("nothing", indent: 2)
        }
    }
}
