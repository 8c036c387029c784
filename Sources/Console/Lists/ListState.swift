package import Canvas

/// A list as the operator left it: what is shown, what is selected and what is marked.
package struct ListState: Sendable {
    package private(set) var contents: any ListContents = EmptyList()
    /// As wanted; what is shown may still be arranged otherwise for a moment.
    package var arrangement: Arrangement
    package private(set) var order: [Int32] = []
    private var emptyColumns: Set<Int> = []
    package var position = ListPosition()
    /// Whether the operator has picked the selected row; else the first row stays selected, whatever comes to stand there.
    package var isChosen = false
    /// Identities.
    package var marks: Set<String> = []

    /// What is to be shown, and how many such there were before it.
    private var wanted: any ListContents = EmptyList()
    private var wantedNumber = 0
    private var shownNumber = 0
    /// Older contents are another account's, and are shown no more.
    private var oldestNumber = 0
    private var index: SearchIndex?
    private var isBeingArranged = false

    package init(faultsOnly: Bool = false) { arrangement = Arrangement(faultsOnly: faultsOnly) }

    /// The row of the contents that is selected; nil in an empty list.
    package var selectedRow: Int? {
        order.indices.contains(position.selected) ? Int(order[position.selected]) : nil
    }
    package var selectedIdentity: String? { selectedRow.map { contents.identity(at: $0) } }
    package var selectedSubject: String? { selectedRow.flatMap { contents.subject(at: $0) } }
    package var columnNames: [String] { contents.columns.map(\.name) }
    /// How the columns stand on the screen.
    package var columns: [TableColumn] {
        contents.columns.enumerated().map { index, column in
            var layout = column.layout
            layout.isHidden = emptyColumns.contains(index)
            return layout
        }
    }

    /// What copying copies: the marked rows in the order shown, else the selected one.
    package var copied: [String] {
        let marked = marks.isEmpty ? [] : order.map { contents.identity(at: Int($0)) }.filter(marks.contains)
        return marked.isEmpty ? selectedIdentity.map { [$0] } ?? [] : marked
    }

    mutating func want(_ contents: any ListContents) {
        wanted = contents
        wantedNumber += 1
        index = nil
    }

    /// The first row is selected, whatever comes to stand there.
    mutating func toTop() { (position, isChosen) = (ListPosition(), false) }

    /// Forgets what it shows; what is being arranged now will not be shown.
    mutating func empty(faultsOnly: Bool) {
        want(EmptyList())
        (contents, order, position, marks, isChosen) = (EmptyList(), [], ListPosition(), [], false)
        arrangement = Arrangement(faultsOnly: faultsOnly)
        oldestNumber = wantedNumber
    }

    /// The task of arranging it as wanted; nil while one is under way, for its end asks again.
    mutating func task(of pane: Pane) -> ArrangeTask? {
        guard !isBeingArranged else { return nil }
        isBeingArranged = true
        return ArrangeTask(
            pane: pane, number: wantedNumber, contents: wanted, arrangement: arrangement, index: index,
            keeping: isChosen ? selectedIdentity : nil)
    }

    /// Shows what was arranged.
    ///
    /// - Returns: the next task, where something else is wanted meanwhile.
    mutating func take(_ arranged: ArrangedList, of pane: Pane) -> ArrangeTask? {
        isBeingArranged = false
        guard arranged.number >= oldestNumber else { return task(of: pane) }
        let wasSelected =
            arranged.number == shownNumber && isChosen && selectedIdentity != arranged.kept ? selectedRow : nil
        let shownBefore = shownNumber
        contents = arranged.contents
        order = arranged.order
        emptyColumns = arranged.emptyColumns
        shownNumber = arranged.number
        if arranged.number == wantedNumber { index = arranged.index }
        // Who has moved on meanwhile is not taken back.
        let moved = wasSelected.flatMap { row in order.firstIndex(of: Int32(row)) }
        let isFiltered = arranged.number == shownBefore && arranged.kept != nil
        if let selected = moved ?? arranged.selected ?? (isFiltered || !isChosen ? 0 : nil) {
            position.selected = selected
        }
        position.move(by: 0, count: order.count)
        let isAsWanted = arranged.number == wantedNumber && arranged.arrangement == arrangement
        return isAsWanted ? nil : task(of: pane)
    }
}
