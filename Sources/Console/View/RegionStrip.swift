import AWSModel
import Canvas
import Foundation
import Posture

/// Who answers: each region with its state; those that do not come first and say since when.
struct RegionStrip {
    private let spans: [Span]

    init(_ model: Model) {
        guard let regions = model.picture?.assessment.regions else {
            spans = [Span("regions: not known yet", .faint)]
            return
        }
        // A region that holds something is named; the many that hold nothing are counted.
        let asked = Set((model.picture?.assessment.scenarios ?? []).compactMap(\.scenario.region))
        let silent = regions.filter(\.isSilent).sorted { asked.contains($0.name) && !asked.contains($1.name) }
        let denied = regions.filter { $0.status == .denied }
        let answered = regions.filter { $0.status == .answered }
        var spans: [Span] = []
        if silent.count > 3, silent.count == regions.filter({ $0.status != .notEnabled }).count {
            spans.append(Span(" none of \(silent.count) regions answers: is it your own network? ", .alarm))
        }
        for region in silent {
            let word = region.status == .timedOut ? "TIMEOUT" : "UNREACHABLE"
            spans.append(Span(" \(region.name) \(word) ", .alarm))
            if let last = region.lastAnswered {
                let age = Duration(from: last, to: model.now).short
                spans.append(Span(" answered \(age) ago, showing \(last.clock) ", .stale))
            } else {
                spans.append(Span(" never answered ", .stale))
            }
        }
        for region in denied { spans.append(Span("✗ \(region.name) denied  ", .warning)) }
        let named = answered.filter { asked.contains($0.name) }
        for region in named {
            let isAwaited = model.isAwaited(region.name)
            spans.append(Span("\(isAwaited ? "·" : "✓") \(region.name)  ", isAwaited ? .faint : .good))
        }
        if named.count < answered.count { spans.append(Span("✓ \(answered.count - named.count) empty  ", .faint)) }
        let closed = regions.count - silent.count - denied.count - answered.count
        if closed > 0 { spans.append(Span("– \(closed) off", .faint)) }
        self.spans = spans
    }

    func draw(in area: Area, on frame: inout Frame) { SpanLine(spans).draw(in: area, on: &frame) }
}

extension Model {
    /// Whether a first reading still waits for what a region holds: until then nothing is said of its health.
    fileprivate func isAwaited(_ region: Region) -> Bool {
        guard account.progress?.isRefresh == false else { return false }
        let backup = picture?.inventory.backup.first { $0.region == region }
        return backup?.vaults.outcome == .notRead
    }
}
