import AWSModel
import Testing

@testable import Posture

private let pitr = PointInTimeRecovery(status: .known(.enabled))

/// An instance with a maintenance window, and a plan that backs it up.
private func kept(
    _ window: String?, _ schedule: String, _ edit: @escaping @Sendable (inout BackupRule) -> Void = { _ in }
) -> @Sendable (inout TestAccount) -> Void {
    {
        $0.addDatabase { $0.maintenanceWindow = window }
        $0.addPlan(schedule: schedule, edit)
    }
}

private let rows: [FindingRow] = [
    .found("rds-automated-backups-off", "fact 3.1: kept for 0 days") {
        $0.addDatabase { $0.backupRetentionDays = 0 }
    },
    .quiet("rds-automated-backups-off", "kept for 7 days") { $0.addDatabase() },
    .quiet("rds-automated-backups-off", "not told") { $0.addDatabase { $0.backupRetentionDays = nil } },
    .quiet("rds-automated-backups-off", "a replica has its source's") {
        $0.addReplica { $0.backupRetentionDays = 0 }
    },

    .found("rds-multi-az-is-not-dr", "fact 3.2: Multi-AZ alone") { $0.addDatabase { $0.multiAZ = true } },
    .found("rds-multi-az-is-not-dr", "a Multi-AZ cluster") { $0.addCluster { $0.engine = "postgres" } },
    .quiet("rds-multi-az-is-not-dr", "with a replica elsewhere") {
        $0.addDatabase { $0.multiAZ = true }
        $0.addReplica()
    },
    .quiet("rds-multi-az-is-not-dr", "what is elsewhere is unread") {
        $0.addDatabase {
            $0.multiAZ = true
            $0.replicas = [TestAccount.arn("rds", "db:dr", TestAccount.away).text]
        }
        $0.editNative(TestAccount.away) { $0.databases = denied(in: TestAccount.away) }
    },

    .found("aurora-headless-secondary", "fact 3.3: no instance") {
        $0.addCluster()
        $0.addCluster("catalogue-dr", in: TestAccount.away) { $0.members = [] }
        $0.addGlobal()
    },
    .quiet("aurora-headless-secondary", "with one") {
        $0.addCluster()
        $0.addCluster("catalogue-dr", in: TestAccount.away)
        $0.addGlobal()
    },
    .quiet("aurora-headless-secondary", "in no global database") { $0.addCluster { $0.members = [] } },

    .found("dynamodb-pitr-off", "fact 3.4: DISABLED") { $0.addTable() },
    .quiet("dynamodb-pitr-off", "ENABLED") { $0.addTable(recovery: read(pitr)) },
    .quiet("dynamodb-pitr-off", "unread") { $0.addTable(recovery: denied()) },

    .found("dynamodb-pitr-is-regional", "fact 3.4: nothing else") { $0.addTable(recovery: read(pitr)) },
    .quiet("dynamodb-pitr-is-regional", "a replica elsewhere") {
        $0.addTable(recovery: read(pitr)) {
            $0.replicas = [Table.Replica(region: TestAccount.away, status: .known(.active))]
        }
    },

    .found("ebs-no-snapshot", "fact 3.6: none") { $0.addVolume() },
    .quiet("ebs-no-snapshot", "one") {
        $0.addVolume()
        $0.addSnapshot("snap-1", of: "vol-1")
    },
    .quiet("ebs-no-snapshot", "snapshots unread") {
        $0.addVolume()
        $0.editNative(TestAccount.home) { $0.snapshots = denied() }
    },
    .quiet("ebs-no-snapshot", "AWS Backup had it once") {
        $0.addVolume()
        $0.hadBackup(TestAccount.arn("ec2", "volume/vol-1").text)
    },
    .quiet("ebs-no-snapshot", "AWS Backup had its instance once") {
        $0.addVolume { $0.instances = ["i-1"] }
        $0.hadBackup(TestAccount.arn("ec2", "instance/i-1").text)
    },

    .found(
        "backup-rule-in-maintenance-window", "fact 2.4: it is due in the window",
        kept("sun:05:00-sun:06:00", "cron(30 5 ? * SUN *)")),
    .found(
        "backup-rule-in-maintenance-window", "fact 2.4: it is due in the hour before",
        kept("sun:05:00-sun:06:00", "cron(0 4 ? * * *)")),
    .found(
        "backup-rule-in-maintenance-window", "over the end of the week",
        kept("sat:23:30-sun:00:30", "cron(15 0 ? * * *)")),
    .quiet(
        "backup-rule-in-maintenance-window", "it is due when the window ends",
        kept("sun:05:00-sun:06:00", "cron(0 6 ? * * *)")),
    .quiet(
        "backup-rule-in-maintenance-window", "on another day", kept("sun:05:00-sun:06:00", "cron(30 5 ? * MON *)")),
    .quiet("backup-rule-in-maintenance-window", "the window is not told", kept(nil, "cron(30 5 ? * * *)")),
    .quiet("backup-rule-in-maintenance-window", "it is not understood", kept("whenever", "cron(30 5 ? * * *)")),
    .quiet(
        "backup-rule-in-maintenance-window", "what is continuous starts no job",
        kept("sun:05:00-sun:06:00", "cron(30 5 ? * * *)") { $0.enableContinuousBackup = true }),
    .quiet("backup-rule-in-maintenance-window", "another resource's plan") {
        $0.addDatabase { $0.maintenanceWindow = "sun:05:00-sun:06:00" }
        $0.addPlan(schedule: "cron(30 5 ? * * *)", selecting: ["arn:aws:s3:::*"])
    },

    .found("efs-one-zone", "fact 3.7: a zone") { $0.addFileSystem { $0.zone = "us-east-1a" } },
    .quiet("efs-one-zone", "Regional") { $0.addFileSystem() },
]

@Suite("Findings about databases, tables, volumes and file systems")
struct NativeFindingTests {
    @Test("each has its finding", arguments: rows)
    func natives(row: FindingRow) { row.check(in: .withNative()) }

    @Test(
        "fact 2.4: a run in the maintenance window is late, or lost where its start window ends before",
        arguments: [
            (480, "cron(30 5 ? * SUN *)", .low, "Each run", "they start up to 30 min late"),
            (480, "cron(0 4 ? * * *)", .low, "4 of 28 runs", "they start up to 2 h late"),
            (60, "cron(0 4 ? * SUN *)", .medium, "Each run", "they make no backup"),
            (60, "cron(0 4,5 ? * * *)", .medium, "8 of 56 runs", "they make no backup"),
            (61, "cron(0 4,5 ? * * *)", .medium, "8 of 56 runs", "4 of them make no backup"),
        ] as [(Int, String, Finding.Severity, String, String)])
    func maintenance(minutes: Int, schedule: String, severity: Finding.Severity, runs: String, outcome: String) throws {
        var account = TestAccount.withNative()
        kept("sun:05:00-sun:06:00", schedule) { $0.startWindowMinutes = minutes }(&account)
        let finding = try #require(account.findings("backup-rule-in-maintenance-window").first)
        #expect(finding.severity == severity)
        #expect(finding.message.hasPrefix(runs), "\(finding.message)")
        #expect(finding.message.contains(outcome), "\(finding.message)")
    }
}
