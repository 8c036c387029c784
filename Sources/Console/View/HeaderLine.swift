import AWSModel
import Canvas
import Foundation
import Posture

/// Who is looked at, with whose credentials, and how old what is shown is.
struct HeaderLine {
    private let spans: [Span]

    init(_ model: Model) {
        let account = model.account
        var spans = [Span("Lifeboat ", .strong)]
        if let id = model.picture?.assessment.account {
            spans.append(Span(" account ", .label))
            spans.append(Span(id.digits))
        }
        if let read = model.picture?.inventory.takenAt {
            spans.append(Span("  read ", .label))
            let isToday = CivilDate(read) == model.today
            spans.append(
                Span(
                    isToday ? read.clock : "\(CivilDate(read).iso) \(read.clock)",
                    model.account.progress?.isRefresh == true ? .stale : .text))
        }
        if let oldest = model.oldestAnswer {
            spans.append(Span("  oldest ", .label))
            spans.append(Span(oldest.clock, .stale))
        }
        if let source = account.source {
            spans.append(Span("  \(source)"))
        } else {
            // What the keys came from counts, not what a profile is called that they did not come from.
            spans.append(Span(account.credentialsSource == nil ? "  profile " : "  keys of ", .label))
            spans.append(Span(account.credentialsSource ?? account.profile ?? "default"))
        }
        if !account.regions.isEmpty {
            spans.append(Span("  only ", .label))
            spans.append(Span(account.regions.map(\.name).joined(separator: ", "), .warning))
        }
        if let expire = account.credentialsExpire {
            let isOver = expire <= model.now
            spans.append(Span(isOver ? "  credentials expired " : "  credentials until ", .label))
            spans.append(Span(expire.clock, isOver ? .alarm : .text))
        }
        self.spans = spans
        isArmed = model.isArmed
    }

    private let isArmed: Bool

    func draw(in area: Area, on frame: inout Frame) {
        var area = area
        frame.fill(area, style: Style(.bar))
        if isArmed {
            let alarm = area.takeRight(13)
            frame.write(" WRITE ARMED ", at: Point(column: alarm.column, row: alarm.row), style: Style(.alarm))
        }
        SpanLine(spans).draw(in: area, on: &frame)
    }
}

extension Model {
    /// When the region that has been silent longest answered last; nil while all answer.
    var oldestAnswer: Date? { account.staleRegions.compactMap(\.lastAnswered).min() }
}
