/// Which row of a list is selected and which is the first in sight; in an empty list both are 0.
package struct ListPosition: Hashable, Sendable {
    package var selected: Int
    package var offset: Int

    package init(selected: Int = 0, offset: Int = 0) {
        self.selected = selected
        self.offset = offset
    }

    package mutating func move(by distance: Int, count: Int) {
        let (moved, overflows) = selected.addingReportingOverflow(distance)
        selected = overflows ? (distance > 0 ? count - 1 : 0) : moved
        selected = min(max(selected, 0), max(count - 1, 0))
    }

    /// "3/17"
    package func selectedPlace(of count: Int) -> String { "\(min(selected + 1, count))/\(count)" }

    package mutating func moveToEnd(count: Int) { selected = max(count - 1, 0) }

    /// Scrolls as little as brings the selection into sight, and never past the end.
    package mutating func keepVisible(rows: Int, count: Int) {
        move(by: 0, count: count)
        let rows = max(rows, 1)
        if selected < offset { offset = selected }
        if selected >= offset + rows { offset = selected - rows + 1 }
        offset = max(min(offset, count - rows), 0)
    }
}
