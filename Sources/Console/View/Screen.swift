package import Canvas

/// The one view: a frame for any model and any size.
package enum Screen {
    package static func frame(of model: Model) -> Frame {
        var frame = Frame(model.size)
        guard !model.isTooSmall else {
            TooSmallView(model).draw(on: &frame)
            return frame
        }
        let layout = ScreenLayout(model)
        HeaderLine(model).draw(in: layout.header, on: &frame)
        RegionStrip(model).draw(in: layout.regions, on: &frame)
        model.tabs.draw(in: layout.tabs, on: &frame)
        drawBody(model, layout, on: &frame)
        StatusLine(model).draw(in: layout.status, on: &frame)
        KeyLine(model).draw(in: layout.keys, on: &frame)
        OverlayView(model).draw(in: frame.area, on: &frame)
        return frame
    }

    private static func drawBody(_ model: Model, _ layout: ScreenLayout, on frame: inout Frame) {
        if let opened = model.opened {
            let text = ScrollingText(model.resourceText(of: opened.arn), offset: opened.offset)
            text.draw(in: layout.body, on: &frame)
            if text.lineCount(width: layout.body.columns) > opened.offset + layout.body.rows {
                let place = Point(column: layout.body.endColumn - 8, row: layout.body.endRow - 1)
                frame.write(" ↓ more ", at: place, style: Style(.faint))
            }
            return
        }
        guard model.picture != nil else {
            ScrollingText(model.waitingText, offset: 0).draw(in: layout.body.inset(columns: 1, rows: 1), on: &frame)
            return
        }
        if model.isWalking, let walk = model.walk {
            WalkView(model, walk).draw(in: layout.body, on: &frame)
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
        } else {
            drawList(model, layout, on: &frame)
        }
        if let detail = layout.detail { drawDetail(model, layout, in: detail, on: &frame) }
    }

    /// What is said of the selected row, behind a line that tells where in the list it stands.
    private static func drawDetail(_ model: Model, _ layout: ScreenLayout, in area: Area, on frame: inout Frame) {
        if layout.isDetailBeside {
            let line = Area(column: area.column, row: area.row, columns: 1, rows: area.rows)
            frame.fill(line, with: "│", style: Style(.border))
        } else {
            let line = Area(column: area.column, row: area.row, columns: area.columns, rows: 1)
            frame.fill(line, with: "─", style: Style(.border))
            if model.pane.hasList, !model.list.order.isEmpty {
                let place = " \(model.list.position.selectedPlace(of: model.list.order.count)) "
                let point = Point(column: line.endColumn - place.columns - 1, row: line.row)
                frame.write(place, at: point, style: Style(.faint))
            }
        }
        guard let shown = model.detailOnScreen else { return }
        shown.text.draw(in: shown.area, on: &frame)
        guard shown.text.lineCount(width: shown.area.columns) > model.detailOffset + shown.area.rows else { return }
        let more = " J more "
        let place = Point(
            column: layout.isDetailBeside ? area.endColumn - more.columns : area.column + 1,
            row: layout.isDetailBeside ? area.endRow - 1 : area.row)
        frame.write(more, at: place, style: Style(.faint))
    }

    private static func drawList(_ model: Model, _ layout: ScreenLayout, on frame: inout Frame) {
        let list = model.list
        guard !list.order.isEmpty else {
            ScrollingText(model.emptyListText, offset: 0).draw(in: layout.list.inset(columns: 1, rows: 1), on: &frame)
            return
        }
        Table(
            columns: list.columns, count: list.order.count, position: list.position,
            sort: list.arrangement.sort, isFocused: model.overlay == nil,
            showsPlace: layout.detail == nil || layout.isDetailBeside
        ) { shown in
            let row = Int(list.order[shown])
            return TableRow(
                list.contents.cells(at: row),
                isMarked: !list.marks.isEmpty && list.marks.contains(list.contents.identity(at: row)))
        }.draw(in: layout.list, on: &frame)
    }
}
