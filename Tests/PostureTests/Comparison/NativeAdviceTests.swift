import AWSModel
import Foundation
import Testing

@testable import Posture

@Suite("What a service's own protection lacks")
struct NativeAdviceTests {
    private func steps(_ arn: ARN, _ edit: (inout TestAccount) -> Void) throws -> [Advice] {
        try advice(of: arn.text, edit, from: .withNative())
    }

    @Test("fact 3.3: a global database has a secondary and an instance in it")
    func globalDatabase() throws {
        let steps = try steps(TestAccount.arn("rds", "cluster:catalogue")) { $0.addCluster { $0.encrypted = true } }
        #expect(steps.calls.prefix(3) == ["rds:CreateGlobalCluster", "rds:CreateDBCluster", "rds:CreateDBInstance"])
        #expect(try steps.step("rds:CreateDBCluster").commandLine?.contains("--region ANOTHER_REGION") == true)
        #expect(try steps.step("rds:CreateDBCluster").commandLine?.contains("--kms-key-id KEY_ARN_OF") == true)
        #expect(steps.prefix(3).allSatisfy { $0.terraform != nil })
    }

    @Test("a global database that is there is not made again")
    func existing() throws {
        let steps = try steps(TestAccount.arn("rds", "cluster:catalogue")) {
            $0.addCluster()
            let global = GlobalCluster(
                identifier: "world",
                members: [.init(clusterARN: TestAccount.arn("rds", "cluster:catalogue"), isWriter: true)])
            $0.editNative(TestAccount.home) { $0.globalClusters = read([global]) }
        }
        #expect(steps.calls.first == "rds:CreateDBCluster")
        #expect(steps[0].commandLine?.contains("--global-cluster-identifier world") == true)
    }

    @Test("fact 3.1: backups that are off are turned on first, and an encrypted instance names a key there")
    func automatedBackups() throws {
        let steps = try steps(TestAccount.arn("rds", "db:shop")) {
            $0.addDatabase {
                $0.backupRetentionDays = 0
                $0.encrypted = true
            }
        }
        #expect(steps.calls.prefix(2) == ["rds:ModifyDBInstance", "rds:StartDBInstanceAutomatedBackupsReplication"])
        #expect(steps[0].text.contains("suspend its I/O"))
        #expect(steps[1].commandLine?.hasSuffix("--kms-key-id KEY_ARN_OF_ANOTHER_REGION") == true)
        #expect(steps[1].terraform?.contains("kms_key_id") == true)
    }

    @Test("a replica that is broken is mended, not made a second time")
    func broken() throws {
        let steps = try steps(TestAccount.arn("rds", "db:shop")) {
            $0.addDatabase()
            $0.addReplica("error")
        }
        #expect(steps.first?.call == nil && steps.first?.text.contains("mend its rds-read-replica") == true)
    }

    @Test("a policy of snapshots is printed whole, for a tag that the volume has")
    func snapshots() throws {
        let steps = try steps(TestAccount.arn("ec2", "volume/vol-1")) {
            $0.addVolume("vol-1") { $0.tags = [Tag(key: "aws:x", value: "1"), Tag(key: "role", value: "mail")] }
        }
        let details = try steps.step("dlm:CreateLifecyclePolicy").document("policy-details")
        #expect((details["TargetTags"] as? [[String: String]]) == [["Key": "role", "Value": "mail"]])
    }
}

@Suite("Locks and tests of what is backed up")
struct KeptBackupAdviceTests {
    private let media = TestAccount.bucketARN("media")

    private func backedUp(_ account: inout TestAccount) {
        account.addBucket("media")
        account.addVault()
        account.addPoint(of: media)
        account.addPlan(selecting: [media])
    }

    @Test("fact 2.9: the lock asks for no more than the rules that fill the vault keep, and is said to be final")
    func lock() throws {
        let step = try advice(of: media) {
            backedUp(&$0)
            $0.addPlan("hourly", selecting: ["arn:aws:s3:::other"]) { $0.lifecycle = .init(deleteAfterDays: 3) }
        }.step("backup:PutBackupVaultLockConfiguration")
        #expect(step.commandLine?.contains("--min-retention-days 3 --changeable-for-days 3") == true)
        #expect(step.text.contains("nobody can lift"))
    }

    @Test("what is not read of the plans leaves the days to the operator")
    func unreadPlans() throws {
        let step = try advice(of: media) {
            backedUp(&$0)
            $0.editBackup("eu-west-1") { $0.plans = denied() }
        }.step("backup:PutBackupVaultLockConfiguration")
        #expect(step.commandLine?.contains("--min-retention-days MIN_DAYS") == true)
    }

    @Test("a lock in governance mode does not hold, one in compliance does, one in its grace time will")
    func modes() throws {
        func isAsked(_ edit: @escaping (inout BackupVault) -> Void) throws -> Bool {
            try advice(of: media) {
                backedUp(&$0)
                $0.editVault("dr", in: TestAccount.away) { edit(&$0.vault) }
            }.calls.contains("backup:PutBackupVaultLockConfiguration")
        }
        #expect(try isAsked { $0.locked = true })
        #expect(
            try !isAsked {
                $0.locked = true
                $0.lockDate = TestAccount.hoursAgo(1)
            })
        #expect(
            try !isAsked {
                $0.locked = true
                $0.lockDate = TestAccount.hoursAgo(-1)
            })
    }

    @Test("a restore testing plan comes with a selection, in the region of the copy")
    func restoreTest() throws {
        let steps = try advice(of: media, backedUp)
        #expect(
            steps.calls.suffix(2) == ["backup:CreateRestoreTestingPlan", "backup:CreateRestoreTestingSelection"])
        #expect(steps.suffix(2).allSatisfy { $0.commandLine?.contains("--region us-west-2 ") == true })
        let selection = try #require(steps.last).document("restore-testing-selection")
        #expect(selection["ProtectedResourceArns"] as? [String] == [media])
        #expect(selection["ProtectedResourceType"] as? String == "S3")
    }

    @Test("a restore testing plan that is there is used")
    func existingTest() throws {
        let steps = try advice(of: media) {
            backedUp(&$0)
            $0.editBackup("us-west-2") { $0.restoreTestingPlans = read([RestoreTestingPlan(name: "weekly")]) }
        }
        #expect(!steps.calls.contains("backup:CreateRestoreTestingPlan"))
        #expect(steps.last?.commandLine?.contains("--restore-testing-plan-name weekly") == true)
    }

    @Test("where nothing is backed up, a drill tests it")
    func drill() throws {
        let steps = try advice(of: media) {
            $0.addBucket("media") { $0.replicate(.to("media-dr")) }
            $0.addDestination("media-dr")
        }
        #expect(steps.last?.text.contains("lifeboat restore") == true && steps.last?.call == nil)
    }
}

@Suite("Findings of what backs a resource up")
struct KeeperFindingTests {
    private let media = TestAccount.bucketARN("media")

    @Test("the findings of its plans, vaults and roles come after its own, and no others")
    func keepers() throws {
        var account = TestAccount()
        account.addBucket("media")
        account.addBucket("other")
        account.addPlan(copyTo: [], schedule: "cron(0 22 31 12 ? 2025)", selecting: [media])
        account.addPlan("foreign", copyTo: [], schedule: "cron(0 22 31 12 ? 2025)", selecting: ["arn:aws:s3:::other"])
        account.inventory.roles["arn:aws:iam::111122223333:role/backup"] = RoleReading(
            role: read(Role(name: "backup", arn: .bucket("role", partition: "aws"), trustPolicy: "")),
            policies: read([]))
        let findings = try Analyzer.dossier(of: media, in: account.inventory, now: TestAccount.now).findings
        let never = findings.filter { $0.id == "backup-schedule-never-fires" }
        #expect(never.map(\.resource) == ["arn:aws:backup:us-east-1:111122223333:backup-plan:prod"])
        #expect(findings.contains { $0.id == "backup-role-lacks-s3" })
        let own = findings.map { $0.resource == media }
        #expect(own == own.sorted { $0 && !$1 })
    }

    @Test("the fixes of one resource name it")
    func named() throws {
        var account = TestAccount()
        account.addBucket("media") { $0.versioning = read(BucketVersioning()) }
        let findings = try Analyzer.dossier(of: media, in: account.inventory, now: TestAccount.now).findings
        let fix = try #require(findings.first { $0.id == "s3-versioning-not-enabled" }?.fix)
        #expect(fix == "aws s3api put-bucket-versioning --bucket media --versioning-configuration Status=Enabled")
    }
}
