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
        let silent = regions.filter(\.isSilent)
        let denied = regions.filter { $0.status == .denied }
        let answered = regions.filter { $0.status == .answered }
        var spans: [Span] = []
        for region in silent {
            let word = region.status == .timedOut ? "TIMEOUT" : "UNREACHABLE"
            spans.append(Span(" \(region.name) \(word) ", .alarm))
            if let last = region.lastAnswered {
                let age = Duration(from: last, to: model.now).words
                spans.append(Span(" \(age) ago, showing \(last.clock) ", .stale))
            } else {
                spans.append(Span(" never answered ", .stale))
            }
        }
        for region in denied { spans.append(Span("✗ \(region.name) denied  ", .warning)) }
        // A region that holds something is named; the many that hold nothing are counted.
        let asked = Set((model.picture?.assessment.scenarios ?? []).compactMap(\.scenario.region))
        let named = answered.filter { asked.contains($0.name) }
        for region in named { spans.append(Span("✓ \(region.name)  ", .good)) }
        if named.count < answered.count { spans.append(Span("✓ \(answered.count - named.count) empty  ", .faint)) }
        let closed = regions.count - silent.count - denied.count - answered.count
        if closed > 0 { spans.append(Span("– \(closed) off", .faint)) }
        self.spans = spans
    }

    func draw(in area: Area, on frame: inout Frame) { SpanLine(spans).draw(in: area, on: &frame) }
}
