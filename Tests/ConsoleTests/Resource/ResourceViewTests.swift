import AWSModel
import Canvas
import Foundation
import Posture
import Testing

@testable import Console

@Suite("The view of a resource")
struct ResourceViewTests {
    private static let arn = "arn:aws:s3:::logs"

    /// Over an account that has no backup plan.
    private static func desk() -> Desk {
        var desk = Desk(size: Size(columns: 120, rows: 60))
        var inventory = Desk.inventory(["logs"])
        inventory.backup = [
            BackupRegion(
                region: "us-east-1", settings: Desk.absent(), vaults: Desk.read([]), plans: Desk.read([]),
                protectedResources: Desk.read([]), troubledJobs: Desk.read([]), troubledCopies: Desk.read([]),
                restores: Desk.read([]), restoreTestingPlans: Desk.read([]))
        ]
        desk.take(.surveyed(inventory))
        return desk
    }

    /// The first bucket opened, and judged.
    private static func opened(_ desk: Desk = desk()) throws -> Desk {
        var desk = desk
        desk.press(.enter)
        let inventory = try #require(desk.model.picture?.inventory)
        desk.take(
            .judgedResource(arn: arn, try Analyzer.dossier(of: arn, in: inventory, now: Desk.moment)))
        return desk
    }

    @Test("Y copies the next command of what is missing, after the last the first again, and says which it was")
    func commands() throws {
        var desk = try Self.opened()
        let commands = desk.model.commandsOfOpened
        try #require(commands.count > 1)
        for round in 0...commands.count {
            desk.press(.character("Y"))
            let expected = commands[round % commands.count]
            #expect(desk.copied == [expected])
            desk.take(.copied(try #require(desk.copied)))
            let place = round % commands.count + 1
            #expect(desk.model.notice?.text == "copied \(place) of \(commands.count): \(expected)")
        }
        desk.press(.character("y"))
        #expect(desk.copied == [Self.arn])
    }

    @Test("Y says why it does nothing while the resource is judged")
    func judging() {
        var desk = Self.desk()
        desk.press(.enter, .character("Y"))
        #expect(desk.copied == nil)
        #expect(desk.model.notice?.text.contains("it is still being judged") == true)
    }

    @Test("Opened while another threat is asked about, it leads with that threat's verdict")
    func threat() throws {
        var desk = Self.desk()
        desk.take(.key(.character("T")))
        desk.press(.down, .down, .down, .enter)
        #expect(desk.model.threat == .corruption)
        let inventory = try #require(desk.model.picture?.inventory)
        let assessment = Analyzer.assess(inventory, scenarios: [], threats: [.corruption], now: Desk.moment)
        desk.take(.judged(try #require(assessment.scenarios.first)))
        desk.press(.character("a"))
        let screen = try Self.opened(desk).screen
        let threat = try #require(screen.range(of: "Against corruption: "))
        let outage = try #require(screen.range(of: "If us-east-1 goes down: "))
        #expect(threat.lowerBound < outage.lowerBound)
        let plain = try Self.opened().screen
        #expect(!plain.contains("Against corruption: "))
    }
}
