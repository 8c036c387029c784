import AWSCore
import AWSModel
import Foundation
import Testing

@testable import SimulatedAWS

struct SimulatedCopyJobTests {
    @Test("A copy arrives in the other region with its source's date and the destination's key (2.2, 2.11, 2.13)")
    func arrives() throws {
        var bench = BackupBench()
        bench.backup.add(
            SimulatedVault(
                name: "dr", region: BackupBench.away, keyARN: "arn:aws:kms:us-west-2:123456789012:key/k",
                createdAt: bench.now))
        bench.plan([BackupBench.rule(copyTo: BackupBench.vaultARN("dr"))], resources: [BackupBench.volume.arn])
        bench.pass(days: 1)
        let source = try #require(bench.points("main").first)
        let copy = try #require(bench.points("dr", in: BackupBench.away).first)
        #expect(copy.createdAt == source.createdAt)
        #expect(copy.sourceVaultARN == BackupBench.vaultARN("main", BackupBench.home))
        #expect(copy.resourceARN == source.resourceARN)
        #expect(copy.keyARN == "arn:aws:kms:us-west-2:123456789012:key/k")
        #expect(copy.arn.hasPrefix("arn:aws:ec2:us-west-2::snapshot/"))
        #expect(bench.copyStates == ["COMPLETED"])
    }

    @Test("A copy job begins when the backup is complete")
    func after() throws {
        var bench = BackupBench()
        bench.plan([BackupBench.rule(copyTo: BackupBench.vaultARN("dr"))], resources: [BackupBench.volume.arn])
        bench.pass(days: 1)
        let job = try #require(bench.backup.allCopyJobs.first)
        let backup = try #require(bench.backup.backupJobs(in: BackupBench.home).first)
        #expect(job.createdAt == backup.completedAt)
        #expect(job.backupJobID == backup.id)
    }

    @Test("A copy job is listed in both of its regions (2.13)")
    func listed() {
        var bench = BackupBench()
        bench.plan([BackupBench.rule(copyTo: BackupBench.vaultARN("dr"))], resources: [BackupBench.volume.arn])
        bench.pass(days: 1)
        for (region, count) in [(BackupBench.home, 1), (BackupBench.away, 1), ("eu-west-1", 0)] {
            #expect(bench.call(.get, "/copy-jobs/", in: region).rows("CopyJobs").count == count)
        }
    }

    @Test("What the destination holds is protected there, by its newest recovery point (2.13)")
    func protectedThere() {
        var bench = BackupBench()
        bench.plan([BackupBench.rule(copyTo: BackupBench.vaultARN("dr"))], resources: [BackupBench.volume.arn])
        bench.pass(days: 3)
        let rows = bench.call(.get, "/backup-vaults/dr/resources/", in: BackupBench.away).rows("Results")
        #expect(rows.count == 1)
        #expect(rows.first?["LastRecoveryPointArn"]?.asText == bench.points("dr", in: BackupBench.away).first?.arn)
        #expect(rows.first?["LastBackupVaultArn"]?.asText == BackupBench.vaultARN("dr"))
    }

    @Test(
        "A copy's retention is its own, or its source's (2.2)",
        arguments: [
            (RecoveryPointLifecycle(deleteAfterDays: 90), 90), (RecoveryPointLifecycle(deleteAfterDays: -1), 35),
            (nil, 35),
        ] as [(RecoveryPointLifecycle?, Int?)])
    func retention(lifecycle: RecoveryPointLifecycle?, days: Int?) {
        var bench = BackupBench()
        bench.plan(
            [BackupBench.rule(copyTo: BackupBench.vaultARN("dr"), copyLifecycle: lifecycle)],
            resources: [BackupBench.volume.arn])
        bench.pass(days: 1)
        #expect(bench.points("dr", in: BackupBench.away).first?.lifecycle?.retentionDays == days)
    }

    @Test("A source that is to be deleted after its copy is gone (2.2)")
    func deleteAfterCopy() {
        var bench = BackupBench()
        var rule = BackupBench.rule(copyTo: BackupBench.vaultARN("dr"))
        rule.lifecycle?.deleteAfterEvent = "DELETE_AFTER_COPY"
        bench.plan([rule], resources: [BackupBench.volume.arn])
        bench.pass(days: 1)
        #expect(bench.points("main").isEmpty)
        #expect(bench.points("dr", in: BackupBench.away).count == 1)
    }

    @Test("What cannot be copied fails its copy job with a message, and its backup stands (2.9 to 2.12)")
    func failures() {
        let cases: [(String, SimulatedResource, String, (inout BackupBench) -> Void)] = [
            ("a Multi-AZ cluster", BackupBench.databaseCluster, "not supported", { _ in }),
            (
                "a table without advanced features", BackupBench.table, "advanced features",
                {
                    $0.call(
                        .put, "/account-settings", .json(#"{"ResourceTypeManagementPreference":{"DynamoDB":false}}"#))
                }
            ),
            (
                "a locked destination", BackupBench.volume, "minimum retention",
                {
                    $0.call(
                        .put, "/backup-vaults/dr/vault-lock", .json(#"{"MinRetentionDays":90}"#), in: BackupBench.away)
                }
            ),
            (
                "a missing destination", BackupBench.volume, "does not exist",
                { $0.call(.delete, "/backup-vaults/dr", in: BackupBench.away) }
            ),
            (
                "a broken resource", BackupBench.volume, "odd",
                { $0.backup.failingCopies = [BackupBench.volume.arn: "odd"] }
            ),
        ]
        for (name, resource, word, spoil) in cases {
            var bench = BackupBench()
            spoil(&bench)
            bench.plan([BackupBench.rule(copyTo: BackupBench.vaultARN("dr"))], resources: [resource.arn])
            bench.pass(days: 1)
            #expect(bench.copyStates == ["FAILED"], "\(name)")
            #expect(bench.backup.allCopyJobs.first?.statusMessage?.contains(word) == true, "\(name)")
            #expect(bench.points("main").count == 1, "\(name)")
            #expect(bench.points("dr", in: BackupBench.away).isEmpty, "\(name)")
        }
    }

    @Test("A copy to another account needs the organization's consent (2.12)", arguments: [true, false])
    func crossAccount(enabled: Bool) {
        var bench = BackupBench()
        bench.call(
            .put, "/global-settings", .json(#"{"GlobalSettings":{"isCrossAccountBackupEnabled":"\#(enabled)"}}"#))
        let vault = "arn:aws:backup:us-west-2:999999999999:backup-vault:theirs"
        bench.plan([BackupBench.rule(copyTo: vault)], resources: [BackupBench.volume.arn])
        bench.pass(days: 1)
        #expect(bench.copyStates == [enabled ? "COMPLETED" : "FAILED"])
    }

    @Test("A copy of a continuous backup is a snapshot (2.3)")
    func continuous() {
        var bench = BackupBench()
        bench.plan(
            [BackupBench.rule(copyTo: BackupBench.vaultARN("dr"), continuous: true)],
            resources: [BackupBench.bucket.arn])
        bench.pass(days: 3)
        let copies = bench.points("dr", in: BackupBench.away)
        #expect(copies.count == 3)
        #expect(copies.allSatisfy { !$0.isContinuous && $0.status == .known(.completed) })
        #expect(Set(copies.map(\.createdAt)).count == 3)
    }

    @Test("A copy on demand honours its token, and refuses continuous recovery points (2.3)")
    func onDemand() {
        var bench = BackupBench()
        func body(_ arn: String) -> BackupJSON {
            .json(
                #"{"RecoveryPointArn":"\#(arn)","SourceBackupVaultName":"main","IdempotencyToken":"t","#
                    + #""DestinationBackupVaultArn":"\#(BackupBench.vaultARN("dr"))","IamRoleArn":"\#(BackupBench.role)"}"#
            )
        }
        for (arn, isContinuous) in [("arn:aws:backup:a:b:c:1", false), ("arn:aws:backup:a:b:c:2", true)] {
            bench.backup.add(
                SimulatedRecoveryPoint(
                    arn: arn, resourceARN: "arn:aws:s3:::media", resourceType: "S3", createdAt: bench.now,
                    isContinuous: isContinuous), toVault: "main", in: BackupBench.home)
        }
        #expect(bench.call(.put, "/copy-jobs", body("arn:aws:backup:a:b:c:2")).error == "InvalidRequestException")
        let first = bench.call(.put, "/copy-jobs", body("arn:aws:backup:a:b:c:1"))["CopyJobId"]
        #expect(bench.call(.put, "/copy-jobs", body("arn:aws:backup:a:b:c:1"))["CopyJobId"] == first)
        #expect(bench.copyStates == ["CREATED"])
        bench.pass(hours: 2)
        #expect(bench.points("dr", in: BackupBench.away).count == 1)
    }

    @Test("A recovery point in cold storage cannot be copied (2.2)")
    func cold() {
        var bench = BackupBench()
        bench.backup.add(
            SimulatedRecoveryPoint(
                arn: "arn:aws:backup:a:b:c:1", resourceARN: BackupBench.table.arn, resourceType: "DynamoDB",
                createdAt: bench.now - 40 * 86400,
                lifecycle: RecoveryPointLifecycle(moveToColdStorageAfterDays: 30, deleteAfterDays: 365)),
            toVault: "main", in: BackupBench.home)
        bench.call(
            .put, "/copy-jobs",
            .json(
                #"{"RecoveryPointArn":"arn:aws:backup:a:b:c:1","SourceBackupVaultName":"main","#
                    + #""DestinationBackupVaultArn":"\#(BackupBench.vaultARN("dr"))","IamRoleArn":"\#(BackupBench.role)"}"#
            ))
        bench.pass(hours: 1)
        #expect(bench.copyStates == ["FAILED"])
        let point = bench.call(.get, "/backup-vaults/main/recovery-points/arn%3Aaws%3Abackup%3Aa%3Ab%3Ac%3A1")
        #expect(point["StorageClass"]?.asText == "COLD")
    }
}
