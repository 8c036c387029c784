import Canvas
import Posture
import Foundation

/// How far a selection goes.
enum Move: Hashable, Sendable {
    case rows(Int), pages(Int), toStart, toEnd
}

extension Model {
    /// Moves the selection of the list, or scrolls what is opened.
    mutating func move(_ move: Move) -> [Effect] {
        if opened != nil {
            scrollOpened(move)
        } else if pane.hasList {
            let rows = bodyRows
            var position = list.position
            switch move {
            case .rows(let count): position.move(by: count, count: list.order.count)
            case .pages(let count): position.move(by: count * max(rows - 1, 1), count: list.order.count)
            case .toStart: position.move(by: -list.order.count, count: list.order.count)
            case .toEnd: position.moveToEnd(count: list.order.count)
            }
            if position.selected != list.position.selected { detailOffset = 0 }
            list.position = position
            list.isChosen = true
            keepSelectionVisible()
        } else if let shown = detailOnScreen {
            switch move {
            case .rows(let count): return scrollDetail(by: count)
            case .pages(let count): return scrollDetail(by: count * max(shown.area.rows - 1, 1))
            case .toStart: detailOffset = 0
            case .toEnd: return scrollDetail(by: shown.text.lineCount(width: shown.area.columns))
            }
        }
        return []
    }

    private mutating func scrollOpened(_ move: Move) {
        guard var resource = opened else { return }
        let last = max(openedLineCount - bodyRows, 0)
        switch move {
        case .rows(let count): resource.offset += count
        case .pages(let count): resource.offset += count * max(bodyRows - 1, 1)
        case .toStart: resource.offset = 0
        case .toEnd: resource.offset = last
        }
        resource.offset = min(max(resource.offset, 0), last)
        opened = resource
    }

    mutating func keepSelectionVisible() {
        guard pane.hasList else { return }
        list.position.keepVisible(rows: bodyRows, count: list.order.count)
    }

    mutating func mark() -> [Effect] {
        guard let identity = list.selectedIdentity else { return [] }
        if list.marks.remove(identity) == nil { list.marks.insert(identity) }
        return move(.rows(1))
    }

    /// Changes what the list in front shows.
    mutating func arrange(_ change: (inout Arrangement) -> Void) -> [Effect] {
        change(&list.arrangement)
        return list.task(of: pane).map { [.arrange($0)] } ?? []
    }

    /// Shows the list of a pane anew, of the picture as it is now.
    mutating func refill(_ pane: Pane) -> [Effect] {
        lists[pane, default: ListState()].want(contents(of: pane))
        return lists[pane]?.task(of: pane).map { [.arrange($0)] } ?? []
    }

    mutating func take(_ arranged: ArrangedList) -> [Effect] {
        let next = lists[arranged.pane]?.take(arranged, of: arranged.pane)
        keepSelectionVisible()
        return next.map { [.arrange($0)] } ?? []
    }

    /// What copying copies.
    var copied: [String] {
        if let opened { return [opened.arn] }
        if isWalking, let walk { return walk.commands }
        return pane.hasList ? list.copied : []
    }

    /// "lifeboat-snapshot-2026-11-20T200000Z.json"
    func defaultPath(_ what: String, _ suffix: String) -> String {
        let moment = now.formatted(.iso8601.timeSeparator(.omitted))
        return "lifeboat-\(what)-\(moment).\(suffix)"
    }
}

extension Choice {
    static func ofSortColumn(_ list: ListState) -> Choice {
        Choice(
            .sortColumn, title: "Sort by", options: ["worst first"] + list.columnNames,
            selected: list.arrangement.sort.map { $0.column + 1 } ?? 0)
    }

    static func ofThreat(_ threat: Threat) -> Choice {
        Choice(
            .threat, title: "Are we protected against", options: Threat.allCases.map(\.words),
            selected: Threat.allCases.firstIndex(of: threat) ?? 0)
    }
}
