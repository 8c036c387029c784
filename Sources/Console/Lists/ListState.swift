package import Canvas

/// A list as the operator left it: what is shown, what is selected and what is marked.
package struct ListState: Sendable {
    package var contents: any ListContents = EmptyList()
    /// As wanted; what is shown may still be arranged otherwise for a moment.
    package var arrangement: Arrangement
    package var order: [Int32] = []
    package var index: SearchIndex?
    package var position = ListPosition()
    /// Identities.
    package var marks: Set<String> = []

    package init(faultsOnly: Bool = false) { arrangement = Arrangement(faultsOnly: faultsOnly) }

    /// The row of the contents that is selected; nil in an empty list.
    package var selectedRow: Int? {
        order.indices.contains(position.selected) ? Int(order[position.selected]) : nil
    }
    package var selectedIdentity: String? { selectedRow.map { contents.identity(at: $0) } }
    package var selectedSubject: String? { selectedRow.flatMap { contents.subject(at: $0) } }
    package var columnNames: [String] { contents.columns.map(\.name) }

    /// What copying copies: the marked rows in the order shown, else the selected one.
    package var copied: [String] {
        guard !marks.isEmpty else { return selectedIdentity.map { [$0] } ?? [] }
        return marks.sorted()
    }

    mutating func take(_ arranged: ArrangedList) {
        // What was wanted meanwhile is on its way.
        guard arranged.arrangement == arrangement else { return }
        contents = arranged.contents
        order = arranged.order
        index = arranged.index
        if let selected = arranged.selected { position.selected = selected }
        position.move(by: 0, count: order.count)
    }
}
