import AWSModel

/// What a resource's own service offers against the loss of the region.
struct NativeAdvice {
    let resource: AccountResource
    let home: Region
    let paths: [RecoveryPath]
    let account: AccountView

    private let aim = "against the loss of the region"

    var steps: [Advice] {
        guard !paths.contains(where: \.suffices) else { return [] }
        switch resource.type {
        case .rdsInstance: return mending([.rdsAutomatedBackupReplication, .rdsReadReplica]) ?? automatedBackups
        case .auroraCluster:
            return mending([.auroraGlobalDatabase])
                ?? GlobalDatabaseAdvice(resource: resource, home: home, account: account, aim: aim).steps
        case .rdsCluster:
            return [
                Advice(
                    "\(aim): a Multi-AZ instance or Aurora in its place, for of a Multi-AZ cluster no snapshot, automated "
                        + "backup or replica reaches another region")
            ]
        case .dynamoDBTable: return mending([.dynamoDBGlobalTable]) ?? [globalTable]
        case .ebsVolume: return [SnapshotCopyAdvice(resource: resource, home: home, account: account, aim: aim).step]
        case .efsFileSystem: return mending([.efsReplication]) ?? [fileSystemReplication]
        case .s3Bucket, .other: return []
        }
    }

    /// What is there is mended, not made a second time; nil where there is none of it.
    private func mending(_ mechanisms: [RecoveryPath.Mechanism]) -> [Advice]? {
        guard let path = paths.first(where: { mechanisms.contains($0.mechanism) }) else { return nil }
        let why = path.reasons.first ?? "it does not suffice"
        return [Advice("\(aim): mend its \(path.mechanism.rawValue) in \(path.region), for \(why)")]
    }

    // MARK: RDS

    private var automatedBackups: [Advice] {
        let database = account.native.database(arn: resource.arn)
        var steps: [Advice] = []
        if database?.backupRetentionDays == 0 { steps.append(turnOn(resource.name)) }
        let isEncrypted = database?.encrypted == true
        let kept = max(database?.backupRetentionDays ?? 0, 7)
        let key = "KEY_ARN_OF_ANOTHER_REGION"
        steps.append(
            Advice(
                "\(aim): automated backups replicated to another one"
                    + (isEncrypted ? ", under a key of that region" : ""),
                call: "rds:StartDBInstanceAutomatedBackupsReplication",
                [
                    "rds", "start-db-instance-automated-backups-replication", "--region", "ANOTHER_REGION",
                    "--source-region", home.name, "--source-db-instance-arn", resource.arn,
                    "--backup-retention-period", "\(kept)",
                ] + (isEncrypted ? ["--kms-key-id", key] : []),
                TerraformBlock(resource: "aws_db_instance_automated_backups_replication", resource.terraformLabel)
                    .set("provider", to: "aws.ANOTHER_REGION").set("source_db_instance_arn", resource.arn)
                    .set("retention_period", to: "\(kept)").set("kms_key_id", isEncrypted ? key : nil)))
        return steps
    }

    /// Nothing is replicated of backups that are off (3.1).
    private func turnOn(_ name: String) -> Advice {
        Advice(
            "first of all: automated backups, which are off; turning them on can suspend its I/O for seconds to minutes, and "
                + "--apply-immediately also makes every change that waits for the maintenance window (PendingModifiedValues), "
                + "which can restart it; without, this one waits too",
            call: "rds:ModifyDBInstance",
            [
                "rds", "modify-db-instance", "--region", home.name, "--db-instance-identifier", name,
                "--backup-retention-period", "7", "--apply-immediately",
            ],
            TerraformBlock(resource: "aws_db_instance", resource.terraformLabel).note("and all else as it is")
                .set("backup_retention_period", to: "7").set("apply_immediately", to: "true"))
    }

    // MARK: DynamoDB, EFS

    private var globalTable: Advice {
        Advice(
            "\(aim): a replica of the table in another one; a table with provisioned capacity needs auto scaling of its "
                + "writes first",
            call: "dynamodb:UpdateTable",
            [
                "dynamodb", "update-table", "--region", home.name, "--table-name", resource.name, "--replica-updates",
                "Create={RegionName=ANOTHER_REGION}",
            ],
            TerraformBlock(resource: "aws_dynamodb_table_replica", resource.terraformLabel)
                .set("provider", to: "aws.ANOTHER_REGION").set("global_table_arn", resource.arn))
    }

    private var fileSystemReplication: Advice {
        let id = ARN(resource.arn)?.resource.split(separator: "/").last.map(String.init) ?? resource.name
        return Advice(
            "\(aim): a replication to another one", call: "elasticfilesystem:CreateReplicationConfiguration",
            [
                "efs", "create-replication-configuration", "--region", home.name, "--source-file-system-id", id,
                "--destinations", "Region=ANOTHER_REGION",
            ],
            TerraformBlock(resource: "aws_efs_replication_configuration", resource.terraformLabel)
                .set("source_file_system_id", id)
                .with(TerraformBlock("destination").set("region", "ANOTHER_REGION")))
    }
}
