import AWSModel
import Foundation
import Testing

@testable import SimulatedAWS

@Suite("Replication of automated backups")
struct SimulatedBackupReplicationTests {
    private let start = TestAccount.start
    private let replication: SimulatedBackupReplication

    init() {
        var store = DatabaseStore()
        let source = store.addInstance("shop", in: "us-east-1", account: "123456789012", at: start)
        replication = store.replicateBackups(
            of: source, to: "us-west-2", account: "123456789012", retentionDays: 2, at: start)
    }

    @Test("holds minutes less than now, and days as it was told", arguments: [0.0, 60, 86_400, 864_000])
    func window(_ seconds: Double) {
        let now = start.addingTimeInterval(seconds)
        let window = replication.restoreWindow(at: now)
        #expect(window.upperBound == max(start, now.addingTimeInterval(-480)))
        #expect(window.lowerBound == max(start, now.addingTimeInterval(-172_800)))
    }

    @Test("stands still once it has stopped, and is retained until its days are over")
    func stopped() {
        var stopped = replication
        stopped.stoppedAt = start.addingTimeInterval(86_400)
        let window = stopped.restoreWindow(at: start.addingTimeInterval(2_000_000))
        #expect(window.upperBound == start.addingTimeInterval(86_400 - 480))
        #expect(window.lowerBound == window.upperBound)
        #expect(stopped.status == "retained")
    }
}
