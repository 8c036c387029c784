import AWSModel
import Canvas
import Posture
import Testing

@testable import Console

@Suite("Accepted risks on the screen")
struct AcceptedRiskTests {
    /// The interface over unprotected buckets, of which those with a name are accepted.
    static func desk(_ buckets: [String], accepting name: String, size: Size = Size(columns: 120, rows: 30)) -> Desk {
        var desk = Desk(buckets: buckets, size: size)
        let objectives = Objectives([
            ObjectiveRule(
                match: ResourceMatch(name: name),
                accept: Acceptance(reason: "rebuilt from the source", review: CivilDate(year: 2027, month: 4, day: 1)))
        ])
        var inventory = Desk.inventory(buckets)
        inventory.backup = [
            BackupRegion(
                region: "us-east-1", settings: Desk.absent(), vaults: Desk.read([]), plans: Desk.read([]),
                protectedResources: Desk.read([]), troubledJobs: Desk.read([]), troubledCopies: Desk.read([]),
                restores: Desk.read([]), restoreTestingPlans: Desk.read([]))
        ]
        desk.take(
            .pictured(Picture(of: inventory, objectives: objectives, now: Desk.moment), isFinal: true))
        return desk
    }

    @Test("an accepted resource is told by a glyph and a word, after those that are not")
    func row() {
        let screen = Self.desk(["logs", "media", "notes"], accepting: "logs").screen
        #expect(screen.contains("~ accepted"))
        let lines = screen.split(separator: "\n")
        let rows = lines.filter { $0.contains("✗ unprotected ") || $0.contains("~ accepted ") }.map(String.init)
        #expect(rows.firstIndex { $0.contains("logs") } ?? 0 > rows.firstIndex { $0.contains("notes") } ?? 9)
        #expect(screen.contains("✗ 3 unprotected  ~ 1 of them accepted"))
        #expect(screen.contains("NO"))
    }

    @Test("a yes says with how many accepted risks")
    func answer() {
        #expect(Self.desk(["logs"], accepting: "*").screen.contains("YES with 1 accepted risk "))
        #expect(Self.desk(["logs", "notes"], accepting: "*").screen.contains("YES with 2 accepted risks "))
    }

    @Test("its reason and its review stand in the details and in its own view, beside the verdict")
    func details() {
        var desk = Self.desk(["logs"], accepting: "*")
        desk.press(.enter)
        let screen = desk.screen
        #expect(screen.contains("✗ unprotected"))
        #expect(screen.contains("~ accepted until its review on 2027-04-01: rebuilt from the source"))
    }
}
