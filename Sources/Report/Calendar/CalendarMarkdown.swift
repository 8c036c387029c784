import AWSModel
import Posture

/// The calendar as a table for a ticket.
struct CalendarMarkdown {
    private let report: CalendarReport
    private let stream: ReportStream

    init(_ report: CalendarReport, _ stream: ReportStream) {
        self.report = report
        self.stream = stream
    }

    func write() {
        stream.write("# Backup plans: \(Markdown.text(report.words))\n\n")
        for unknown in report.calendar.unknown {
            stream.write("- not known: \(Markdown.text(CalendarReport.text(unknown)))\n")
        }
        stream.write("\n| day | time | plan and rule | region | outcome |\n|---|---|---|---|---|\n")
        for day in report.days {
            for gap in day.gaps {
                row(day, "", gap.planName, gap.region.name, "**gap: no recovery point**")
            }
            for run in report.calendar.runs[day.runs] {
                let rule = report.calendar.rule(of: run)
                row(
                    day, run.clock(rule), rule.label, rule.region.name, Markdown.text(RunOutcome(run).words))
            }
        }
    }

    private func row(_ day: CalendarDay, _ time: String, _ name: String, _ region: String, _ outcome: String) {
        stream.write(
            "| \(day.date.iso) | \(time) | \(Markdown.text(name)) | \(Markdown.text(region)) | \(outcome) |\n")
    }
}
