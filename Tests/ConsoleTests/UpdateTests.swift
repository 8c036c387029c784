import AWSModel
import Canvas
import Posture
import Testing

@testable import Console

@Suite("Keys and what they do")
struct UpdateTests {
    @Test("numbers and tab go from pane to pane, and round")
    func panes() {
        var desk = Desk()
        desk.press(.character("4"))
        #expect(desk.model.pane == .calendar)
        desk.press(.tab)
        #expect(desk.model.pane == .resources)
        desk.press(.character("1"), .backTab)
        #expect(desk.model.pane == .activity)
    }

    @Test("a click on a tab opens it, and each column of the line belongs to the tab that is drawn there")
    func tabs() {
        var desk = Desk()
        let row = ScreenLayout(desk.model).tabs.row
        var seen: [Pane] = []
        for column in 0..<desk.model.size.columns {
            // Each time from the first pane, for the one in front is the widest.
            desk.press(.character("1"))
            desk.take(.clicked(Point(column: column, row: row)))
            if seen.last != desk.model.pane { seen.append(desk.model.pane) }
        }
        // Beside the last tab there is nothing, and nothing happens.
        #expect(seen == Pane.allCases || seen == Pane.allCases + [.posture])
    }

    @Test("back and forward go the way that was come")
    func history() {
        var desk = Desk()
        desk.press(.character("4"), .character("1"), .down, .enter)
        #expect(desk.model.opened?.arn == "arn:aws:s3:::media")
        desk.press(.character("["))
        #expect(desk.model.opened == nil)
        #expect(desk.selected == "arn:aws:s3:::media")
        desk.press(.character("["))
        #expect(desk.model.pane == .calendar)
        desk.press(.character("]"), .character("]"))
        #expect(desk.model.opened?.arn == "arn:aws:s3:::media")
    }

    @Test("escape leaves what was opened last, and at the end nothing")
    func escape() {
        var desk = Desk()
        desk.press(.character("/"))
        desk.type("media")
        desk.press(.enter, .enter)
        #expect(desk.model.opened != nil)
        desk.press(.escape)
        #expect(desk.model.opened == nil)
        #expect(desk.model.list.order.count == 1)
        desk.press(.escape)
        #expect(desk.model.list.order.count == 3)
        desk.press(.escape)
        #expect(desk.model.overlay == nil)
    }

    @Test("q goes back, and at the top asks; only y leaves")
    func quit() {
        var desk = Desk()
        desk.press(.enter, .character("q"))
        #expect(desk.model.opened == nil)
        #expect(desk.model.overlay == nil)
        desk.press(.character("q"))
        #expect(desk.model.overlay == .quit)
        desk.press(.enter)
        #expect(desk.model.overlay == nil)
        #expect(!desk.model.isEnding)
        desk.press(.character("q"), .character("y"))
        #expect(desk.model.isEnding)
    }

    @Test("q twice leaves; what is typed by somebody who thinks to have left is not obeyed")
    func typedOn() {
        var desk = Desk()
        desk.press(.character("q"))
        desk.type("ls | 2")
        #expect(desk.model.overlay == .quit)
        #expect(desk.model.pane == .posture)
        desk.press(.character("q"))
        #expect(desk.model.isEnding)
    }

    @Test("a key that does nothing says so")
    func unbound() {
        var desk = Desk()
        desk.press(.character("c"))
        #expect(desk.model.notice?.text == "c does nothing here; ? shows the keys that do")
    }

    @Test("the filter begins empty, and escape shows all rows again")
    func filterAnew() {
        var desk = Desk()
        desk.press(.character("/"))
        desk.type("me")
        desk.press(.enter, .character("/"))
        #expect(desk.model.list.order.count == 3)
        desk.type("notes")
        #expect(desk.selected == "arn:aws:s3:::notes")
        desk.press(.escape)
        #expect(desk.model.list.order.count == 3)
    }

    @Test("copying takes the marked rows that are shown, else the selected one")
    func copying() {
        var desk = Desk()
        desk.press(.character(" "), .character(" "), .character("y"))
        #expect(desk.copied == ["arn:aws:s3:::logs", "arn:aws:s3:::media"])
        desk.press(.character("/"))
        desk.type("notes")
        desk.press(.enter, .character("y"))
        #expect(desk.copied == ["arn:aws:s3:::notes"])
    }

    @Test("a region that falls silent and comes back leaves both in the log")
    func regionLog() {
        var desk = Desk()
        desk.take(.surveyed(Desk.inventory(["media"], status: .timedOut)))
        desk.take(.surveyed(Desk.inventory(["media"], status: .timedOut)))
        desk.take(.surveyed(Desk.inventory(["media"])))
        #expect(desk.model.account.regionEvents.map(\.state) == [.timedOut, .answered])
        desk.press(.character("7"))
        #expect(desk.model.list.order.count == 2)
        #expect(desk.model.activityLog.contains("✓ answers again"))
    }

    @Test("help can be read to its end at any size", arguments: [60, 80, 120])
    func helpToItsEnd(columns: Int) {
        var desk = Desk()
        desk.take(.resized(Size(columns: columns, rows: 24)))
        desk.press(.character("?"), .end)
        #expect(desk.screen.contains("suspend"))
        desk.press(.character("g"))
        #expect(desk.screen.contains("In Posture"))
    }

    @Test("ctrl-c twice leaves from everywhere")
    func interrupt() {
        var desk = Desk()
        desk.press(.control("c"), .control("c"))
        #expect(desk.model.isEnding)
    }

    @Test("the filter narrows while it is typed, and keeps the selection")
    func filter() {
        var desk = Desk()
        desk.press(.down, .character("/"))
        desk.type("me")
        #expect(desk.selected == "arn:aws:s3:::media")
        #expect(desk.model.list.order.count == 1)
        desk.press(.backspace, .backspace)
        #expect(desk.model.list.order.count == 3)
        #expect(desk.selected == "arn:aws:s3:::media")
    }

    @Test("a new reading keeps the selected row selected wherever it now stands")
    func refresh() {
        var desk = Desk()
        desk.press(.end)
        #expect(desk.selected == "arn:aws:s3:::notes")
        desk.press(.character("R"))
        desk.take(.surveyed(Desk.inventory(["archive", "logs", "media", "notes", "zoo"])))
        #expect(desk.selected == "arn:aws:s3:::notes")
    }

    @Test("a refresh shows the old values until it has ended, and again when it fails")
    func failedRefresh() {
        var desk = Desk()
        desk.press(.character("R"))
        desk.take(.partial(Desk.inventory([])))
        #expect(desk.model.list.order.count == 3)
        desk.take(.surveyFailed("the credentials have expired"))
        #expect(desk.model.list.order.count == 3)
        #expect(desk.model.account.failure == "the credentials have expired")
    }

    @Test("what was copied is the selection, or all that is marked")
    func copy() {
        var desk = Desk()
        desk.press(.character("y"))
        desk.press(.character(" "), .character(" "), .character("y"))
        let copied = desk.effects.compactMap { effect -> [String]? in
            if case .copy(let lines) = effect { return lines }
            return nil
        }
        #expect(copied == [["arn:aws:s3:::logs"], ["arn:aws:s3:::logs", "arn:aws:s3:::media"]])
    }

    @Test("what is pasted where nothing is typed presses no keys")
    func paste() {
        var desk = Desk()
        desk.take(.pasted("qy"))
        #expect(desk.model.overlay == nil)
        #expect(!desk.model.isEnding)
        desk.press(.character("/"))
        desk.take(.pasted("med\nia"))
        #expect(desk.model.list.order.count == 1)
    }

    @Test("the palette completes, runs, and says why it cannot")
    func palette() {
        var desk = Desk()
        desk.press(.character(":"))
        desk.type("cal")
        desk.press(.tab)
        #expect(desk.model.overlay == .palette(TextInput("calendar"), selected: 0))
        desk.press(.enter)
        #expect(desk.model.pane == .calendar)
        desk.press(.character(":"))
        desk.type("forward")
        desk.press(.enter)
        #expect(desk.model.notice?.text == "forward: there is nothing to go forward to")
    }

    @Test("the palette saves where it was told, in the letters that were typed")
    func save() {
        var desk = Desk()
        desk.press(.character(":"))
        desk.type("save /tmp/My.json")
        desk.press(.enter)
        guard case .saveSnapshot(_, let path)? = desk.effects.last else {
            Issue.record("nothing was saved")
            return
        }
        #expect(path == "/tmp/My.json")
    }

    @Test("another profile shows nothing of the former account")
    func profile() {
        var desk = Desk()
        desk.press(.character("P"))
        desk.take(.profiles(["default", "other"]))
        desk.press(.down, .enter)
        #expect(desk.model.picture == nil)
        #expect(desk.model.list.order.isEmpty)
        guard case .survey(profile: "other", regions: [])? = desk.effects.last else {
            Issue.record("no survey was asked for")
            return
        }
    }

    @Test("a page and the ends keep the selection in sight")
    func scrolling() {
        var desk = Desk(buckets: (0..<200).map { "bucket-\(1000 + $0)" })
        desk.press(.pageDown, .pageDown, .end)
        #expect(desk.model.list.position.selected == 199)
        let rows = desk.model.bodyRows
        #expect(desk.model.list.position.offset == 200 - rows)
        desk.press(.home)
        #expect(desk.model.list.position.offset == 0)
    }

    @Test(
        "no key does anything harmful while an interface is empty",
        arguments: [Size(columns: 1, rows: 1), Size(columns: 80, rows: 24)])
    func empty(size: Size) {
        var desk = Desk(buckets: [], size: size)
        let keys = CommandTable.all.flatMap(\.keys)
        for key in keys + keys.reversed() {
            desk.press(key)
            _ = Screen.frame(of: desk.model)
            desk.press(.escape)
        }
        #expect(!desk.model.isEnding)
    }
}
