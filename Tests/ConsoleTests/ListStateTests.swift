import Canvas
import Testing

@testable import Console

@Suite("A list while it is being arranged")
struct ListStateTests {
    private let words = WordList(rows: [["ash", "x"], ["beech", "x"], ["birch", "x"], ["cedar", "x"]])

    private func shown(_ list: ListState) -> [String] { list.order.map { list.contents.identity(at: Int($0)) } }

    /// A list that shows the words.
    private func filled() throws -> ListState {
        var list = ListState()
        list.want(words)
        let task = try given(list.task(of: .buckets))
        expectNone(list.take(task.run(), of: .buckets))
        return list
    }

    /// The macros of Testing cannot call what changes a list.
    private func given(_ task: ArrangeTask?) throws -> ArrangeTask { try #require(task) }
    private func expectNone(_ task: ArrangeTask?) { #expect(task.map(\.number) == nil) }

    private func filter(_ text: String) -> Filter { Filter(text, columns: words.columns.map(\.name)) }

    @Test("keys typed meanwhile make one task more, which has the index of the first")
    func coalesces() throws {
        var list = try filled()
        list.arrangement.filter = filter("b")
        let first = try given(list.task(of: .buckets))
        for text in ["be", "bee", "beec"] {
            list.arrangement.filter = filter(text)
            expectNone(list.task(of: .buckets))
        }
        let next = try given(list.take(first.run(), of: .buckets))
        #expect(shown(list) == ["beech", "birch"])
        #expect(next.arrangement.filter.text == "beec")
        #expect(next.index != nil)
        expectNone(list.take(next.run(), of: .buckets))
        #expect(shown(list) == ["beech"])
    }

    @Test("who moves on meanwhile is not taken back")
    func selection() throws {
        var list = try filled()
        list.arrangement.sort = SortMark(column: 0, ascending: false)
        let task = try given(list.task(of: .buckets))
        list.position.move(by: 2, count: 4)
        list.isChosen = true
        #expect(list.selectedIdentity == "birch")
        _ = list.take(task.run(), of: .buckets)
        #expect(shown(list) == ["cedar", "birch", "beech", "ash"])
        #expect(list.selectedIdentity == "birch")
    }

    @Test("another reading of the account does not use the index of the one before")
    func indexOfOthers() throws {
        var list = try filled()
        list.arrangement.filter = filter("oak")
        let task = try given(list.task(of: .buckets))
        list.want(WordList(rows: [["oak", "y"]]))
        let next = try given(list.take(task.run(), of: .buckets))
        #expect(next.index == nil)
        _ = list.take(next.run(), of: .buckets)
        #expect(shown(list) == ["oak"])
    }

    @Test("an emptied list shows nothing of what was being arranged for it")
    func emptied() throws {
        var list = try filled()
        list.arrangement.faultsOnly = true
        let task = try given(list.task(of: .buckets))
        list.empty(faultsOnly: false)
        let next = list.take(task.run(), of: .buckets)
        #expect(shown(list).isEmpty)
        _ = list.take(try #require(next).run(), of: .buckets)
        #expect(shown(list).isEmpty)
    }
}
