import Report
import Testing

@Suite struct PageTests {
    private func text(_ page: Page, asMarkdown: Bool = false, columns: Int = 60) -> String {
        var text = ""
        Report.write(page, asMarkdown: asMarkdown, columns: columns) { text += $0 }
        return text
    }

    private let page = Page(
        title: "Drills",
        blocks: [
            .table(
                columns: ["id", "name", "what"],
                rows: [
                    ["1", "a", "short"], ["20", "longer", "words that do not all fit into what is left of the line"],
                ]),
            .heading("More"), .line("A line."), .list(["one", "two"]),
        ])

    @Test func aTableHasColumnsAndBreaksTheLastOne() {
        #expect(
            text(page) == """
                Drills
                ID  NAME    WHAT
                1   a       short
                20  longer  words that do not all fit into what is left of
                            the line

                More
                ----
                A line.
                - one
                - two

                """)
    }

    @Test func theSamePageAsMarkdown() {
        #expect(
            text(page, asMarkdown: true) == """
                # Drills

                | id | name | what |
                |---|---|---|
                | 1 | a | short |
                | 20 | longer | words that do not all fit into what is left of the line |

                ## More

                A line.

                - one
                - two

                """)
    }

    @Test func whatStandsInAPageSteersNoTerminalAndNoTable() {
        let evil = Page(
            title: "a\u{1B}[2Jb", blocks: [.table(columns: ["x", "y"], rows: [["a|b", "c\nd"], ["", "\u{202E}"]])])
        #expect(!text(evil).contains("\u{1B}"))
        #expect(!text(evil).contains("\u{202E}"))
        let hidden = "a\u{E0041}\u{E000}\u{200D}" + String(repeating: "\u{0301}", count: 90)
        let shown = text(Page(title: hidden, blocks: []))
        #expect(shown.contains("a\\u{E0041}\\u{E000}\\u{200D}"))
        #expect(!shown.unicodeScalars.contains("\u{0301}"))
        let tall = text(Page(title: "a" + String(repeating: "\u{0301}", count: 90), blocks: []))
        #expect(tall.unicodeScalars.count { $0 == "\u{0301}" } == 4)
        #expect(text(evil, asMarkdown: true).contains("| a\\|b | c\\\\u{A}d |"))
    }

    @Test func anEmptyLastCellLeavesNoBlanksBehind() {
        let page = Page(title: "t", blocks: [.table(columns: ["a", "b"], rows: [["x", ""]])])
        #expect(text(page) == "t\nA  B\nx\n")
    }
}
