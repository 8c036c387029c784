import AWSCore
import AWSModel
import Foundation
import Testing

@testable import SimulatedAWS

struct SimulatedBackupJobTests {
    private static func start(_ resource: SimulatedResource, _ more: String = "") -> BackupJSON {
        .json(
            #"{"BackupVaultName":"main","ResourceArn":"\#(resource.arn)","IamRoleArn":"\#(BackupBench.role)"\#(more)}"#)
    }

    @Test("A job waits, runs by percent and completes with a recovery point (2.14)")
    func course() throws {
        var bench = BackupBench()
        let id = try #require(bench.call(.put, "/backup-jobs", Self.start(BackupBench.volume))["BackupJobId"]?.asText)
        func job() -> BackupBench.Reply { bench.call(.get, "/backup-jobs/\(id)") }
        #expect(job()["State"]?.asText == "CREATED")
        bench.pass(minutes: 1)
        #expect(job()["State"]?.asText == "PENDING")
        bench.pass(minutes: 2.5)
        #expect(job()["State"]?.asText == "RUNNING")
        let percent = try #require(job()["PercentDone"]?.asText.flatMap(Double.init))
        #expect(percent > 0 && percent < 100)
        #expect(bench.points("main").isEmpty)
        bench.pass(minutes: 10)
        #expect(job()["State"]?.asText == "COMPLETED")
        #expect(job()["PercentDone"]?.asText == "100.0")
        #expect(bench.points("main").map(\.arn) == [job()["RecoveryPointArn"]?.asText])
    }

    @Test("A token starts one job, however often it is sent")
    func token() {
        var bench = BackupBench()
        let body = Self.start(BackupBench.volume, #","IdempotencyToken":"t""#)
        let first = bench.call(.put, "/backup-jobs", body)["BackupJobId"]
        bench.pass(hours: 2)
        #expect(bench.call(.put, "/backup-jobs", body)["BackupJobId"] == first)
        #expect(bench.jobStates.count == 1)
    }

    @Test("Only a fully managed type tells its recovery point at once")
    func earlyARN() {
        var bench = BackupBench()
        #expect(bench.call(.put, "/backup-jobs", Self.start(BackupBench.volume))["RecoveryPointArn"] == nil)
        #expect(bench.call(.put, "/backup-jobs", Self.start(BackupBench.table))["RecoveryPointArn"] != nil)
    }

    @Test(
        "A recovery point's ARN is that of its type (2.15)",
        arguments: [
            (BackupBench.volume, "arn:aws:ec2:us-east-1::snapshot/snap-"),
            (BackupBench.bucket, "arn:aws:backup:us-east-1:123456789012:recovery-point:"),
            (BackupBench.database, "arn:aws:rds:us-east-1:123456789012:snapshot:awsbackup:"),
            (BackupBench.databaseCluster, "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:awsbackup:"),
            (BackupBench.table, "arn:aws:backup:us-east-1:123456789012:recovery-point:"),
        ])
    func pointARN(resource: SimulatedResource, prefix: String) throws {
        var bench = BackupBench()
        bench.call(.put, "/backup-jobs", Self.start(resource))
        bench.pass(hours: 1)
        #expect(try #require(bench.points("main").first).arn.hasPrefix(prefix))
    }

    @Test("A stopped job is aborted and leaves no recovery point")
    func stop() {
        var bench = BackupBench()
        let id = bench.call(.put, "/backup-jobs", Self.start(BackupBench.volume))["BackupJobId"]?.asText ?? ""
        bench.pass(minutes: 3)
        #expect(bench.call(.post, "/backup-jobs/\(id)").status == 200)
        #expect(bench.jobStates == ["ABORTING"])
        bench.pass(hours: 1)
        #expect(bench.jobStates == ["ABORTED"])
        #expect(bench.points("main").isEmpty)
        #expect(bench.call(.post, "/backup-jobs/\(id)").error == "InvalidRequestException")
    }

    @Test("What cannot be backed up fails with a message")
    func failures() {
        var broken = BackupBench.bucket
        broken.isVersioned = false
        var keyed = BackupBench.volume
        keyed.keyARN = "arn:aws:kms:us-east-1:123456789012:key/gone"
        for (resource, word) in [
            (broken, "Versioning"), (keyed, "KMS key"), (BackupBench.database, "privileges"),
            (BackupBench.table, "odd"),
        ] {
            var bench = BackupBench()
            bench.world.resources[BackupBench.home] = [resource]
            bench.world.deadKeys = ["arn:aws:kms:us-east-1:123456789012:key/gone"]
            bench.world.rights = resource.type == "RDS" ? [BackupBench.role: .lacking] : [:]
            bench.backup.failingBackups = [BackupBench.table.arn: "an odd failure"]
            bench.call(.put, "/backup-jobs", Self.start(resource))
            bench.pass(hours: 1)
            let job = bench.backup.backupJobs(in: BackupBench.home).first
            #expect(job?.state == .known(.failed))
            #expect(job?.statusMessage?.contains(word) == true, "\(job?.statusMessage ?? "-")")
            #expect(bench.points("main").isEmpty)
        }
    }

    @Test("A locked vault fails a job whose retention is out of its range (2.9)", arguments: [nil, 6, 7, 90, 91])
    func lockRange(days: Int?) {
        var bench = BackupBench()
        bench.call(
            .put, "/backup-vaults/main/vault-lock", .json(#"{"MinRetentionDays":7,"MaxRetentionDays":90}"#))
        let lifecycle = days.map { #","Lifecycle":{"DeleteAfterDays":\#($0)}"# } ?? ""
        bench.call(.put, "/backup-jobs", Self.start(BackupBench.volume, lifecycle))
        bench.pass(hours: 1)
        #expect(bench.jobStates == [days == 7 || days == 90 ? "COMPLETED" : "FAILED"])
    }

    @Test("A second job on a resource waits for the first (2.20)")
    func oneAtATime() {
        var bench = BackupBench()
        bench.call(.put, "/backup-jobs", Self.start(BackupBench.volume))
        bench.call(.put, "/backup-jobs", Self.start(BackupBench.volume))
        bench.pass(minutes: 5)
        #expect(bench.jobStates.sorted() == ["PENDING", "RUNNING"])
    }

    @Test("A job that cannot start within its window expires, and so does one that does not end in time (2.14)")
    func windows() {
        var bench = BackupBench()
        var slow = BackupBench.volume
        slow.size = ByteCount(4_000_000_000_000)
        bench.world.resources[BackupBench.home] = [slow]
        bench.call(.put, "/backup-jobs", Self.start(slow, #","CompleteWindowMinutes":120"#))
        bench.call(.put, "/backup-jobs", Self.start(slow, #","StartWindowMinutes":60"#))
        bench.pass(hours: 1)
        #expect(bench.jobStates.sorted() == ["EXPIRED", "RUNNING"])
        bench.pass(hours: 1)
        #expect(bench.jobStates == ["EXPIRED", "EXPIRED"])
        #expect(bench.points("main").isEmpty)
    }

    @Test("The listing reaches back 30 days (2.13)")
    func horizon() {
        var bench = BackupBench()
        for (id, days) in [("old", 30.1), ("young", 29.9)] {
            bench.backup.add(
                SimulatedBackupJob(
                    id: id, resourceARN: "arn:x", resourceType: "EBS", vaultName: "main", roleARN: BackupBench.role,
                    createdAt: bench.now - days * 86400), in: BackupBench.home)
        }
        let jobs = bench.call(.get, "/backup-jobs/").rows("BackupJobs")
        #expect(jobs.map { $0["BackupJobId"]?.asText } == ["young"])
    }

    @Test(
        "The listing filters",
        arguments: [
            (["state": "FAILED"], ["b"]), (["resourceArn": "arn:a"], ["a"]), (["resourceType": "S3"], ["b"]),
            (["backupVaultName": "none"], []), (["createdAfter": "2026-11-19T12:00:00Z"], ["b"]),
            (["createdBefore": "2026-11-19T12:00:00Z"], ["a"]), (["accountId": "999999999999"], []),
            (["accountId": "*"], ["b", "a"]), ([:], ["b", "a"]),
        ])
    func filters(query: [String: String], expected: [String]) {
        var bench = BackupBench()
        bench.backup.add(
            SimulatedBackupJob(
                id: "a", resourceARN: "arn:a", resourceType: "EBS", vaultName: "main", roleARN: BackupBench.role,
                createdAt: bench.now - 86400), in: BackupBench.home)
        bench.backup.add(
            SimulatedBackupJob(
                id: "b", state: .known(.failed), resourceARN: "arn:b", resourceType: "S3", vaultName: "main",
                roleARN: BackupBench.role, createdAt: bench.now - 3600), in: BackupBench.home)
        let jobs = bench.call(.get, "/backup-jobs/", query: query).rows("BackupJobs")
        #expect(jobs.map { $0["BackupJobId"]?.asText } == expected)
    }
}
