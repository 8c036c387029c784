package import Canvas

/// Which rows of a list are shown and in which order.
package struct Arrangement: Hashable, Sendable {
    package var filter = Filter.none
    /// Nil is the list's own order: worst first.
    package var sort: SortMark?
    package var faultsOnly = false

    package init(filter: Filter = .none, sort: SortMark? = nil, faultsOnly: Bool = false) {
        self.filter = filter
        self.sort = sort
        self.faultsOnly = faultsOnly
    }
}

/// The task of arranging a list: pure, and worth doing beside the interface when the list is long.
package struct ArrangeTask: Sendable {
    package let pane: Pane
    /// Which contents of the list these are.
    package let number: Int
    package let contents: any ListContents
    package let arrangement: Arrangement
    /// Of these contents, where there is one.
    package let index: SearchIndex?
    /// The row to stay selected.
    package let keeping: String?

    package func run() -> ArrangedList {
        var rows = Array(0..<Int32(contents.count))
        if arrangement.faultsOnly { rows.removeAll { !contents.isFault(at: Int($0)) } }
        var index = self.index
        if !arrangement.filter.isEmpty {
            let search = index ?? SearchIndex(of: contents)
            rows.removeAll { !search.matches(arrangement.filter, row: Int($0)) }
            index = search
        }
        if let sort = arrangement.sort, contents.columns.indices.contains(sort.column) {
            let keyed = rows.map { (row: $0, key: contents.sortKey(at: Int($0), column: sort.column)) }
            rows = keyed.sorted { a, b in
                if a.key == b.key { return a.row < b.row }
                return (a.key < b.key) == sort.ascending
            }.map(\.row)
        }
        let selected = keeping.flatMap { name in rows.firstIndex { contents.identity(at: Int($0)) == name } }
        return ArrangedList(
            pane: pane, number: number, contents: contents, arrangement: arrangement, index: index, order: rows,
            emptyColumns: emptyColumns(rows), kept: keeping, selected: selected)
    }

    /// Of the columns that leave where they are empty.
    private func emptyColumns(_ rows: [Int32]) -> Set<Int> {
        var empty = Set(contents.columns.indices.filter { contents.columns[$0].leavesEmpty })
        for row in rows {
            guard !empty.isEmpty else { break }
            let cells = contents.cells(at: Int(row))
            empty = empty.filter { cells[$0].text.isEmpty }
        }
        return empty
    }
}

/// A list as it was asked for.
package struct ArrangedList: Sendable {
    package let pane: Pane
    package let number: Int
    package let contents: any ListContents
    package let arrangement: Arrangement
    package let index: SearchIndex?
    /// Rows of the contents, in the order shown.
    package let order: [Int32]
    /// Columns that leave, for no row shown has anything in them.
    package let emptyColumns: Set<Int>
    /// The row that was to be kept.
    package let kept: String?
    /// Where the row to be kept now stands; nil when it is not shown any more.
    package let selected: Int?
}
