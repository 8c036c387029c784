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
        if model.isZoomed || !model.pane.hasList {
            list = rest
            detail = nil
            return
        }
        let split = Split(
            rest, mainMinimum: Size(columns: 76, rows: 6), sideMinimum: Size(columns: 40, rows: 6), sideShare: 0.34)
        switch split {
        case .beside(let main, let side), .stacked(let main, let side):
            list = main
            detail = side
        case .alone(let main):
            list = main
            detail = nil
        }
    }
}

extension Model {
    /// How many rows of the list, or lines of what is opened, are seen at once.
    var bodyRows: Int {
        let layout = ScreenLayout(self)
        return max(opened == nil ? Table.visibleRows(in: layout.list) : layout.body.rows, 1)
    }

    var isTooSmall: Bool {
        size.columns < ScreenLayout.minimum.columns || size.rows < ScreenLayout.minimum.rows
    }
}
