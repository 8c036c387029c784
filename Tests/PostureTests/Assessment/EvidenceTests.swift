import AWSModel
import Foundation
import Testing

@testable import Posture

private let media = TestAccount.bucketARN("media")

@Suite("Assurance, recovery point and recovery time")
struct EvidenceTests {
    private func replicated(
        latency: Reading<Double> = absent(), pending: Reading<Double> = absent(), failed: Reading<Double> = absent(),
        minutes: Int? = nil
    ) -> ResourceAssessment? {
        var account = TestAccount()
        account.addBucket("media") { $0.replicate(.to("media-dr") { $0.destination.replicationTimeMinutes = minutes }) }
        account.addDestination("media-dr")
        account.inventory.replicationMetrics = [
            ReplicationMetrics(
                sourceBucket: "media", destinationBucket: "media-dr", ruleID: "main", maximumLatency: latency,
                operationsPending: pending, operationsFailed: failed)
        ]
        return account.resource(media)
    }

    @Test("a latency without failures is observed, and measures the recovery point")
    func observed() {
        let resource = replicated(latency: read(42), failed: read(0), minutes: 15)
        #expect(resource?.assurance == .observed)
        #expect(resource?.recoveryPoint == Estimate(duration: .seconds(42), basis: .measured))
    }

    @Test("no data is not zero: the path rests on configuration")
    func noData() {
        let resource = replicated()
        #expect(resource?.assurance == .configured)
        #expect(resource?.recoveryPoint == Estimate(duration: .seconds(900), basis: .typical))
    }

    @Test("fact 1.11: replication time control bounds the recovery point")
    func timeControl() {
        #expect(replicated(minutes: 15)?.recoveryPoint == Estimate(duration: .seconds(900), basis: .configured))
    }

    @Test("a latency with unread failures is not observed, and what failed is unknown")
    func unreadFailures() {
        let resource = replicated(latency: read(42), failed: denied())
        #expect(resource?.assurance == .configured)
        #expect(resource?.verdict == .unknown)
    }

    @Test("failed operations are evidence against the path")
    func failing() {
        let resource = replicated(latency: read(42), failed: read(3))
        #expect(resource?.verdict == .atRisk)
        #expect(resource?.reason == "3 replication operations failed in the last day")
    }

    @Test("fact 1.19: operations that wait while nothing replicates are stuck")
    func stuck() {
        #expect(replicated(pending: read(5))?.verdict == .atRisk)
        #expect(replicated(latency: read(90_000), pending: read(5))?.verdict == .atRisk)
        #expect(replicated(latency: read(60), pending: read(5))?.verdict == .protected)
    }

    @Test("a lag of a day is a fault by itself, one of hours where operations are pending")
    func behind() {
        #expect(replicated(latency: read(86_400))?.verdict == .atRisk)
        #expect(replicated(latency: read(86_399))?.verdict == .protected)
        #expect(replicated(latency: read(14_401), pending: read(1))?.verdict == .atRisk)
        #expect(replicated(latency: read(14_400), pending: read(1))?.verdict == .protected)
        #expect(replicated(latency: read(14_401), pending: denied())?.verdict == .unknown)
        #expect(replicated(latency: read(.infinity))?.verdict == .atRisk)
    }

    @Test("metrics that are on and unread may tell of failures")
    func unreadMetrics() {
        let resource = replicated(latency: denied(), pending: denied(), failed: denied())
        #expect(resource?.verdict == .unknown)
        #expect(resource?.paths.first?.reasons.contains { $0.contains("metrics unread: denied") } == true)
    }

    @Test(
        "replicas in an archive are restored before they serve",
        arguments: zip(
            [nil, "STANDARD_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"], [600, 600, 600, 43_200, 172_800]))
    func archivedReplica(storageClass: String?, seconds: Int64) {
        var account = TestAccount()
        account.addBucket("media") { $0.replicate(.to("media-dr") { $0.destination.storageClass = storageClass }) }
        account.addDestination("media-dr")
        #expect(account.resource(media)?.recoveryTime?.seconds == seconds)
    }

    @Test("replicas that the destination moves to an archive are restored too")
    func replicaThatIsArchivedLater() {
        var account = TestAccount()
        account.addBucket("media") { $0.replicate(.to("media-dr")) }
        account.addDestination("media-dr") {
            $0.lifecycle = read(
                LifecycleConfiguration(rules: [
                    LifecycleRule(
                        status: .known(.enabled), transitions: [LifecycleTransition(days: 1, storageClass: "GLACIER")])
                ]))
        }
        #expect(account.resource(media)?.recoveryTime?.seconds == 43_200)
    }

    private func copied(restores: [RestoreJob] = [], in region: Region = "us-west-2") -> TestAccount {
        var account = TestAccount()
        account.addBucket("media")
        account.addVault()
        account.addPoint(of: media)
        account.addPlan()
        account.editBackup(region) { $0.restores = read(restores) }
        return account
    }

    @Test("a recovery point in cold storage takes hours")
    func cold() {
        var account = TestAccount()
        account.addBucket("media")
        account.addVault()
        account.addPoint(of: media) { $0.storageClass = "COLD" }
        account.addPlan()
        #expect(account.resource(media)?.recoveryTime == Estimate(duration: .hours(12), basis: .typical))
    }

    @Test("the time of a restore is measured only in the surviving region and of the same resource")
    func measuredElsewhere() {
        let elsewhere = copied(restores: [restore(hoursAgo: 100, minutes: 10)], in: "us-east-1")
        #expect(elsewhere.resource(media)?.recoveryTime?.basis == .typical)
        let another = copied(restores: [restore(hoursAgo: 100, minutes: 1, of: "arn:aws:s3:::tiny")])
        #expect(another.resource(media)?.recoveryTime?.basis == .typical)
    }

    @Test(
        "a validation that has not succeeded proves nothing",
        arguments: [RestoreJob.Validation.failed, .timedOut, .validating])
    func validation(state: RestoreJob.Validation) {
        var job = restore(hoursAgo: 100, minutes: 10)
        job.validation = .known(state)
        #expect(copied(restores: [job]).resource(media)?.assurance == .observed)
        job.validation = .other("NEW")
        #expect(copied(restores: [job]).resource(media)?.assurance == .observed)
        job.validation = .known(.successful)
        #expect(copied(restores: [job]).resource(media)?.assurance == .proven)
    }

    private func restore(hoursAgo: Double, minutes: Double, of arn: String? = media) -> RestoreJob {
        RestoreJob(
            id: "r", status: .known(.completed), sourceResourceARN: arn, resourceType: "S3",
            createdAt: TestAccount.hoursAgo(hoursAgo), completedAt: TestAccount.hoursAgo(hoursAgo - minutes / 60))
    }

    @Test("a completed copy is observed, its age is measured, its restore is typical")
    func copy() {
        let resource = copied().resource(media)
        #expect(resource?.assurance == .observed)
        #expect(resource?.recoveryPoint == Estimate(duration: .seconds(36_000), basis: .measured))
        #expect(resource?.recoveryTime?.basis == .typical)
    }

    @Test("fact 2.17: a restore in the surviving region within 90 days proves the path, and their median is measured")
    func proven() {
        let jobs = [10.0, 20, 60].map { restore(hoursAgo: 100, minutes: $0) }
        let resource = copied(restores: jobs).resource(media)
        #expect(resource?.assurance == .proven)
        #expect(resource?.recoveryTime == Estimate(duration: .seconds(1200), basis: .measured))
    }

    @Test("fact 2.17: a restore in the home region proves nothing of the other")
    func provenAtHome() {
        let account = copied(restores: [restore(hoursAgo: 100, minutes: 10)], in: "us-east-1")
        #expect(account.resource(media)?.assurance == .observed)
    }

    @Test("a restore of 91 days ago, of another bucket or with a failed validation proves nothing")
    func unproven() {
        var failed = restore(hoursAgo: 100, minutes: 10)
        failed.validation = .known(.failed)
        for job in [
            restore(hoursAgo: 91 * 24, minutes: 10), restore(hoursAgo: 9, minutes: 1, of: "arn:aws:s3:::b"), failed,
        ] {
            #expect(copied(restores: [job]).resource(media)?.assurance == .observed)
        }
    }

    @Test("weaker paths than asked for are at risk")
    func minimumAssurance() {
        let account = copied()
        #expect(account.assess(minimumAssurance: .observed)?.counts[.protected] == 1)
        #expect(account.assess(minimumAssurance: .proven)?.counts[.atRisk] == 1)
    }

    @Test("a copy no older than the objective is protected, whatever its schedule allows")
    func objectiveMet() {
        let account = copied()
        #expect(account.assess(objectives: Objectives(recoveryPoint: .hours(10)))?.counts[.protected] == 1)
        #expect(account.assess(objectives: Objectives(recoveryPoint: .hours(9)))?.counts[.atRisk] == 1)
    }

    @Test("a recovery that takes longer than the objective is at risk")
    func recoveryTime() {
        #expect(copied().assess(objectives: Objectives(recoveryTime: .hours(1)))?.counts[.atRisk] == 1)
    }

    @Test("a missed objective is a finding, with the fact it rests on")
    func objectiveFinding() {
        let account = copied()
        let objectives = Objectives(recoveryPoint: .hours(1))
        let findings = Analyzer.assess(account.inventory, objectives: objectives, now: TestAccount.now).findings
        let missed = findings.filter { $0.id == "objective-missed" }
        #expect(missed.map(\.resource) == [media])
        #expect(missed.first?.evidence.isEmpty == false)
        let met = Analyzer.assess(
            account.inventory, objectives: Objectives(recoveryPoint: .hours(11)), now: TestAccount.now)
        #expect(!met.findings.contains { $0.id == "objective-missed" })
    }

    @Test("a rule that narrows in front of the whole does not stand for it")
    func narrowMetrics() {
        var account = TestAccount()
        account.addBucket("media") {
            $0.replicate(
                .to("media-dr"),
                .to("media-dr", id: "narrow") {
                    $0.priority = 9
                    $0.filter?.prefix = "a"
                })
        }
        account.addDestination("media-dr")
        account.inventory.replicationMetrics = [
            ReplicationMetrics(
                sourceBucket: "media", destinationBucket: "media-dr", ruleID: "narrow", maximumLatency: read(1),
                operationsPending: absent(), operationsFailed: absent())
        ]
        let resource = account.resource(media)
        #expect(resource?.assurance == .configured)
        #expect(resource?.recoveryPoint == Estimate(duration: .minutes(15), basis: .typical))
        account.inventory.replicationMetrics[0].maximumLatency = read(3600)
        #expect(account.resource(media)?.recoveryPoint == Estimate(duration: .hours(1), basis: .typical))
    }

    @Test("a bucket that holds replicas is told so, and is no less unprotected")
    func replica() {
        var account = TestAccount()
        account.addBucket("media") { $0.replicate(.to("media-dr")) }
        account.addBucket("media-dr", in: "us-west-2")
        let replica = account.resource(TestAccount.bucketARN("media-dr"), lost: "us-west-2")
        #expect(replica?.verdict == .unprotected)
        #expect(replica?.reason.contains("it holds the replicas of media") == true)
    }
}
