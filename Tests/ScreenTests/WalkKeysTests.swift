import Canvas
import Console
import Recovery
import Testing

/// What a key does while a walkthrough has the body of the screen: nothing to the list that nobody sees.
@Suite("Keys on a page of a walkthrough")
struct WalkKeysTests {
    private static let toReview =
        "2 / terraform-state enter r enter enter enter enter enter my-dr-bucket enter enter enter enter enter enter"

    private func page(_ keys: String, host: WalkHost = WalkHost()) async throws -> Driver {
        var driver = try await DemoScreens.settled(Size(columns: 80, rows: 24))
        driver.host = host
        driver.press(keys)
        return driver
    }

    private func ended() async throws -> Driver {
        var host = WalkHost()
        host.progress = RecoveryProgress(.completed, messages: ["✓ all calls have ended well"], created: ["x"])
        let driver = try await page(Self.toReview + " enter my-dr-bucket enter enter enter", host: host)
        try #require(driver.model.walk?.question?.name == "works")
        return driver
    }

    @Test("n, N and r begin no other walkthrough, and say why", arguments: ["n", "N", "r"])
    func beginsNone(key: String) async throws {
        var driver = try await page("2 / terraform-state enter r")
        let id = try #require(driver.model.walk?.id)
        let walkthrough = driver.model.walk?.walkthrough
        driver.press(key)
        #expect(driver.model.walk?.id == id && driver.model.walk?.walkthrough == walkthrough)
        #expect(driver.model.notice?.text.contains("a walkthrough is open: esc leaves it") == true)
    }

    @Test("the list behind it is not filtered, sorted, marked or moved")
    func list() async throws {
        var driver = try await page("2 / terraform-state enter r")
        let list = driver.model.list
        for key in ["/", "s", "S", "a", "space", "M", "z", "home", "end", "G", "J"] {
            driver.press(key)
            #expect(driver.model.overlay == nil && !driver.model.isZoomed, "\(key)")
        }
        driver.take(.scrolled(rows: 3))
        driver.take(.clicked(Point(column: 10, row: 12)))
        #expect(driver.model.list.position == list.position && driver.model.list.marks == list.marks)
        #expect(driver.model.list.arrangement.sort == list.arrangement.sort)
        #expect(driver.model.list.arrangement.faultsOnly == list.arrangement.faultsOnly)
    }

    @Test("y and n choose where yes or no is asked, and enter answers")
    func yesNo() async throws {
        var driver = try await ended()
        driver.press("y")
        #expect(ScreenCapture.text(of: driver.frame).contains("▸ yes"))
        driver.press("n")
        #expect(ScreenCapture.text(of: driver.frame).contains("▸ no"))
        driver.press("y enter")
        #expect(driver.model.walk?.question?.name == "evidence")
        #expect(driver.model.walk?.walkthrough.path.flatMap(\.answers).contains { $0.value == "yes" } == true)
    }

    @Test("enter alone is no answer to whether it works, and what was answered after the calls can be gone back to")
    func works() async throws {
        var driver = try await ended()
        driver.press("enter enter enter")
        #expect(driver.model.walk?.question?.name == "works")
        #expect(driver.model.walk?.fault == "answer yes or no")
        driver.press("n enter")
        try #require(driver.model.walk?.question?.name == "evidence")
        driver.press("shift-tab")
        #expect(driver.model.walk?.question?.name == "works")
        driver.press("y enter")
        #expect(driver.model.walk?.walkthrough.path.flatMap(\.answers).contains { $0.value == "yes" } == true)
        // The confirmation itself stays behind.
        driver.press("shift-tab shift-tab shift-tab shift-tab shift-tab")
        #expect(driver.model.walk?.question?.step == .progress)
        #expect(driver.model.notice?.text == "what was confirmed is not gone back on")
    }

    @Test("y copies the commands of the review, and ctrl-y where letters are typed")
    func copies() async throws {
        var driver = try await page(Self.toReview)
        let commands = try #require(driver.model.walk?.walkthrough.review?.commands)
        func copied() -> [String]? {
            guard case .copy(let lines)? = driver.undone.last else { return nil }
            return lines
        }
        driver.press("y")
        #expect(copied() == commands && commands.first?.hasPrefix("aws backup start-restore-job") == true)
        driver.press("enter y")
        #expect(driver.model.walk?.input.text == "y")
        driver.press("ctrl-y")
        #expect(copied() == commands)
    }

    @Test("a page is scrolled as far as it goes, under its heading", arguments: ["pgdn", "down", "end"])
    func scrolls(key: String) async throws {
        var driver = try await page(Self.toReview)
        for _ in 0..<100 { driver.press(key) }
        let text = ScreenCapture.text(of: driver.frame)
        #expect(text.contains("What would be done") && text.contains("By hand:") && !text.contains("pgdn more"))
        let bottom = driver.frame
        driver.press(key)
        #expect(driver.frame == bottom)
        // One key leads back from there, not as many as were pressed in vain.
        driver.press("up")
        #expect(driver.frame != bottom)
    }

    @Test("the heading of the checks stays at 80x24, and the key bar offers only what does something")
    func heading() async throws {
        let checks = try await page(
            "2 / terraform-state enter r enter enter enter enter enter my-dr-bucket enter enter enter enter enter")
        #expect(ScreenCapture.text(of: checks.frame).contains("Not all is known"))
        let running = try await page(Self.toReview + " enter my-dr-bucket enter")
        let keys = String(running.frame.row(23).map(\.glyph))
        #expect(keys.contains("esc leave") && !keys.contains("enter") && !keys.contains("shift-tab"))
        let first = try await page("2 / terraform-state enter r")
        #expect(!String(first.frame.row(23).map(\.glyph)).contains("shift-tab"))
    }

    @Test("y says that no call is shown yet where none is")
    func copiesNothing() async throws {
        var driver = try await page("2 / terraform-state enter r y")
        #expect(driver.model.notice?.text == "copy: no call is shown yet")
        #expect(!driver.undone.contains { if case .copy = $0 { true } else { false } })
        driver.press("esc")
        #expect(driver.model.walk == nil)
    }

    @Test("one that is open behind another pane is kept when another begins")
    func keepsTheOther() async throws {
        let driver = try await page("2 / terraform-state enter r enter enter 2 r")
        #expect(driver.model.records.walks.count == 1)
    }
}
