package import Canvas

/// What a list shows, row by row on demand, so that only what is seen is ever put into words.
package protocol ListContents: Sendable {
    var columns: [ListColumn] { get }
    var count: Int { get }
    /// One for each column.
    func cells(at row: Int) -> [TableCell]
    func sortKey(at row: Int, column: Int) -> SortKey
    /// What a row is known by from one reading to the next, and what copying it copies: an ARN where it has one.
    func identity(at row: Int) -> String
    /// The ARN of the resource that `enter` opens; nil where there is none.
    func subject(at row: Int) -> String?
    /// Whether it is shown among faults only.
    func isFault(at row: Int) -> Bool
}

extension ListContents {
    package func sortKey(at row: Int, column: Int) -> SortKey { .text(cells(at: row)[column].text) }
    package func subject(at row: Int) -> String? { identity(at: row) }
    package func isFault(at row: Int) -> Bool { true }
}

/// A column, and the name by which `column:value` filters by it.
package struct ListColumn: Hashable, Sendable {
    package let name: String
    package let layout: TableColumn
    /// Whether `column:value` looks at the beginnings of its words alone: "protected" is no part of "unprotected" there.
    package let isOfWords: Bool
    /// Whether it leaves where no row that is shown has anything in it.
    package let leavesEmpty: Bool

    package init(_ name: String, _ layout: TableColumn, isOfWords: Bool = false, leavesEmpty: Bool = false) {
        self.name = name
        self.layout = layout
        self.isOfWords = isOfWords
        self.leavesEmpty = leavesEmpty
    }
}

/// What a column is sorted by; numbers come before text.
package enum SortKey: Hashable, Sendable, Comparable {
    case number(Double)
    case text(String)
}

/// A list of nothing, before anything was read.
package struct EmptyList: ListContents {
    package let columns: [ListColumn] = []
    package let count = 0
    package init() {}
    package func cells(at row: Int) -> [TableCell] { [] }
    package func identity(at row: Int) -> String { "" }
}
