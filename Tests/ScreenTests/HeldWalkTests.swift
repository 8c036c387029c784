import Canvas
import Console
import Recovery
import Testing

/// A walkthrough in which another process acts.
@Suite("A walkthrough that another process holds")
struct HeldWalkTests {
    private func held(_ holder: String?, outcome: String? = nil) async throws -> Driver {
        var driver = try await DemoScreens.settled(Size(columns: 80, rows: 24))
        driver.press("2 / terraform-state enter r enter enter enter enter enter my-dr-bucket enter enter enter")
        driver.press("enter enter enter enter")
        let walk = try #require(driver.model.walk)
        try #require(driver.model.isArmed)
        driver.take(
            .walkHeld(
                id: walk.id,
                HeldWalk(
                    walkthrough: walk.walkthrough, holder: holder, outcome: outcome,
                    calls: ["✓ startRestoreJob in us-west-2: accepted"])))
        return driver
    }

    @Test("is shown with who acts and what was called, and nothing can be confirmed in it")
    func readOnly() async throws {
        var driver = try await held("ann@bastion (process 7 of bastion)")
        let text = ScreenCapture.text(of: driver.frame)
        #expect(text.contains("ann@bastion (process 7 of bastion) acts in this walkthrough"))
        #expect(text.contains("startRestoreJob in us-west-2: accepted") && text.contains("start nothing else"))
        #expect(!driver.model.isArmed)
        let before = driver.model.walk
        let count = driver.undone.count
        driver.press("my-dr-bucket enter shift-tab")
        #expect(driver.model.walk?.walkthrough == before?.walkthrough)
        let acts = driver.undone.dropFirst(count).filter { if case .copy = $0 { false } else { true } }
        #expect(acts.isEmpty)
    }

    @Test("is looked at again as long as somebody acts in it, and is left without being written")
    func looksAgain() async throws {
        var driver = try await held("ann@bastion (process 7 of bastion)")
        guard case .lookOn? = driver.undone.last else {
            Issue.record("\(String(describing: driver.undone.last)) instead of looking again")
            return
        }
        var count = driver.undone.count
        driver.take(.walkFailed(id: try #require(driver.model.walk).id, "a look that failed"))
        #expect(driver.undone.count == count + 1)
        guard case .lookOn? = driver.undone.last else {
            Issue.record("\(String(describing: driver.undone.last)) instead of looking again after a failure")
            return
        }
        count = driver.undone.count
        driver.press("esc")
        #expect(driver.model.walk == nil)
        #expect(!driver.undone.dropFirst(count).contains { if case .keepWalk = $0 { true } else { false } })
    }

    @Test("goes on here once nobody acts in it any more, and only on enter")
    func takenOver() async throws {
        var driver = try await held(nil)
        #expect(ScreenCapture.text(of: driver.frame).contains("Nobody acts in this walkthrough any more"))
        driver.press("enter")
        #expect(driver.model.walk?.held == nil)
        #expect(driver.undone.contains { if case .openWalk = $0 { true } else { false } })
    }
}
