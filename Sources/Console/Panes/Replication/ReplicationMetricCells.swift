import AWSModel
import Canvas
import Posture

/// What CloudWatch tells of a rule, in cells: off, unread, no data and a number are four things.
struct ReplicationMetricCells {
    let lag: TableCell
    let pending: TableCell
    let failed: TableCell

    init(_ rule: ReplicationRule, _ metrics: ReplicationMetrics?) {
        guard rule.destination.metricsEnabled else {
            lag = TableCell("off", .faint)
            pending = TableCell("off", .faint)
            failed = TableCell("off", .faint)
            return
        }
        lag = Self.cell(metrics?.maximumLatency) { seconds in
            TableCell(Duration.seconds(Int64(min(seconds, 1e12))).short, seconds > 900 ? .warning : .text)
        }
        let bars = metrics?.course.map { " \(Sparkline($0.pending.suffix(12)).text)" } ?? ""
        pending = Self.cell(metrics?.operationsPending) { TableCell("\(Self.count($0))\(bars)") }
        failed = Self.cell(metrics?.operationsFailed) { TableCell(Self.count($0), $0 > 0 ? .bad : .text) }
    }

    private static func cell(_ reading: Reading<Double>?, _ make: (Double) -> TableCell) -> TableCell {
        guard let reading, reading.isRead else { return .unread }
        return reading.value.map { $0.isFinite ? make($0) : TableCell("?", .unknown) } ?? TableCell("no data", .faint)
    }

    static func count(_ value: Double) -> String { "\(Int(min(max(value, 0), 1e15).rounded(.up)))" }
}
