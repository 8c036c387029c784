import AWSModel
import Foundation
import Testing

@testable import Posture

@Suite("What is missing of a resource's backups")
struct BackupAdviceTests {
    private let media = TestAccount.bucketARN("media")
    private let backupRole = "arn:aws:iam::111122223333:role/backup"

    private func rule(_ step: Advice) throws -> [String: Any] {
        let rules = try #require(step.document("backup-plan")["Rules"] as? [[String: Any]])
        return try #require(rules.first)
    }

    @Test("a plan of the region and the role that it selects with are named")
    func selection() throws {
        let step = try advice(of: media) {
            $0.addBucket("media")
            $0.addPlan(selecting: ["arn:aws:s3:::other"])
            $0.inventory.roles[backupRole] = RoleReading(
                role: read(Role(name: "backup", arn: .bucket("role", partition: "aws"), trustPolicy: "")),
                policies: read([RolePolicy(name: "AWSBackupServiceRolePolicyForS3Backup")]))
        }.step("backup:CreateBackupSelection")
        #expect(step.commandLine?.contains("--backup-plan-id prod ") == true)
        #expect(try step.document("backup-selection")["IamRoleArn"] as? String == backupRole)
    }

    @Test("a region without a plan is told to have one first")
    func noPlan() throws {
        let calls = try advice(of: media) { $0.addBucket("media") }.calls
        #expect(calls.suffix(2) == ["backup:CreateBackupPlan", "backup:CreateBackupSelection"])
    }

    @Test("the name of a selection has at most 50 characters")
    func longName() throws {
        let name = String(repeating: "a", count: 63)
        let step = try advice(of: TestAccount.bucketARN(name)) { $0.addBucket(name) }.step(
            "backup:CreateBackupSelection")
        #expect((try step.document("backup-selection")["SelectionName"] as? String)?.count == 50)
        #expect(step.terraform?.contains("\"\(name.prefix(50))\"") == true)
        #expect(step.terraform?.contains("name         = \"\(name.prefix(51))") == false)
    }

    @Test(
        "fact 2.18: a plan that selects a bucket with a role that may not read S3 is given the policy, not made again")
    func role() throws {
        let steps = try advice(of: media) {
            $0.addBucket("media")
            $0.addPlan(selecting: [media])
            $0.inventory.roles[backupRole] = RoleReading(
                role: read(Role(name: "backup", arn: .bucket("role", partition: "aws"), trustPolicy: "")),
                policies: read([]))
        }
        #expect(!steps.calls.contains("backup:CreateBackupSelection"))
        #expect(
            try steps.step("iam:AttachRolePolicy").commandLine
                == "aws iam attach-role-policy --role-name backup --policy-arn "
                + "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup")
    }

    @Test("a schedule that never runs gets its years back, and the copy's call keeps that")
    func schedule() throws {
        let steps = try advice(of: media) {
            $0.addBucket("media")
            $0.addPlan(copyTo: [], schedule: "cron(0 22 31 12 ? 2025)", selecting: [media])
        }
        let plans = steps.filter { $0.call == "backup:UpdateBackupPlan" }
        #expect(plans.count == 3)
        for plan in plans {
            #expect(try rule(plan)["ScheduleExpression"] as? String == "cron(0 22 31 12 ? *)")
        }
        #expect(try (rule(plans[1])["CopyActions"] as? [Any])?.count == 1)
    }

    @Test("fact 2.9: a retention that the lock refuses is put within its bounds")
    func refused() throws {
        let steps = try advice(of: media) {
            $0.addBucket("media")
            $0.addPlan(selecting: [media])
            $0.editVault("local", in: TestAccount.home) {
                $0.vault.locked = true
                $0.vault.minRetentionDays = 90
            }
        }
        let lifecycle = try rule(steps.step("backup:UpdateBackupPlan"))["Lifecycle"] as? [String: Any]
        #expect(lifecycle?["DeleteAfterDays"] as? Int == 90)
    }

    @Test("fact 2.6: a type that is not opted in is opted in")
    func optIn() throws {
        let steps = try advice(of: media) {
            $0.addBucket("media")
            $0.addPlan(selecting: ["*"])
            $0.editBackup("us-east-1") {
                $0.settings = read(BackupRegionSettings(optIn: ["S3": false], management: [:]))
            }
        }
        #expect(
            try steps.step("backup:UpdateRegionSettings").commandLine
                == #"aws backup update-region-settings --region us-east-1 --resource-type-opt-in-preference '{"S3":true}'"#
        )
        #expect(!steps.calls.contains("backup:CreateBackupSelection"))
    }

    @Test("the copy action goes into the plan as it was read, whole")
    func copyAction() throws {
        let steps = try advice(of: media) {
            $0.addBucket("media")
            $0.addVault("local", in: TestAccount.home)
            $0.addPoint(of: media, in: "local", region: TestAccount.home)
            $0.addPlan(copyTo: [], selecting: [media]) {
                $0.ruleID = "r-1"
                $0.enableContinuousBackup = false
                $0.recoveryPointTags = ["a": "b"]
            }
        }
        let step = try steps.step("backup:UpdateBackupPlan")
        let rule = try rule(step)
        #expect(rule["RuleId"] == nil && (rule["RecoveryPointTags"] as? [String: String]) == ["a": "b"])
        #expect((rule["CopyActions"] as? [Any])?.count == 1 && rule["RuleName"] as? String == "daily")
        #expect(step.commandLine?.contains("--backup-plan-id prod ") == true)
        #expect(step.commandLine?.contains("file://") == false)
    }

    @Test("copies that fail are made again, and no second copy action is asked for")
    func failing() throws {
        let steps = try advice(of: media) {
            $0.addBucket("media")
            $0.addVault()
            $0.addVault("local", in: TestAccount.home)
            $0.addPoint(of: media, in: "local", region: TestAccount.home)
            $0.addPlan(selecting: [media])
        }
        #expect(!steps.contains { $0.commandLine?.contains("VAULT_ARN_OF_ANOTHER_REGION") == true })
        let line = try #require(steps.step("backup:StartCopyJob").commandLine)
        #expect(line.contains("--source-backup-vault-name local ") && line.contains("recovery-point:local-1"))
    }
}

@Suite("What is missing, as Terraform and for another account")
struct PlanChangeTests {
    private let media = TestAccount.bucketARN("media")

    private func steps(_ edit: (inout BackupRule) -> Void = { _ in }) throws -> [Advice] {
        try advice(of: media) {
            $0.addBucket("media")
            $0.addVault("local", in: TestAccount.home)
            $0.addPoint(of: media, in: "local", region: TestAccount.home)
            $0.addPlan(copyTo: [], selecting: [media], edit)
        }
    }

    @Test("fact 2.2: the block of a copy says what the line does, cold storage and the mended lifecycle with it")
    func terraform() throws {
        let step = try steps {
            $0.lifecycle = RecoveryPointLifecycle(moveToColdStorageAfterDays: 30, deleteAfterDays: 60)
        }.step("backup:UpdateBackupPlan")
        let lifecycle = "lifecycle {\n    cold_storage_after = 30\n    delete_after       = 120\n  }"
        #expect(step.terraform?.contains("\n  \(lifecycle)\n  copy_action {") == true)
        #expect(step.terraform?.components(separatedBy: "cold_storage_after = 30").count == 3)
    }

    @Test("fact 2.12: what a plan selects, and nothing keeps outside of the account, is copied to another one")
    func otherAccount() throws {
        let plans = try steps().filter { $0.call == "backup:UpdateBackupPlan" }
        #expect(
            plans.map { $0.text.prefix(30) } == ["against the loss of the region", "against the loss of the accoun"])
        // The second call replaces the plan, and must not take back what the first did.
        let rules = try #require(plans[1].document("backup-plan")["Rules"] as? [[String: Any]])
        let copies = try #require(rules[0]["CopyActions"] as? [[String: Any]])
        #expect(
            copies.map { $0["DestinationBackupVaultArn"] as? String } == [
                "VAULT_ARN_OF_ANOTHER_REGION", "VAULT_ARN_OF_ANOTHER_ACCOUNT",
            ])
        #expect(plans[1].text.contains("same organization") && !plans[1].text.contains("AWS managed"))
    }

    @Test("where a rule copies to another account already, no second copy is asked for")
    func plannedAccount() throws {
        let other = CopyAction(destinationVaultARN: "arn:aws:backup:us-west-2:999988887777:backup-vault:other")
        let steps = try steps { $0.copyActions = [other] }
        #expect(!steps.contains { $0.text.contains("loss of the account") })
    }

    @Test("fact 2.11: what is under a key that AWS manages is told to have its own first")
    func managedKey() throws {
        let arn = TestAccount.arn("rds", "db:shop").text
        let steps = try advice(
            of: arn,
            {
                $0.addDatabase {
                    $0.encrypted = true
                    $0.keyARN = "alias/aws/rds"
                }
                $0.addVault("local", in: TestAccount.home)
                $0.addPoint(of: arn, in: "local", region: TestAccount.home)
                $0.addPlan(copyTo: [], selecting: [arn])
            }, from: .withNative())
        let step = try #require(steps.first { $0.text.contains("the loss of the account") })
        #expect(step.text.contains("first of all it needs such a key itself"))
    }

    @Test("the opt-in of each type is the account's own but for what is changed")
    func regionSettings() throws {
        let steps = try advice(of: media) {
            $0.addBucket("media")
            $0.addPlan(selecting: ["*"])
            $0.editBackup("us-east-1") {
                $0.settings = read(
                    BackupRegionSettings(optIn: ["S3": false, "EBS": true, "RDS": false], management: [:]))
            }
        }
        #expect(
            try steps.step("backup:UpdateRegionSettings").terraform?.contains(
                #"resource_type_opt_in_preference = { "EBS" = true, "RDS" = false, "S3" = true }"#) == true)
    }

    @Test("blocks of several resources have names of their own")
    func names() throws {
        var account = TestAccount.withNative()
        for id in ["vol-1", "vol-2"] { account.addVolume(id) }
        let blocks = try ["vol-1", "vol-2"].flatMap { id in
            try Analyzer.dossier(
                of: TestAccount.arn("ec2", "volume/\(id)").text, in: account.inventory, now: TestAccount.now
            ).comparison.advice.compactMap(\.terraform)
        }
        let heads = Set(blocks.compactMap { $0.split(separator: "\n").first { $0.contains("dlm_lifecycle") } })
        #expect(heads.count == 2)
    }
}

@Suite("Copies that AWS Backup cannot make")
struct ImpossibleCopyTests {
    @Test("fact 2.10: a table without advanced features is told to turn them on")
    func tables() throws {
        let table = "arn:aws:dynamodb:us-east-1:111122223333:table/orders"
        let steps = try advice(
            of: table,
            {
                $0.addTable("orders")
                $0.addVault("local", in: TestAccount.home)
                $0.addPoint(of: table, in: "local", region: TestAccount.home)
                $0.addPlan(selecting: [table])
                $0.editBackup("us-east-1") {
                    $0.settings = read(BackupRegionSettings(optIn: ["DynamoDB": true], management: ["DynamoDB": false]))
                }
            }, from: .withNative())
        #expect(
            try steps.step("backup:UpdateRegionSettings").commandLine
                == "aws backup update-region-settings --region us-east-1 --resource-type-management-preference DynamoDB=true"
        )
        #expect(!steps.calls.contains("backup:UpdateBackupPlan"))
    }

    @Test("facts 2.10, 3.1: of an RDS Multi-AZ cluster no copy and no replicated backup is asked for")
    func clusters() throws {
        var account = TestAccount.withNative()
        account.addCluster("orders") { $0.engine = "postgres" }
        let arn = TestAccount.arn("rds", "cluster:orders").text
        account.addVault("local", in: TestAccount.home)
        account.addPoint(of: arn, in: "local", region: TestAccount.home)
        account.addPlan(copyTo: [], selecting: [arn])
        let dossier = try Analyzer.dossier(of: arn, in: account.inventory, now: TestAccount.now)
        #expect(!dossier.comparison.advice.calls.contains("backup:UpdateBackupPlan"))
        #expect(dossier.comparison.advice.first?.text.contains("Multi-AZ instance or Aurora") == true)
        let fix = try #require(dossier.findings.first { $0.id == "rds-multi-az-is-not-dr" }?.fix)
        #expect(!fix.contains("replicated automated backups") && fix.contains("cannot copy RDS Multi-AZ clusters"))
        let copy = try #require(dossier.findings.first { $0.id == "backup-no-cross-region-copy" }?.fix)
        #expect(copy.contains("would copy nothing"))
    }
}
