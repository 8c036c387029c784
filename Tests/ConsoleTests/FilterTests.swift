import Canvas
import Testing

@testable import Console

/// A list of words, its rows known by their first column.
struct WordList: ListContents {
    let columns = [
        ListColumn("name", TableColumn("Name", minimum: 4)), ListColumn("region", TableColumn("Region", minimum: 4)),
    ]
    var rows: [[String]]
    var count: Int { rows.count }
    func cells(at row: Int) -> [TableCell] { rows[row].map { TableCell($0) } }
    func identity(at row: Int) -> String { rows[row][0] }
    func isFault(at row: Int) -> Bool { rows[row][0].contains("bad") }
}

/// A list with a column of words, and one that leaves where it is empty.
struct VerdictList: ListContents {
    let columns = [
        ListColumn("name", TableColumn("Name", minimum: 4)),
        ListColumn("verdict", TableColumn("Verdict", minimum: 4), isOfWords: true),
        ListColumn("rpo", TableColumn("Loses", minimum: 4), leavesEmpty: true),
    ]
    var rows: [[String]]
    var count: Int { rows.count }
    func cells(at row: Int) -> [TableCell] {
        rows[row].map { TableCell($0) } + [TableCell("")].prefix(3 - rows[row].count)
    }
    func identity(at row: Int) -> String { rows[row][0] }
}

@Suite("Arranging a list")
struct ArrangementTests {
    private let list = WordList(rows: [
        ["media-bad", "us-east-1"], ["Logs", "eu-west-1"], ["arn:aws:s3:::x", "us-west-2"], ["east", "eu-west-1"],
    ])

    private func shown(_ arrangement: Arrangement, keeping: String? = nil) -> [String] {
        let arranged = ArrangeTask(
            pane: .buckets, number: 1, contents: list, arrangement: arrangement, index: nil, keeping: keeping
        ).run()
        return arranged.order.map { list.rows[Int($0)][0] }
    }

    @Test(
        "a filter keeps the rows where every word holds",
        arguments: [
            ("east", ["media-bad", "east"]), ("EAST", ["media-bad", "east"]), ("name:east", ["east"]),
            ("region:eu logs", ["Logs"]), ("!eu", ["media-bad", "arn:aws:s3:::x"]), ("!region:us !logs", ["east"]),
            ("arn:aws", ["arn:aws:s3:::x"]), ("", ["media-bad", "Logs", "arn:aws:s3:::x", "east"]), ("nowhere", []),
            ("region:", ["media-bad", "Logs", "arn:aws:s3:::x", "east"]),
            ("!", ["media-bad", "Logs", "arn:aws:s3:::x", "east"]),
        ])
    func filter(text: String, expected: [String]) {
        #expect(shown(Arrangement(filter: Filter(text, columns: ["name", "region"]))) == expected)
    }

    @Test(
        "a column that is none is named, a part of an ARN is not taken for one",
        arguments: [
            ("regoin:eu", ["regoin"]), ("!Size:4", ["Size"]), ("name:x REGION:y", []), ("arn:aws:s3", []), ("a b", []),
            ("12:00", []), (":x", []),
        ])
    func unknownColumns(text: String, expected: [String]) {
        #expect(Filter(text, columns: ["name", "region"]).unknownColumns == expected)
    }

    @Test(
        "in a column of words a value is the beginning of one: protected is no part of unprotected",
        arguments: [
            ("verdict:protected", ["well"]), ("!verdict:protected", ["bare", "weak"]), ("verdict:unp", ["bare"]),
            ("verdict:risk", ["weak"]), ("protected", ["well", "bare"]),
        ])
    func words(text: String, expected: [String]) {
        let list = VerdictList(rows: [["well", "✓ protected"], ["bare", "✗ unprotected"], ["weak", "! at-risk"]])
        let filter = Filter(text, columns: ["name", "verdict"])
        let arranged = ArrangeTask(
            pane: .posture, number: 1, contents: list, arrangement: Arrangement(filter: filter), index: nil,
            keeping: nil
        ).run()
        #expect(arranged.order.map { list.rows[Int($0)][0] } == expected)
    }

    @Test("a column leaves where no row that is shown has anything in it")
    func emptyColumns() {
        let list = VerdictList(rows: [["well", "✓ protected", "1 h"], ["bare", "✗ unprotected", ""]])
        func hidden(_ filter: String) -> Set<Int> {
            ArrangeTask(
                pane: .posture, number: 1, contents: list,
                arrangement: Arrangement(filter: Filter(filter, columns: ["name"])), index: nil, keeping: nil
            ).run().emptyColumns
        }
        #expect(hidden("") == [])
        #expect(hidden("name:bare") == [2])
    }

    @Test("a word does not match across two cells")
    func cells() { #expect(shown(Arrangement(filter: Filter("bad us", columns: []))) == ["media-bad"]) }

    @Test("a sorted list keeps the order of equals")
    func sort() {
        #expect(
            shown(Arrangement(sort: SortMark(column: 1, ascending: true))) == [
                "Logs", "east", "media-bad", "arn:aws:s3:::x",
            ])
        #expect(
            shown(Arrangement(sort: SortMark(column: 1, ascending: false))) == [
                "arn:aws:s3:::x", "media-bad", "Logs", "east",
            ])
    }

    @Test("faults only leaves out what is well")
    func faults() { #expect(shown(Arrangement(faultsOnly: true)) == ["media-bad"]) }

    @Test("the selected row is found again in another order")
    func selection() {
        let arranged = ArrangeTask(
            pane: .buckets, number: 1, contents: list,
            arrangement: Arrangement(sort: SortMark(column: 0, ascending: true)),
            index: nil, keeping: "Logs"
        ).run()
        #expect(arranged.selected.map { list.rows[Int(arranged.order[$0])][0] } == "Logs")
    }
}
