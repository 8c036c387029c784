import AWSCore
import AWSModel
import Foundation
import Testing

@testable import SimulatedAWS

struct SimulatedRuleTests {
    @Test("A plan without a selection protects nothing (2.1)")
    func noSelection() {
        var bench = BackupBench()
        bench.backup.add(BackupPlan(name: "p", rules: [BackupBench.rule()]), in: BackupBench.home, createdAt: bench.now)
        bench.pass(days: 2)
        #expect(bench.jobStates.isEmpty)
    }

    @Test("A rule backs up what its selection takes each time it is due")
    func daily() {
        var bench = BackupBench()
        bench.plan([BackupBench.rule()], resources: ["arn:aws:ec2:*:*:volume/*"])
        bench.pass(days: 3)
        let points = bench.points("main")
        #expect(points.map(\.createdAt) == [53, 29, 5].map { Date(timeIntervalSince1970: 1_795_132_800 + $0 * 3600) })
        #expect(Set(points.map(\.resourceARN)) == [BackupBench.volume.arn])
        #expect(points.first?.origin?.planName == "plan")
    }

    @Test("A long leap of the clock does what many small ones do")
    func leaps() {
        var leap = BackupBench()
        leap.plan([BackupBench.rule(copyTo: BackupBench.vaultARN("dr"))], resources: ["*"])
        var walk = leap
        leap.pass(days: 4)
        for _ in 0..<(4 * 24) { walk.pass(hours: 1) }
        #expect(leap.backup.backupJobs(in: BackupBench.home) == walk.backup.backupJobs(in: BackupBench.home))
        #expect(leap.backup.allCopyJobs == walk.backup.allCopyJobs)
        #expect(leap.points("dr", in: BackupBench.away) == walk.points("dr", in: BackupBench.away))
        #expect(!leap.points("dr", in: BackupBench.away).isEmpty)
    }

    @Test("Recovery points go some hours after their retention (2.2)")
    func expiry() {
        var bench = BackupBench()
        bench.plan([BackupBench.rule(keep: 2)], resources: [BackupBench.volume.arn])
        bench.pass(days: 10)
        #expect((2...3).contains(bench.points("main").count))
        #expect(bench.points("main").allSatisfy { $0.createdAt > bench.now - 2.5 * 86400 })
    }

    @Test("A recovery point that could not be deleted stays, EXPIRED (2.13)")
    func undeletable() {
        var bench = BackupBench()
        bench.backup.add(
            SimulatedRecoveryPoint(
                arn: "arn:aws:ec2:us-east-1::snapshot/snap-1", resourceARN: "arn:x", resourceType: "EBS",
                status: .known(.expired), createdAt: bench.now - 90 * 86400,
                lifecycle: RecoveryPointLifecycle(deleteAfterDays: 30)), toVault: "main", in: BackupBench.home)
        bench.pass(days: 1)
        #expect(bench.points("main").count == 1)
    }

    @Test("Of rules whose start windows overlap only the one with the longer retention runs (2.4)")
    func overlap() {
        var bench = BackupBench()
        let monthly = BackupBench.rule("monthly", schedule: "cron(30 5 L * ? *)", keep: 365)
        bench.plan([BackupBench.rule("daily"), monthly], resources: [BackupBench.volume.arn])
        bench.pass(days: 11)
        let names = bench.points("main").reversed().compactMap { $0.origin?.ruleName }
        // The month ends on the eleventh day.
        #expect(names == Array(repeating: "daily", count: 10) + ["monthly"])
    }

    @Test("Opt-in decides what a star takes (2.6)")
    func optIn() {
        var bench = BackupBench()
        bench.call(.put, "/account-settings", .json(#"{"ResourceTypeOptInPreference":{"S3":false}}"#))
        bench.plan([BackupBench.rule()], resources: ["*"])
        bench.pass(days: 1)
        #expect(Set(bench.points("main").map(\.resourceType)) == ["EBS", "RDS", "DynamoDB"])
    }

    @Test("A plan protects resources of its own region only (2.7)")
    func ownRegion() {
        var bench = BackupBench()
        bench.world.resources[BackupBench.away] = [SimulatedResource(arn: "arn:aws:s3:::far", type: "S3")]
        bench.plan([BackupBench.rule()], resources: ["*"])
        bench.pass(days: 1)
        #expect(!bench.points("main").contains { $0.resourceARN == "arn:aws:s3:::far" })
    }

    @Test("A continuous rule keeps one recovery point that stays available (2.3)")
    func continuous() throws {
        var bench = BackupBench()
        bench.plan([BackupBench.rule(continuous: true)], resources: [BackupBench.bucket.arn])
        bench.pass(days: 40)
        #expect(bench.points("main").count == 1)
        let point = try #require(bench.points("main").first)
        #expect(point.status == .known(.available))
        #expect(point.arn.contains("recovery-point:continuous:media-"))
    }

    @Test("A resource under continuous backup was last backed up by the last run (2.3)")
    func continuousIsFresh() throws {
        var bench = BackupBench()
        bench.plan([BackupBench.rule(continuous: true)], resources: [BackupBench.bucket.arn])
        bench.pass(days: 40)
        let rows =
            bench.call(.get, "/resources/").rows("Results")
            + bench.call(.get, "/backup-vaults/main/resources/").rows("Results")
        #expect(rows.count == 2)
        for row in rows {
            let last = try #require(row["LastBackupTime"]?.asSeconds)
            #expect(bench.now.timeIntervalSince1970 - last < 86400)
        }
    }

    @Test("A second plan for point-in-time recovery takes snapshots and says so (2.3)")
    func secondContinuous() {
        var bench = BackupBench()
        let resources = [BackupBench.database.arn]
        bench.plan([BackupBench.rule(continuous: true)], resources: resources)
        bench.plan(
            [BackupBench.rule(schedule: "cron(0 9 ? * * *)", continuous: true)], resources: resources, name: "second")
        bench.pass(days: 1)
        let job = bench.backup.backupJobs(in: BackupBench.home).first
        #expect(job?.state == .known(.completed))
        #expect(job?.messageCategory != "SUCCESS")
        #expect(bench.points("main").filter(\.isContinuous).count == 1)
        #expect(bench.points("main").count == 2)
    }

    @Test("A bucket that stops telling EventBridge has its continuous backup stopped, without an alert (2.8)")
    func eventBridge() {
        var bench = BackupBench()
        bench.plan([BackupBench.rule(continuous: true)], resources: [BackupBench.bucket.arn])
        bench.pass(days: 1)
        bench.world.resources[BackupBench.home]?[0].notifiesEventBridge = false
        bench.pass(days: 1)
        #expect(bench.points("main").map(\.status) == [.known(.completed), .known(.stopped)])
        #expect(bench.jobStates == ["COMPLETED", "COMPLETED"])
    }

    @Test("A backup of S3 is dated at the end of its traversal, others at their job's creation (2.2, 2.8)")
    func dates() {
        var bench = BackupBench()
        bench.plan([BackupBench.rule()], resources: [BackupBench.bucket.arn, BackupBench.volume.arn])
        bench.pass(days: 1)
        let five = bench.now - 19 * 3600
        for point in bench.points("main") {
            #expect((point.createdAt > five) == (point.resourceType == "S3"))
        }
    }
}
