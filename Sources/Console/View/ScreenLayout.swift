import Canvas

/// Where the parts of the screen stand.
struct ScreenLayout {
    static let minimum = Size(columns: 60, rows: 16)

    let header: Area
    let regions: Area
    let tabs: Area
    /// All between the tabs and the status line.
    let body: Area
    /// The lines above a list.
    let summary: Area
    let list: Area
    /// Nil where there is no room for the details of what is selected.
    let detail: Area?
    var isDetailBeside: Bool { detail?.row == list.row }
    let status: Area
    let keys: Area

    init(_ model: Model) {
        var rest = Area(model.size)
        header = rest.takeTop(1)
        regions = rest.takeTop(1)
        tabs = rest.takeTop(1)
        keys = rest.takeBottom(1)
        status = rest.takeBottom(1)
        body = rest
        summary = rest.takeTop(model.summary.count)
        switch Self.split(rest, for: model) {
        case .beside(let main, let side), .stacked(let main, let side):
            list = main
            detail = side
        case .alone(let main):
            list = main
            detail = nil
        }
    }

    private static func split(_ area: Area, for model: Model) -> Split {
        if model.isZoomed { return .alone(area) }
        guard model.pane == .calendar else {
            return Split(
                area, mainMinimum: Size(columns: 76, rows: 6), sideMinimum: Size(columns: 40, rows: 6), sideShare: 0.34)
        }
        switch model.calendar.span {
        case .day: return .alone(area)
        case .month, .week:
            let rows = model.calendar.span == .month ? 7 : 6
            // A small grid has a line a week, and more lines of its own say nothing more.
            let share = area.rows < 24 ? 0.5 : 0.33
            return Split(
                area, mainMinimum: Size(columns: 58, rows: rows), sideMinimum: Size(columns: 40, rows: 4),
                sideShare: share)
        }
    }

    /// Where the text of the details stands, without the line that parts it from the list.
    var detailText: Area? {
        guard var area = detail else { return nil }
        if isDetailBeside { _ = area.takeLeft(2) } else { _ = area.takeTop(1) }
        return area
    }
}

extension Model {
    /// How many rows of the list, or lines of what is opened, are seen at once.
    var bodyRows: Int {
        let layout = ScreenLayout(self)
        return max(opened == nil ? Table.visibleRows(in: layout.list) : layout.body.rows, 1)
    }

    /// What is said of the selected row or day, and where; nil where there is no room for it.
    var detailOnScreen: (text: ScrollingText, area: Area)? {
        let layout = ScreenLayout(self)
        let area = pane == .calendar && calendar.span == .day ? layout.list : layout.detailText
        return area.map { (ScrollingText(detail, offset: detailOffset), $0) }
    }

    mutating func scrollDetail(by lines: Int) -> [Effect] {
        guard let shown = detailOnScreen else { return [] }
        let last = max(shown.text.lineCount(width: shown.area.columns) - shown.area.rows, 0)
        detailOffset = min(max(detailOffset + lines, 0), last)
        return []
    }

    var isTooSmall: Bool {
        size.columns < ScreenLayout.minimum.columns || size.rows < ScreenLayout.minimum.rows
    }
}
