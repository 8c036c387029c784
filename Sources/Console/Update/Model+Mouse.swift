import Canvas

extension Model {
    var tabs: Tabs {
        Tabs(
            Pane.allCases.map { Tabs.Tab(number: $0.rawValue, title: $0.title) }, selected: pane.rawValue - 1)
    }

    /// A click selects a row, a tab or closes what is open; only where the operator has asked for the mouse.
    mutating func click(_ point: Point) -> [Effect] {
        guard overlay == nil, !isTooSmall else { return [] }
        let layout = ScreenLayout(self)
        if layout.tabs.contains(point) {
            let tab = tabs.tab(atColumn: point.column - layout.tabs.column, of: layout.tabs.columns)
            return tab.map { go(to: Pane.allCases[$0]) } ?? []
        }
        if opened == nil, !isWalking, pane.hasList, layout.list.contains(point), point.row > layout.list.row {
            let row = list.position.offset + point.row - layout.list.row - 1
            guard list.order.indices.contains(row) else { return [] }
            return move(.rows(row - list.position.selected))
        }
        return []
    }
}
