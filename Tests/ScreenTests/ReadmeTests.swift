import Console
import Foundation
import Testing

@Suite("The README")
struct ReadmeTests {
    @Test("its table of keys is the command table")
    func keys() throws {
        let file = Repository.root.appending(path: "README.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let start = "<!-- The command table: `make screens` writes it. -->\n"
        let end = "<!-- The end of the command table. -->"
        let head = try #require(text.range(of: start))
        let tail = try #require(text.range(of: end))
        let table = "\n" + CommandTable.markdown + "\n"
        if Repository.records {
            let new = text.replacingCharacters(in: head.upperBound..<tail.lowerBound, with: table)
            try new.write(to: file, atomically: true, encoding: .utf8)
            return
        }
        #expect(text[head.upperBound..<tail.lowerBound] == table)
    }
}
