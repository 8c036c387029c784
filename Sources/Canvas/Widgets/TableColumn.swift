package enum Alignment: Hashable, Sendable { case leading, trailing }

/// A column of a table: how wide it is, and how soon it leaves when there is no room.
package struct TableColumn: Hashable, Sendable {
    package var title: String
    /// Columns without which it is not worth showing.
    package var minimum: Int
    /// Columns beyond which more are of no use.
    package var ideal: Int
    package var alignment: Alignment
    /// 0 never leaves; the highest leaves first.
    package var priority: Int
    /// Whether it takes what is spare before the others do.
    package var isGreedy: Bool
    /// Whether it leaves though there is room for it.
    package var isHidden = false

    package init(
        _ title: String, minimum: Int, ideal: Int? = nil, alignment: Alignment = .leading, priority: Int = 0,
        isGreedy: Bool = false
    ) {
        self.title = title
        self.minimum = minimum
        self.ideal = max(ideal ?? minimum, minimum)
        self.alignment = alignment
        self.priority = priority
        self.isGreedy = isGreedy
    }
}

/// The columns that are shown and how wide each is, for a width.
struct ColumnWidths {
    /// Indices of the columns shown, in their order, with their widths.
    private(set) var shown: [(column: Int, width: Int)] = []

    init(_ columns: [TableColumn], width: Int) {
        var kept = columns.indices.filter { !columns[$0].isHidden }
        func needed() -> Int { kept.reduce(0) { $0 + columns[$1].minimum } + max(kept.count - 1, 0) }
        while needed() > width,
            let leaving = kept.filter({ columns[$0].priority > 0 }).max(by: {
                columns[$0].priority < columns[$1].priority
            })
        {
            kept.removeAll { $0 == leaving }
        }
        var widths = kept.map { columns[$0].minimum }
        var spare = width - needed()
        // What is spare goes where it is wanted, the narrowest wish first.
        while spare > 0 {
            var hungry = kept.indices.filter { widths[$0] < columns[kept[$0]].ideal }
            guard !hungry.isEmpty else { break }
            let greedy = hungry.filter { columns[kept[$0]].isGreedy }
            if !greedy.isEmpty { hungry = greedy }
            let share = max(spare / hungry.count, 1)
            for index in hungry where spare > 0 {
                let more = min(share, columns[kept[index]].ideal - widths[index], spare)
                widths[index] += more
                spare -= more
            }
        }
        if spare > 0, let last = kept.indices.last(where: { columns[kept[$0]].alignment == .leading }) {
            widths[last] += spare
        }
        shown = zip(kept, widths).map { ($0, $1) }
    }
}
