import Canvas

extension Model {
    /// A click selects a row, a tab or closes what is open; only where the operator has asked for the mouse.
    mutating func click(_ point: Point) -> [Effect] {
        guard overlay == nil, !isTooSmall else { return [] }
        let layout = ScreenLayout(self)
        if opened == nil, pane.hasList, layout.list.contains(point), point.row > layout.list.row {
            let row = list.position.offset + point.row - layout.list.row - 1
            guard list.order.indices.contains(row) else { return [] }
            return move(.rows(row - list.position.selected))
        }
        return []
    }
}
