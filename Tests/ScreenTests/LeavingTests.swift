import Canvas
import Console
import Posture
import Recovery
import Testing

/// A walkthrough that is left and opened again.
@Suite("A walkthrough that is left")
struct LeavingTests {
    private func walking() async throws -> Driver {
        var driver = try await DemoScreens.settled(Size(columns: 80, rows: 24))
        driver.press("2 / terraform-state enter r enter enter enter")
        return driver
    }

    @Test("goes on with what was entered, not with what the ledger told at its start")
    func goesOn() async throws {
        var driver = try await walking()
        let left = try #require(driver.model.walk?.walkthrough)
        driver.press("esc")
        #expect(driver.model.walk == nil)
        driver.press("g enter")
        #expect(driver.model.walk?.walkthrough == left)
        // Opening writes nothing: the ledger has the last state already.
        guard case .openWalk(_, let opened, _)? = driver.undone.last else {
            Issue.record("\(String(describing: driver.undone.last)) instead of opening it")
            return
        }
        #expect(opened == left)
    }

    @Test("brings back what was typed and not entered, over Back and over esc")
    func typed() async throws {
        var driver = try await walking()
        driver.press("enter enter half-a-na")
        #expect(driver.model.walk?.question?.name == "bucket")
        driver.press("shift-tab enter")
        #expect(driver.model.walk?.input.text == "half-a-na")
        driver.press("me esc g enter")
        #expect(driver.model.walk?.input.text == "half-a-name")
        guard
            case .keepWalk(_, let kept, _)? = driver.undone.last(where: {
                if case .keepWalk = $0 { true } else { false }
            })
        else {
            Issue.record("it was not kept")
            return
        }
        #expect(kept.typed == "half-a-name")
        // Leaving the program is leaving too.
        driver.press("r ctrl-c ctrl-c")
        #expect(driver.model.isEnding)
        guard case .keepWalk(_, let last, _)? = driver.undone.dropLast().last else {
            Issue.record("it was not kept at the end")
            return
        }
        #expect(last.typed == "half-a-namer")
    }

    @Test("keeps its id to itself while the ledger is slow to answer, and none begins without one")
    func ids() async throws {
        var driver = try await DemoScreens.settled(Size(columns: 80, rows: 24))
        var ids: Set<String> = []
        for _ in 1...3 {
            driver.press("6 n")
            ids.insert(try #require(driver.model.walk?.id))
            driver.press("esc")
        }
        #expect(ids.count == 3 && driver.model.records.walks.count == 3)
        driver.press("n")
        #expect(driver.model.walk == nil)
        #expect(driver.model.notice?.text == "new: the ledger has not answered yet")
        driver.take(.records(RestoreRecords(nextIDs: ["another"])))
        driver.press("n")
        #expect(driver.model.walk?.id == "another")
    }

    @Test("is left when another account is turned to, and not shown there")
    func anotherAccount() async throws {
        var account = AccountState()
        account.profiles = ["default", "production"]
        var driver = Driver(Model(size: Size(columns: 80, rows: 24), now: DemoScreens.moment, account: account))
        driver.take(.surveyBegan, .surveyed(try await DemoScreens.clean.value))
        driver.take(.records(RestoreRecords(nextIDs: ["walkthrough"])))
        driver.press("2 / terraform-state enter r enter enter enter")
        #expect(driver.model.walk != nil)
        driver.press("P")
        driver.take(.profiles(["default", "production"]))
        driver.press("end enter")
        #expect(driver.model.walk == nil && !driver.model.isArmed)
    }
}
