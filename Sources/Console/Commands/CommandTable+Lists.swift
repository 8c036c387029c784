import Canvas

extension CommandTable {
    /// What can be done in every list.
    static let lists: [Command] =
        movement + [
            Command(
                .filter, keys: [.character("/")], in: .lists, "filter",
                "Show only rows with these words; !word leaves out, column:value looks in one column.", bar: 3
            ) {
                $0.overlay = .filter(TextInput(""))
                return $0.list.arrangement.filter.isEmpty ? [] : $0.arrange { $0.filter = .none }
            },
            Command(
                .clearFilter, keys: [], in: .lists, "clear filter", "Show all rows again.",
                disabled: { $0.list.arrangement.filter.isEmpty ? "there is no filter" : nil }
            ) { $0.arrange { $0.filter = .none } },
            Command(
                .sort, keys: [.character("s")], in: .lists, "sort", "Choose the column to sort by.", bar: 13,
                disabled: { $0.list.contents.columns.isEmpty ? "there are no columns yet" : nil }
            ) {
                $0.overlay = .choice(.ofSortColumn($0.list))
                return []
            },
            Command(
                .reverseSort, keys: [.character("S")], in: .lists, "reverse", "Turn the order round.",
                disabled: { $0.list.arrangement.sort == nil ? "no column is sorted by: press the key of sort" : nil }
            ) {
                $0.list.toTop()
                return $0.arrange { $0.sort?.ascending.toggle() }
            },
            Command(
                .faultsOnly, keys: [.character("a")], in: .lists, "all/faults",
                "Show all rows, or only those where something is wrong.", bar: 12
            ) { $0.arrange { $0.faultsOnly.toggle() } },
            Command(
                .mark, keys: [.character(" ")], in: .lists, "mark", "Mark or unmark the row, and go to the next.",
                disabled: nothingSelected
            ) { $0.mark() },
            Command(
                .clearMarks, keys: [.character("M")], in: .lists, "clear marks", "Unmark all rows.",
                disabled: { $0.list.marks.isEmpty ? "nothing is marked" : nil }
            ) {
                $0.list.marks = []
                return []
            },
            Command(
                .copy, keys: [.character("y"), .control("y")], "copy",
                "Copy the ARN, or all marked ones, to the clipboard of your terminal; in a walkthrough the `aws` commands "
                    + "of its review.", bar: 15,
                disabled: { model in
                    guard model.copied.isEmpty else { return nil }
                    return model.isWalking ? "no call is shown yet" : "nothing is selected"
                }
            ) { [.copy(lines: $0.copied)] },
            Command(
                .zoom, keys: [.character("z")], "zoom", "Give the list, or its details, the whole screen.", bar: 16
            ) {
                $0.isZoomed.toggle()
                return []
            },
            Command(
                .scrollDetailsDown, keys: [.character("J")], "details down", "Scroll the details down.",
                disabled: { $0.detailOnScreen == nil ? "no details are shown" : nil }
            ) { $0.scrollDetail(by: 1) },
            Command(
                .scrollDetailsUp, keys: [.character("K")], "details up", "Scroll the details up.",
                disabled: { $0.detailOnScreen == nil ? "no details are shown" : nil }
            ) { $0.scrollDetail(by: -1) },
        ]

    private static let movement: [Command] = [
        Command(.up, keys: [.up, .character("k")], "up", "One row up.") { $0.move(.rows(-1)) },
        Command(.down, keys: [.down, .character("j")], "down", "One row down.") { $0.move(.rows(1)) },
        Command(.pageUp, keys: [.pageUp], "page up", "One screen up.") { $0.move(.pages(-1)) },
        Command(.pageDown, keys: [.pageDown], "page down", "One screen down.") { $0.move(.pages(1)) },
        Command(.top, keys: [.home, .character("g")], "top", "To the first row.") { $0.move(.toStart) },
        Command(.bottom, keys: [.end, .character("G")], "bottom", "To the last row.") { $0.move(.toEnd) },
    ]

    @Sendable private static func nothingSelected(_ model: Model) -> String? {
        model.list.selectedRow == nil ? "nothing is selected" : nil
    }
}
