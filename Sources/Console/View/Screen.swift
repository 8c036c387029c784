package import Canvas

/// The one view: a frame for any model and any size.
package enum Screen {
    package static func frame(of model: Model) -> Frame {
        var frame = Frame(model.size)
        guard !model.isTooSmall else {
            drawTooSmall(model, on: &frame)
            return frame
        }
        let layout = ScreenLayout(model)
        HeaderLine(model).draw(in: layout.header, on: &frame)
        RegionStrip(model).draw(in: layout.regions, on: &frame)
        Tabs(
            Pane.allCases.map { Tabs.Tab(number: $0.rawValue, title: $0.title) },
            selected: model.pane.rawValue - 1
        ).draw(in: layout.tabs, on: &frame)
        drawBody(model, layout, on: &frame)
        StatusLine(model).draw(in: layout.status, on: &frame)
        KeyLine(model).draw(in: layout.keys, on: &frame)
        OverlayView(model).draw(in: frame.area, on: &frame)
        return frame
    }

    private static func drawBody(_ model: Model, _ layout: ScreenLayout, on frame: inout Frame) {
        if let opened = model.opened {
            ScrollingText(model.resourceText(of: opened.arn), offset: opened.offset).draw(in: layout.body, on: &frame)
            return
        }
        guard model.picture != nil else {
            ScrollingText(model.waitingText, offset: 0).draw(in: layout.body.inset(columns: 1, rows: 1), on: &frame)
            return
        }
        for (row, line) in model.summary.enumerated() {
            var area = layout.summary
            area.row += row
            area.rows = 1
            SpanLine(line).draw(in: area, on: &frame)
        }
        if model.pane == .calendar {
            CalendarView(model).draw(in: layout.list, on: &frame)
            return
        }
        drawList(model, layout, on: &frame)
        if let detail = layout.detail {
            let isBeside = detail.row == layout.list.row
            frame.fill(
                isBeside
                    ? Area(column: detail.column, row: detail.row, columns: 1, rows: detail.rows)
                    : Area(column: detail.column, row: detail.row, columns: detail.columns, rows: 1),
                with: isBeside ? "│" : "─", style: Style(.border))
            let inner = Area(
                column: detail.column + (isBeside ? 2 : 0), row: detail.row + (isBeside ? 0 : 1),
                columns: detail.columns - (isBeside ? 2 : 0), rows: detail.rows - (isBeside ? 0 : 1))
            ScrollingText(model.detail, offset: model.detailOffset).draw(in: inner, on: &frame)
        }
    }

    private static func drawList(_ model: Model, _ layout: ScreenLayout, on frame: inout Frame) {
        let list = model.list
        guard !list.order.isEmpty else {
            ScrollingText(model.emptyListText, offset: 0).draw(in: layout.list.inset(columns: 1, rows: 1), on: &frame)
            return
        }
        Table(
            columns: list.contents.columns.map(\.layout), count: list.order.count, position: list.position,
            sort: list.arrangement.sort, isFocused: model.overlay == nil
        ) { shown in
            let row = Int(list.order[shown])
            return TableRow(
                list.contents.cells(at: row),
                isMarked: !list.marks.isEmpty && list.marks.contains(list.contents.identity(at: row)))
        }.draw(in: layout.list, on: &frame)
    }

    private static func drawTooSmall(_ model: Model, on frame: inout Frame) {
        let needed = ScreenLayout.minimum
        let lines = [
            "Lifeboat needs \(needed.columns)x\(needed.rows);",
            "this terminal has \(model.size.columns)x\(model.size.rows).",
        ]
        for (row, line) in lines.enumerated() { frame.write(line, at: Point(column: 0, row: row)) }
    }
}
