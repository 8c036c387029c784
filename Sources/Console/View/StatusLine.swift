import AWSModel
import Canvas
import Foundation
import Posture

/// The line above the keys: what is typed, what a command said, or what is under way.
struct StatusLine {
    private let model: Model

    init(_ model: Model) { self.model = model }

    func draw(in area: Area, on frame: inout Frame) {
        switch model.overlay {
        case .filter(let input): draw(input, prompt: "/", in: area, on: &frame)
        case .savePath(let input): draw(input, prompt: "Save to ", in: area, on: &frame)
        case .code(let serial, let input): draw(input, prompt: "Code of \(serial): ", in: area, on: &frame)
        default: SpanLine(spans).draw(in: area, on: &frame)
        }
    }

    private func draw(_ input: TextInput, prompt: String, in area: Area, on frame: inout Frame) {
        var area = area
        let head = area.takeLeft(prompt.columns)
        frame.write(prompt, at: Point(column: head.column, row: head.row), style: Style(.key))
        TextField(text: input.text, cursor: input.cursor, placeholder: "").draw(in: area, on: &frame)
    }

    private var spans: [Span] {
        if let notice = model.notice { return [Span(notice.text, notice.role)] }
        var spans = progress
        guard model.pane.hasList, model.opened == nil else { return spans }
        let list = model.list
        if !list.arrangement.filter.isEmpty {
            spans.append(Span("filter ", .label))
            spans.append(Span(list.arrangement.filter.text, .match))
            let faults = list.arrangement.faultsOnly ? ", faults only" : ""
            spans.append(Span("\(faults)  \(list.order.count) of \(list.contents.count)  ", .faint))
        } else if list.arrangement.faultsOnly, list.order.count < list.contents.count {
            spans.append(Span("faults only: \(list.order.count) of \(list.contents.count)  ", .faint))
        }
        if !list.marks.isEmpty { spans.append(Span("● \(list.marks.count) marked  ", .accent)) }
        return spans
    }

    private var progress: [Span] {
        guard let progress = model.account.progress else { return [] }
        let elapsed = max(Int(model.now.timeIntervalSince(progress.startedAt)), 0)
        var spans = [Span(progress.isRefresh ? "reading again " : "reading ", .label)]
        if let expected = progress.expectedCalls, expected > 0 {
            let share = min(Double(progress.calls) / Double(expected), 1)
            let filled = Int((share * 10).rounded(.down))
            spans.append(Span(String(repeating: "█", count: filled), .accent))
            spans.append(Span(String(repeating: "░", count: 10 - filled) + " ", .faint))
        }
        spans.append(Span("\(progress.calls) calls"))
        if progress.regions > 0 {
            spans.append(
                Span(", \(max(progress.regions - progress.waitingFor.count, 0))/\(progress.regions) regions"))
        }
        spans.append(Span(", \(elapsed) s  ", .faint))
        // Few are worth naming, when it takes long.
        if elapsed >= 3, (1...3).contains(progress.waitingFor.count) {
            let names = progress.waitingFor.map(\.name).joined(separator: ", ")
            spans.append(Span("waiting for \(names)  ", .warning))
        }
        return spans
    }
}
