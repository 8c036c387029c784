import AWSModel
import Foundation
import Posture

/// The calendar for a program: `lifeboat.calendar/1`; keys are added, never renamed.
struct CalendarJSON {
    private let report: CalendarReport

    init(_ report: CalendarReport) { self.report = report }

    func write(to stream: ReportStream) {
        var json = JSONWriter(to: stream)
        json.object(.lines) { json in
            json.member("schema", "lifeboat.calendar/1")
            json.member("generatedAt", Timestamp.text(report.now))
            json.member("answer", report.answer.rawValue)
            json.key("unknown")
            json.array(report.calendar.unknown) { json, unknown in
                json.object { json in
                    json.member("region", unknown.region.name)
                    json.member("plan", unknown.plan)
                    json.member("rule", unknown.rule)
                    json.member("cause", unknown.cause)
                }
            }
            json.key("days")
            json.array(report.days, .lines, write)
        }
        stream.write("\n")
    }

    private func write(_ json: inout JSONWriter, _ day: CalendarDay) {
        json.object { json in
            json.member("date", day.date.iso)
            json.key("gaps")
            json.array(day.gaps) { json, gap in
                json.object { json in
                    json.member("region", gap.region.name)
                    json.member("plan", gap.planName)
                    json.member("missed", gap.missed)
                    json.member("failed", gap.failed)
                }
            }
            json.key("runs")
            json.array(report.calendar.runs[day.runs], .inline, write)
            json.key("restores")
            json.array(day.restores) { json, job in
                json.object { json in
                    json.member("job", job.id)
                    json.member("resource", job.sourceResourceARN)
                    json.member("status", job.status?.wire)
                }
            }
            json.key("retentionEnds")
            json.array(day.retentionEnds) { json, end in
                json.object { json in
                    json.member("vault", end.vaultARN)
                    json.member("count", end.count)
                }
            }
        }
    }

    private func write(_ json: inout JSONWriter, _ run: CalendarRun) {
        let rule = report.calendar.rule(of: run)
        json.object { json in
            json.member("at", Timestamp.text(run.moment))
            json.member("timeZone", rule.timeZone.identifier)
            json.member("region", rule.region.name)
            json.member("plan", rule.planName)
            json.member("rule", rule.name)
            json.member("vault", rule.vault)
            json.member("outcome", RunOutcome(run).kind.rawValue)
            json.member("words", RunOutcome(run).words)
            json.member("jobs", run.jobs.count)
            json.member("failedCopies", run.copies.failed)
        }
    }
}
