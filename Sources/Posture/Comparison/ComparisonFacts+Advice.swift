import AWSModel

extension ComparisonFacts {
    /// What is missing to the next tier (design, section 4), the most important first.
    var advice: [Advice] {
        var steps: [Advice] = []
        if isBucket {
            if let step = replicationStep { steps.append(step) }
        } else if !resource.paths.contains(where: \.suffices), let step = nativeStep {
            steps.append(step)
        }
        if hasBackup == false { steps.append(selectionStep) }
        if hasBackup == true, !copies.contains(where: \.suffices) { steps.append(copyStep) }
        if let vault = unlockedVault { steps.append(lockStep(vault)) }
        if resource.assurance != .proven, !resource.paths.isEmpty { steps.append(testStep) }
        if replicationGap?.contains("unread") == true || hasBackup == nil {
            steps.append(Advice("not everything was read: what is missing may be there"))
        }
        return steps
    }

    private var region: String { resource.region?.name ?? "REGION" }

    // MARK: Replication

    private var replicationStep: Advice? {
        guard rules != nil, !replicas.contains(where: \.suffices) else { return nil }
        // A rule that is there is mended, not made a second time.
        if let reason = replicas.lazy.compactMap(\.reasons.first).first {
            return Advice("to be back within minutes: mend the replication, for \(reason)")
        }
        if bucket?.versioning.isRead == true, bucket?.versioning.value?.isEnabled != true { return versioningStep }
        return Advice(
            "to be back within minutes: a replication rule for the whole bucket to another region",
            call: "s3:PutBucketReplication",
            commandLine: "aws s3api put-bucket-replication --bucket \(resource.name) --replication-configuration "
                + "'{\"Role\":\"ROLE_ARN\",\"Rules\":[{\"ID\":\"dr\",\"Priority\":1,\"Status\":\"Enabled\","
                + "\"Filter\":{},\"DeleteMarkerReplication\":{\"Status\":\"Disabled\"},\(encryption)"
                + "\"Destination\":{\(replicaKey)\"Bucket\":\"arn:aws:s3:::REPLICA\"}}]}'",
            terraform: """
                resource "aws_s3_bucket_replication_configuration" "\(resource.name.terraformName)" {
                  bucket = "\(resource.name)"
                  role   = "ROLE_ARN"
                  rule {
                    id       = "dr"
                    priority = 1
                    status   = "Enabled"
                    filter {}
                    delete_marker_replication { status = "Disabled" }\(terraformEncryption)
                    destination {
                      bucket = "arn:aws:s3:::REPLICA"\(terraformReplicaKey)
                    }
                  }
                }
                """)
    }

    private var isUnderKey: Bool { bucket?.encryption.value?.isKMS == true }
    private var encryption: String {
        isUnderKey ? "\"SourceSelectionCriteria\":{\"SseKmsEncryptedObjects\":{\"Status\":\"Enabled\"}}," : ""
    }
    private var replicaKey: String {
        isUnderKey ? "\"EncryptionConfiguration\":{\"ReplicaKmsKeyID\":\"KEY_ARN_OF_THAT_REGION\"}," : ""
    }
    private var terraformEncryption: String {
        guard isUnderKey else { return "" }
        return "\n    source_selection_criteria {\n      sse_kms_encrypted_objects { status = \"Enabled\" }\n    }"
    }
    private var terraformReplicaKey: String {
        guard isUnderKey else { return "" }
        return "\n      encryption_configuration { replica_kms_key_id = \"KEY_ARN_OF_THAT_REGION\" }"
    }

    private var versioningStep: Advice {
        Advice(
            "first of all: versioning, which replication and backups need", call: "s3:PutBucketVersioning",
            commandLine: "aws s3api put-bucket-versioning --bucket \(resource.name) "
                + "--versioning-configuration Status=Enabled",
            terraform: """
                resource "aws_s3_bucket_versioning" "\(resource.name.terraformName)" {
                  bucket = "\(resource.name)"
                  versioning_configuration { status = "Enabled" }
                }
                """)
    }

    // MARK: AWS Backup

    private var selectionStep: Advice {
        Advice(
            "against deletion: a backup plan that selects it, with a retention", call: "backup:CreateBackupSelection",
            commandLine: "aws backup create-backup-selection --region \(region) --backup-plan-id PLAN_ID "
                + "--backup-selection '{\"SelectionName\":\"\(resource.name.terraformName)\","
                + "\"IamRoleArn\":\"ROLE_ARN\",\"Resources\":[\"\(resource.arn)\"]}'",
            terraform: """
                resource "aws_backup_selection" "\(resource.name.terraformName)" {
                  name         = "\(resource.name.terraformName)"
                  plan_id      = "PLAN_ID"
                  iam_role_arn = "ROLE_ARN"
                  resources    = ["\(resource.arn)"]
                }
                """)
    }

    private var copyStep: Advice {
        Advice(
            "against the loss of the region: a copy action to a vault in another region",
            call: "backup:UpdateBackupPlan",
            commandLine: "aws backup update-backup-plan --region \(region) --backup-plan-id PLAN_ID --backup-plan "
                + "file://plan.json  # the whole plan, with CopyActions in its rule",
            terraform: """
                # in the rule of resource "aws_backup_plan"
                copy_action {
                  destination_vault_arn = "VAULT_ARN_OF_ANOTHER_REGION"
                  lifecycle { delete_after = 35 }
                }
                """)
    }

    /// A vault that holds it and is not locked; nil where there is none, or one is.
    private var unlockedVault: (Region, BackupVault)? {
        guard !points.contains(where: { $0.vault.locked == true || $0.vault.type == .known(.airGapped) }) else {
            return nil
        }
        return points.first.map { ($0.region, $0.vault) }
    }

    private func lockStep(_ place: (region: Region, vault: BackupVault)) -> Advice {
        Advice(
            "against a malicious administrator: a vault lock, or a copy in another account",
            call: "backup:PutBackupVaultLockConfiguration",
            commandLine: "aws backup put-backup-vault-lock-configuration --region \(place.region) "
                + "--backup-vault-name \(place.vault.name) --min-retention-days 7 --changeable-for-days 3",
            terraform: """
                resource "aws_backup_vault_lock_configuration" "\(place.vault.name.terraformName)" {
                  backup_vault_name   = "\(place.vault.name)"
                  min_retention_days  = 7
                  changeable_for_days = 3
                }
                """)
    }

    private var testStep: Advice {
        Advice(
            "to know and not to hope: a restore tested each quarter", call: "backup:CreateRestoreTestingPlan",
            commandLine: "aws backup create-restore-testing-plan --region REGION_OF_THE_COPY --restore-testing-plan "
                + "'{\"RestoreTestingPlanName\":\"quarterly\",\"ScheduleExpression\":\"cron(0 6 1 1,4,7,10 ? *)\","
                + "\"RecoveryPointSelection\":{\"Algorithm\":\"LATEST_WITHIN_WINDOW\",\"IncludeVaults\":[\"*\"],"
                + "\"RecoveryPointTypes\":[\"SNAPSHOT\"]}}'",
            terraform: """
                resource "aws_backup_restore_testing_plan" "quarterly" {
                  name                = "quarterly"
                  schedule_expression = "cron(0 6 1 1,4,7,10 ? *)"
                  recovery_point_selection {
                    algorithm            = "LATEST_WITHIN_WINDOW"
                    include_vaults       = ["*"]
                    recovery_point_types = ["SNAPSHOT"]
                  }
                }
                """)
    }
}
