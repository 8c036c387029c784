import AWSModel
import Canvas
import Console
import Foundation
import Posture
import Recovery
import Testing

/// A confirmed recovery of which it is not known that all was sent: the name is wanted again, and nothing needs it but
/// sending.
@Suite("A name that is wanted again")
struct NameWantedTests {
    private func wanting() async throws -> Driver {
        var driver = try await DemoScreens.settled(Size(columns: 80, rows: 24))
        driver.host.progress = RecoveryProgress(.unknown, messages: ["? backup:StartRestoreJob was not sent"])
        driver.press("2 / terraform-state enter r enter enter enter enter enter my-dr-bucket enter enter enter")
        driver.press("enter enter enter enter my-dr-bucket enter")
        try #require(driver.model.walk?.wantsName == true)
        return driver
    }

    private func granted(_ driver: Driver) -> Int {
        driver.undone.count { if case .recover(_, _, .some) = $0 { true } else { false } }
    }

    @Test("shows what was confirmed and how far it is, and sends nothing")
    func looks() async throws {
        var driver = try await wanting()
        let sent = granted(driver)
        #expect(driver.model.isArmed)
        driver.press("shift-tab")
        #expect(!driver.model.isArmed && driver.model.walk?.isLooking == true)
        guard case .watch(_, let calls)? = driver.undone.last(where: { if case .watch = $0 { true } else { false } })
        else {
            Issue.record("nobody asks how far it is")
            return
        }
        #expect(calls == driver.model.walk?.walkthrough.confirmedCalls && !calls.isEmpty)
        #expect(ScreenCapture.text(of: driver.frame).contains("was not sent"))
        // Keys are no letters of a name here: they lead to the other panes and back.
        driver.press("7")
        #expect(driver.model.pane == .activity)
        driver.press("6")
        #expect(driver.model.pane == .restore && driver.model.walk?.isLooking == true && !driver.model.isArmed)
        driver.press("enter")
        #expect(driver.model.walk?.isLooking == false && driver.model.isArmed)
        #expect(granted(driver) == sent)
        driver.press("my-dr-bucket enter")
        #expect(granted(driver) == sent + 1)
    }

    @Test("is left, and opened again, without it")
    func leaves() async throws {
        var driver = try await wanting()
        let sent = granted(driver)
        driver.press("esc")
        #expect(driver.model.walk == nil && !driver.model.isArmed)
        driver.press("g enter shift-tab esc")
        #expect(driver.model.walk == nil && granted(driver) == sent)
    }

    @Test("is not said to be armed in another pane, and is again in its own")
    func panes() async throws {
        var driver = try await wanting()
        driver.press("tab")
        #expect(driver.model.pane != .restore && !driver.model.isArmed)
        driver.press("6")
        #expect(driver.model.isArmed)
    }
}

/// Calls that AWS took, and whose end nobody knows.
@Suite("A watch that was given up")
struct GivenUpTests {
    private func givenUp(_ columns: Int = 80) async throws -> Driver {
        var driver = try await DemoScreens.settled(Size(columns: columns, rows: 24))
        var progress = RecoveryProgress(
            .unknown,
            messages: [
                "✓ backup:StartRestoreJob accepted: 8b9e40be",
                "? backup:DescribeRestoreJob in us-west-2: denied (AccessDeniedException): not authorized to perform "
                    + "backup:DescribeRestoreJob. Allow backup:DescribeRestoreJob to this role.",
            ])
        progress.unsent = []
        driver.host.progress = progress
        driver.press("2 / terraform-state enter r enter enter enter enter enter my-dr-bucket enter enter enter")
        driver.press("enter enter enter enter my-dr-bucket enter")
        return driver
    }

    @Test("says so with the whole reason, wants no name, and looks again on enter")
    func looksAgain() async throws {
        var driver = try await givenUp()
        let text = ScreenCapture.text(of: driver.frame)
        #expect(text.contains("AWS took the calls") && text.contains("Allow") && !text.contains("Type my-dr-bucket"))
        #expect(driver.model.walk?.wantsName == false && !driver.model.isArmed)
        let sent = driver.undone.count { if case .recover = $0 { true } else { false } }
        driver.press("enter")
        #expect(driver.undone.contains { if case .watch = $0 { true } else { false } })
        #expect(driver.undone.count { if case .recover = $0 { true } else { false } } == sent)
    }

    @Test("is told apart from calls that were not sent, each with what is known of it")
    func unsent() async throws {
        var driver = try await givenUp()
        let walk = try #require(driver.model.walk)
        let call = try #require(walk.walkthrough.confirmedCalls.first)
        driver.take(.walkWantsName(id: walk.id, [UnsentCall(call, "it was not sent")]))
        let text = ScreenCapture.text(of: driver.frame)
        #expect(text.contains("backup:StartRestoreJob in us-west-2: it was not sent"))
        #expect(text.contains("Type my-dr-bucket") && driver.model.isArmed)
    }

    @Test("wants no name any more once it has ended")
    func ended() async throws {
        var driver = try await givenUp()
        let walk = try #require(driver.model.walk)
        let call = try #require(walk.walkthrough.confirmedCalls.first)
        driver.take(.walkWantsName(id: walk.id, [UnsentCall(call, "it was not sent")]))
        let need = Need.progress(walk.walkthrough.confirmed)
        driver.take(.fact(.progress(RecoveryProgress(.completed, created: ["x"])), for: need, id: walk.id))
        #expect(driver.model.walk?.wantsName == false && driver.model.walk?.question?.name == "ended")
    }
}

/// What was read long before the name is typed.
@Suite("A name that is typed late")
struct LateNameTests {
    @Test("sends nothing before what is known was read again, and sends it then")
    func late() async throws {
        var driver = try await DemoScreens.settled(Size(columns: 80, rows: 24))
        driver.press("2 / terraform-state enter r enter enter enter enter enter my-dr-bucket enter enter enter")
        driver.press("enter enter enter enter")
        try #require(driver.model.walk?.question?.step == .confirm)
        let granted = { (driver: Driver) in
            driver.undone.count { if case .recover(_, _, .some) = $0 { true } else { false } }
        }
        driver.now += 16 * 60
        driver.press("my-dr-bucket enter")
        #expect(granted(driver) == 0)
        #expect(driver.model.walk?.walkthrough.knownAt == driver.now)
        let step = try #require(driver.model.walk?.question?.step)
        #expect(step < .confirm)
        #expect(ScreenCapture.text(of: driver.frame).contains("nothing was sent"))
        driver.press("enter enter")
        try #require(driver.model.walk?.question?.step == .confirm)
        driver.press("my-dr-bucket enter")
        #expect(granted(driver) == 1)
    }
}

/// What is typed where nothing of it is seen.
@Suite("A name that is typed unseen")
struct UnseenNameTests {
    @Test("confirms nothing while the terminal is too small, and is not typed either")
    func unseen() async throws {
        var driver = try await DemoScreens.settled(Size(columns: 80, rows: 24))
        driver.press("2 / terraform-state enter r enter enter enter enter enter my-dr-bucket enter enter enter")
        driver.press("enter enter enter enter")
        try #require(driver.model.walk?.question?.step == .confirm)
        driver.take(.resized(Size(columns: 60, rows: 15)))
        driver.press("my-dr-bucket enter")
        #expect(!driver.undone.contains { if case .recover = $0 { true } else { false } })
        driver.take(.resized(Size(columns: 80, rows: 24)))
        #expect(driver.model.walk?.question?.step == .confirm && driver.model.walk?.input.text == "")
    }
}

/// What the program says before it ends while something runs.
@Suite("Leaving the program")
struct QuittingTests {
    private func asked(_ keys: String) async throws -> String {
        var driver = try await DemoScreens.settled(Size(columns: 120, rows: 40))
        driver.press("2 / terraform-state enter r")
        driver.press(keys)
        return ScreenCapture.text(of: driver.frame)
    }

    private static let confirmed =
        "enter enter enter enter enter my-dr-bucket enter enter enter enter enter enter enter "
        + "my-dr-bucket enter"

    @Test("A job goes on at AWS")
    func job() async throws {
        #expect(try await asked(Self.confirmed + " esc q").contains("goes on there"))
    }

    @Test("Objects that this program changes one by one are not changed any further")
    func objects() async throws {
        var driver = try await DemoScreens.settled(Size(columns: 120, rows: 40))
        driver.press("2 / terraform-state enter r down enter 2026-11-18T00:00:00Z enter enter")
        let ways = try #require(driver.model.walk?.question?.choices)
        let way = try #require(ways.firstIndex { $0.value.hasPrefix("s3-versioning") }, "\(ways.map(\.value))")
        driver.press(String(repeating: "down ", count: way) + "enter enter enter enter enter terraform-state enter")
        let calls = driver.model.walk?.walkthrough.confirmedCalls ?? []
        #expect(calls.map(\.action.call) == ["s3:DeleteObject"])
        driver.press("esc q")
        let text = ScreenCapture.text(of: driver.frame)
        #expect(
            text.contains("Objects are being changed by this program") && !text.contains("goes on there"), "\(text)")
    }

    @Test("Where nothing runs, nothing is lost")
    func nothing() async throws {
        #expect(try await asked("esc q").contains("Nothing is running that would be lost"))
    }
}
