import AWSModel
import Canvas
import Foundation
import Posture

extension Model {
    /// How many rules there are, how many work, and what could not be read.
    var replicationSummary: [[Span]] {
        guard let picture, let list = picture.replication as? ReplicationList else { return [] }
        var line = [Span(list.count.counted("rule"), .title), Span("  ")]
        line += list.counts.map { Span("\($0.text) \($0.number)  ", $0.role) }
        let unread = picture.counts.unreadReplications
        if unread > 0 { line.append(Span("? of \(unread.counted("bucket")) the rules were not read", .unknown)) }
        return [line]
    }

    func replicationDetail(_ row: Int) -> [[Span]] {
        guard let list = list.contents as? ReplicationList, row < list.count, let rule = list.rule(at: row) else {
            return []
        }
        let bucket = list.bucket(at: row)
        let state = list.state(at: row)
        var lines: [[Span]] = [
            [Span("\(state.text) ", state.role), Span("\(bucket.name) → \(rule.destination.bucketName)", .title)]
        ]
        lines += state.reasons.map { [Span($0)] }
        lines += course(of: rule, list.metrics(at: row))
        let words = [
            "rule \(rule.id ?? "without a name"), \(rule.isV2 ? "V2" : "V1"), priority \(rule.priority.map(String.init) ?? "none"), \(rule.scopeWords)",
            rule.deletesPropagate
                ? "deletes propagate: a marker in the source hides the replica too" : "delete markers stay behind",
            "objects under KMS \(rule.selectsKMSObjects ? "selected, replica key \(rule.destination.replicaKMSKeyID ?? "none")" : "left out")",
            rule.destination.replicationTimeMinutes.map { "replication time control: \($0) min" }
                ?? "no replication time control",
            "storage class \(rule.destination.storageClass ?? "as the source"), account \(rule.destination.account?.digits ?? "not named")",
        ]
        lines += words.map { [Span($0, .faint)] }
        if list.isTwoWay(rule, from: bucket) { lines.append([Span("↔ the destination replicates back", .accent)]) }
        return lines
    }

    /// Lag, pending and failed operations over the last day, each with its largest value.
    private func course(of rule: ReplicationRule, _ metrics: ReplicationMetrics?) -> [[Span]] {
        guard rule.destination.metricsEnabled else {
            return [
                [
                    Span("Metrics are off for this rule: ", .warning),
                    Span("turn them on to see lag and failures (Metrics, Status Enabled)."),
                ]
            ]
        }
        guard let metrics else { return [[Span("? metrics were not read", .unknown)]] }
        let end = metrics.course.map { $0.start.addingTimeInterval(Double($0.step * $0.latency.count)) }
        let rows: [(String, Reading<Double>, [Double?]?, (Double) -> String)] = [
            (
                "lag     ", metrics.maximumLatency, metrics.course?.latency,
                { Duration.seconds(Int64(min($0, 1e12))).short }
            ),
            ("pending ", metrics.operationsPending, metrics.course?.pending, ReplicationMetricCells.count),
            ("failed  ", metrics.operationsFailed, metrics.course?.failed, ReplicationMetricCells.count),
        ]
        var lines = rows.map { name, reading, values, words -> [Span] in
            if let gap = reading.gap {
                return [Span(name, .label), Span("? \(gap) in \(reading.region.name)", .unknown)]
            }
            let most = (values ?? []).compactMap { $0 }.max()
            let role: Role = name == "failed  " && (most ?? 0) > 0 ? .bad : .accent
            return [
                Span(name, .label), Span(Sparkline(values ?? []).text, role),
                Span(most.map { " at most \(words($0))" } ?? " no data"), Span(" (\(reading.region.name))", .faint),
            ]
        }
        if let course = metrics.course, let end {
            lines.append([Span("        \(course.start.minute) to \(end.minute), an hour a bar, · is no data", .faint)])
        }
        return lines
    }
}
