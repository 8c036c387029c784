import Testing

@testable import Canvas

@Suite("A golden screen")
struct ScreenCaptureTests {
    private func screen(_ columns: Int, _ rows: Int) -> Frame {
        var frame = Frame(Size(columns: columns, rows: rows))
        var row = 0
        for role in Role.allCases {
            for isSelected in [false, true] {
                frame.write(
                    "日 & <\(role)>", at: Point(column: row % 5, row: row), style: Style(role, isSelected: isSelected))
                row += 1
            }
        }
        return frame
    }

    @Test("becomes the frame again that it was made of", arguments: [(40, 60), (9, 3), (1, 1), (0, 0), (0, 3)])
    func roundTrip(_ columns: Int, _ rows: Int) {
        let frame = screen(columns, rows)
        let read = ScreenCapture.frame(of: ScreenCapture.text(of: frame))
        // Without rows nothing says how many columns there were.
        #expect(read?.cells == frame.cells)
        #expect(rows == 0 || read?.size == frame.size)
    }

    @Test("may hold a row that looks like the line between its planes")
    func dashes() {
        var frame = Frame(Size(columns: 3, rows: 2))
        frame.write("---", at: Point(column: 0, row: 0))
        frame.write("---", at: Point(column: 0, row: 1))
        #expect(ScreenCapture.frame(of: ScreenCapture.text(of: frame)) == frame)
    }

    @Test(
        "has two planes of one size, in letters that mean something",
        arguments: ["", "a\n", "a\n---\n", "ab\n---\n.\n", "a\n---\n!\n", "a\nb\n---\n.\n..\n", "\u{1B}\n---\n.\n"])
    func malformed(_ text: String) {
        #expect(ScreenCapture.frame(of: text) == nil)
    }

    @Test("has a letter of its own for each style")
    func letters() {
        let styles = Role.allCases.flatMap { [Style($0), Style($0, isSelected: true)] }
        #expect(Set(styles.map(\.letter)).count == styles.count)
        #expect(styles.allSatisfy { Style(letter: $0.letter) == $0 })
    }
}
