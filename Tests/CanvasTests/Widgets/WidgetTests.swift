import Testing

@testable import Canvas

extension Frame {
    /// The rows as text, without what trails.
    var lines: [String] {
        (0..<size.rows).map { row in
            var line = String(self.row(row).filter { !$0.isContinuation }.map(\.glyph))
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}

func drawn(_ widget: some Widget, columns: Int, rows: Int) -> Frame {
    var frame = Frame(Size(columns: columns, rows: rows))
    widget.draw(in: frame.area, on: &frame)
    return frame
}

private nonisolated(unsafe) let table = Table(
    columns: [
        TableColumn("Name", minimum: 6, ideal: 10), TableColumn("Region", minimum: 6, priority: 2),
        TableColumn("Size", minimum: 4, alignment: .trailing, priority: 1),
    ], count: 30, position: ListPosition(selected: 1), sort: SortMark(column: 0, ascending: true), isFocused: true
) { row in
    TableRow(
        [TableCell("bucket-\(row)", cutsMiddle: true), TableCell("eu"), TableCell("\(row) G")], isMarked: row == 2)
}

/// Every widget, with more to show than there is room.
nonisolated(unsafe) let widgets: [(name: String, widget: any Widget)] = [
    ("table", table),
    ("tabs", Tabs([.init(number: 1, title: "Posture"), .init(number: 2, title: "Buckets")], selected: 1)),
    ("keys", KeyBar([.init(key: "enter", title: "open"), .init(key: "q", title: "quit")])),
    ("text", ScrollingText([[Span("  日本語 text that is longer than the line", .good)], [Span("x")]], offset: 1)),
    (
        "dialog",
        Dialog(title: "Quit", text: ["Leave? This is long enough to wrap."], choices: ["No", "Yes"], selected: 0)
    ),
    ("select", Select(title: "Sort", options: (0..<40).map { "option \($0)" }, position: ListPosition(selected: 33))),
    ("field", TextField(text: "日本語 typed text", cursor: 9, placeholder: "")),
    ("spark", Sparkline([1, nil, 3, .infinity, -1])), ("gauge", Gauge(0.4, text: "40 of 100")),
    ("tree", Tree([.init([Span("a")], depth: 0), .init([Span("b")], depth: 1), .init([Span("c")], depth: 3)])),
]

@Suite("Widgets")
struct WidgetTests {
    @Test("draw into any area, and never outside of it", arguments: widgets.indices)
    func anyArea(index: Int) {
        for columns in [0, 1, 2, 3, 5, 9, 20, 60] {
            for rows in [0, 1, 2, 3, 7, 20] {
                var frame = Frame(Size(columns: 64, rows: 24))
                frame.fill(frame.area, with: "#")
                let area = Area(column: 2, row: 2, columns: columns, rows: rows)
                widgets[index].widget.draw(in: area, on: &frame)
                for row in 0..<24 {
                    for column in 0..<64 where !area.contains(Point(column: column, row: row)) {
                        #expect(frame[column, row] == Cell("#"), "\(widgets[index].name) \(columns)x\(rows)")
                    }
                }
            }
        }
    }

    static let labelled = [Span("a  "), Span("label  "), Span("one two three four five")]

    @Test(
        "what follows a label stands under itself, where the label leaves it half the width",
        arguments: [
            (24, ["a  label  one two three", "          four five"]),
            (20, ["a  label  one two", "   three four five"]),
        ])
    func hangingIndent(width: Int, lines: [String]) {
        let wrapped = ScrollingText([Self.labelled], offset: 0).lines(width: width)
        #expect(wrapped.map { $0.map(\.text).joined().replacing(#/ +$/#, with: "") } == lines)
    }

    @Test("a table shows heads, marks and the selected row")
    func tableLines() {
        let lines = drawn(table, columns: 32, rows: 4).lines
        #expect(
            lines == [
                " ▲Name      Region          Size", " bucket-0   eu               0 G",
                "▸bucket-1   eu               1 G", "●bucket-2   eu               2 G",
            ])
    }

    @Test("a greedy column takes what is spare, a hidden one leaves, and what is too long is shortened where it can be")
    func greedy() {
        var hidden = TableColumn("Loses", minimum: 6)
        hidden.isHidden = true
        let columns = [
            TableColumn("Type", minimum: 6, ideal: 14), hidden,
            TableColumn("Reason", minimum: 6, ideal: 60, isGreedy: true),
        ]
        let table = Table(
            columns: columns, count: 1, position: ListPosition(selected: 0), sort: nil, isFocused: false,
            showsPlace: false
        ) { _ in TableRow([TableCell("rds-instance", short: "rds"), TableCell("1 h"), TableCell("nothing copies it")]) }
        #expect(drawn(table, columns: 30, rows: 2).lines == [" Type   Reason", "▸rds    nothing copies it"])
    }

    @Test("where the last head leaves room, the place of the selected row stands at its end")
    func place() {
        let columns = [TableColumn("Name", minimum: 6, ideal: 10)]
        let place = ListPosition(selected: 1)
        func head(_ width: Int) -> String? {
            let list = Table(columns: columns, count: 30, position: place, sort: nil, isFocused: true) { _ in
                TableRow([TableCell("x")])
            }
            return drawn(list, columns: width, rows: 2).lines.first
        }
        #expect(head(16) == " Name       2/30")
        #expect(head(9) == " Name")
    }

    @Test("columns leave by their priority, the highest first")
    func leaving() {
        #expect(drawn(table, columns: 14, rows: 1).lines == [" ▲Name    Size"])
        #expect(drawn(table, columns: 8, rows: 1).lines == [" ▲Name"])
    }

    @Test("a table of many rows asks only for those in sight")
    func lazy() {
        let asked = Asked()
        let table = Table(
            columns: [TableColumn("Name", minimum: 6)], count: 1_000_000,
            position: ListPosition(selected: 500, offset: 498),
            sort: nil, isFocused: true
        ) { row in
            asked.rows.append(row)
            return TableRow([TableCell("x")])
        }
        _ = drawn(table, columns: 20, rows: 5)
        #expect(asked.rows == [498, 499, 500, 501])
    }
    private final class Asked { var rows: [Int] = [] }

    @Test("text wraps at words, keeps its indent, and cuts what is longer than a line")
    func wrapping() {
        let text = ScrollingText([[Span("  one two three", .good)], [Span("abcdefghij")], []], offset: 0)
        #expect(drawn(text, columns: 8, rows: 8).lines == ["  one", "  two", "  three", "abcdefgh", "ij", "", "", ""])
        #expect(text.lineCount(width: 8) == 6)
    }

    @Test("a word that ends with its line is whole")
    func fullLine() {
        let text = ScrollingText([[Span("ab cdef gh")]], offset: 0)
        #expect(drawn(text, columns: 7, rows: 2).lines == ["ab cdef", "gh"])
    }

    @Test("tabs squash to what fits, and keep the title in front")
    func tabs() {
        let tabs = Tabs((1...3).map { .init(number: $0, title: "Calendar") }, selected: 1)
        #expect(drawn(tabs, columns: 40, rows: 1).lines == [" 1 Calendar  2 Calendar  3 Calendar"])
        #expect(drawn(tabs, columns: 34, rows: 1).lines == [" 1 Calendar 2 Calendar 3 Calendar"])
        #expect(drawn(tabs, columns: 28, rows: 1).lines == [" 1 Calen 2 Calendar 3 Calen"])
    }

    @Test("a key bar shows whole pairs only")
    func keys() {
        let bar = KeyBar([
            .init(key: "enter", title: "open"), .init(key: "/", title: "filter"), .init(key: "q", title: "quit"),
        ])
        #expect(drawn(bar, columns: 21, rows: 1).lines == [" enter open  q quit"])
    }

    @Test("a sparkline tells a gap from nothing")
    func sparkline() {
        #expect(Sparkline([0, nil, 7, 3.5]).text == "▁·█▅")
        #expect(Sparkline([nil, nil]).text == "··")
        #expect(Sparkline([1], maximum: 7).text == "▂")
    }

    @Test("a sparkline is full past its maximum, however far")
    func pastMaximum() {
        #expect(Sparkline([1e308], maximum: 1e-9).text == "█")
    }

    @Test("the cursor of a field stays in sight")
    func field() {
        #expect(drawn(TextField(text: "abcdef", cursor: 6, placeholder: ""), columns: 4, rows: 1).lines == ["def"])
        #expect(
            drawn(TextField(text: "abcdef", cursor: 6, placeholder: ""), columns: 4, rows: 1).cursor
                == Point(column: 3, row: 0))
    }

    @Test("a cursor before its field stands at its start")
    func cursorBefore() {
        let frame = drawn(TextField(text: "abc", cursor: -1, placeholder: ""), columns: 4, rows: 1)
        #expect(frame.cursor == Point(column: 0, row: 0))
    }

    @Test("a tree keeps the branch of a sister open")
    func tree() {
        let tree = Tree([
            .init([Span("a")], depth: 0), .init([Span("b")], depth: 1), .init([Span("c")], depth: 2),
            .init([Span("d")], depth: 1),
        ])
        #expect(drawn(tree, columns: 9, rows: 4).lines == ["a", "├─ b", "│  └─ c", "└─ d"])
    }

    @Test("two panes stand beside each other, then above, then the main one alone")
    func split() {
        func split(_ columns: Int, _ rows: Int) -> Split {
            Split(
                Area(column: 0, row: 0, columns: columns, rows: rows), mainMinimum: Size(columns: 10, rows: 4),
                sideMinimum: Size(columns: 8, rows: 3), sideShare: 0.5)
        }
        #expect(
            split(20, 4)
                == .beside(
                    Area(column: 0, row: 0, columns: 10, rows: 4), Area(column: 10, row: 0, columns: 10, rows: 4)))
        #expect(
            split(12, 8)
                == .stacked(
                    Area(column: 0, row: 0, columns: 12, rows: 4), Area(column: 0, row: 4, columns: 12, rows: 4)))
        #expect(split(12, 6) == .alone(Area(column: 0, row: 0, columns: 12, rows: 6)))
    }
}
