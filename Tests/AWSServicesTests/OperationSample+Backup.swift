import AWSModel
import AWSServices
import Foundation

extension OperationSample {
    private static let plan = "aws/efs/plan 1+☃"
    private static let vault = "aws/efs/vault 1+☃"
    private static let resource = "arn:aws:dynamodb:us-east-1:123456789012:table/a b+☃"
    private static let point = "arn:aws:ec2:us-east-1::snapshot/snap-0a1 b+☃"
    private static let otherVault = "arn:aws:backup:eu-west-1:123456789012:backup-vault:a b/☃"
    private static let token = "t/+= ☃"
    private static let before = Date(timeIntervalSince1970: 1_767_323_045)
    private static let after = Date(timeIntervalSince1970: 1_709_164_800)
    private static let beforeText: JSONValue = "2026-01-02T03:04:05Z"
    private static let afterText: JSONValue = "2024-02-29T00:00:00Z"

    static let backupSettings: [OperationSample] = [
        .full(Backup.DescribeRegionSettings(), [:]),
        .full(Backup.DescribeGlobalSettings(), [:]),
        .full(Backup.GetSupportedResourceTypes(), [:]),
        .full(Backup.ListFrameworks(maxResults: 7, nextToken: token), ["MaxResults": 7, "NextToken": .string(token)]),
        .bare(Backup.ListFrameworks(), [:]),
        .full(Backup.DescribeFramework(frameworkName: "a b/☃"), ["FrameworkName": "a b/☃"]),
        .full(Backup.ListLegalHolds(maxResults: 7, nextToken: token), ["MaxResults": 7, "NextToken": .string(token)]),
        .bare(Backup.ListLegalHolds(), [:]),
        .full(
            Backup.ListTags(resourceARN: resource, maxResults: 7, nextToken: token),
            ["ResourceArn": .string(resource), "MaxResults": 7, "NextToken": .string(token)]),
        .bare(Backup.ListTags(resourceARN: resource), ["ResourceArn": .string(resource)]),
    ]

    static let backupPlans: [OperationSample] = [
        .full(
            Backup.ListBackupPlans(includeDeleted: true, maxResults: 7, nextToken: token),
            ["IncludeDeleted": true, "MaxResults": 7, "NextToken": .string(token)]),
        .bare(Backup.ListBackupPlans(), [:]),
        .full(
            Backup.GetBackupPlan(planID: plan, versionID: "v/1 +", scheduledRuns: 10),
            ["BackupPlanId": .string(plan), "VersionId": "v/1 +", "MaxScheduledRunsPreview": 10]),
        .bare(Backup.GetBackupPlan(planID: plan), ["BackupPlanId": .string(plan)]),
        .full(
            Backup.ListBackupSelections(planID: plan, maxResults: 7, nextToken: token),
            ["BackupPlanId": .string(plan), "MaxResults": 7, "NextToken": .string(token)]),
        .bare(Backup.ListBackupSelections(planID: plan), ["BackupPlanId": .string(plan)]),
        .full(
            Backup.GetBackupSelection(planID: plan, selectionID: "s/1 +"),
            ["BackupPlanId": .string(plan), "SelectionId": "s/1 +"]),
    ]

    static let backupVaults: [OperationSample] = [
        .full(
            Backup.ListBackupVaults(type: .airGapped, shared: true, maxResults: 7, nextToken: token),
            [
                "ByVaultType": "LOGICALLY_AIR_GAPPED_BACKUP_VAULT", "ByShared": true, "MaxResults": 7,
                "NextToken": .string(token),
            ]),
        .bare(Backup.ListBackupVaults(), [:]),
        .full(
            Backup.DescribeBackupVault(vaultName: vault, vaultAccountID: "210987654321"),
            ["BackupVaultName": .string(vault), "BackupVaultAccountId": "210987654321"]),
        .bare(Backup.DescribeBackupVault(vaultName: vault), ["BackupVaultName": .string(vault)]),
        .full(Backup.GetBackupVaultAccessPolicy(vaultName: vault), ["BackupVaultName": .string(vault)]),
        .full(Backup.GetBackupVaultNotifications(vaultName: vault), ["BackupVaultName": .string(vault)]),
        .full(
            Backup.ListProtectedResources(maxResults: 7, nextToken: token),
            ["MaxResults": 7, "NextToken": .string(token)]),
        .bare(Backup.ListProtectedResources(), [:]),
        .full(Backup.DescribeProtectedResource(resourceARN: resource), ["ResourceArn": .string(resource)]),
        .full(
            Backup.ListProtectedResourcesByBackupVault(
                vaultName: vault, vaultAccountID: "210987654321", maxResults: 7, nextToken: token),
            [
                "BackupVaultName": .string(vault), "BackupVaultAccountId": "210987654321", "MaxResults": 7,
                "NextToken": .string(token),
            ]),
        .bare(Backup.ListProtectedResourcesByBackupVault(vaultName: vault), ["BackupVaultName": .string(vault)]),
        .full(
            Backup.ListRecoveryPointsByBackupVault(
                vaultName: vault, vaultAccountID: "210987654321", resourceARN: resource, resourceType: "DynamoDB",
                planID: plan, createdBefore: before, createdAfter: after, parentRecoveryPointARN: point,
                maxResults: 7, nextToken: token),
            [
                "BackupVaultName": .string(vault), "BackupVaultAccountId": "210987654321",
                "ByResourceArn": .string(resource), "ByResourceType": "DynamoDB", "ByBackupPlanId": .string(plan),
                "ByCreatedBefore": beforeText, "ByCreatedAfter": afterText,
                "ByParentRecoveryPointArn": .string(point), "MaxResults": 7, "NextToken": .string(token),
            ]),
        .bare(Backup.ListRecoveryPointsByBackupVault(vaultName: vault), ["BackupVaultName": .string(vault)]),
        .full(
            Backup.ListRecoveryPointsByResource(
                resourceARN: resource, managedByBackupOnly: true, maxResults: 7, nextToken: token),
            [
                "ResourceArn": .string(resource), "ManagedByAWSBackupOnly": true, "MaxResults": 7,
                "NextToken": .string(token),
            ]),
        .bare(Backup.ListRecoveryPointsByResource(resourceARN: resource), ["ResourceArn": .string(resource)]),
        .full(
            Backup.DescribeRecoveryPoint(vaultName: vault, recoveryPointARN: point, vaultAccountID: "210987654321"),
            [
                "BackupVaultName": .string(vault), "RecoveryPointArn": .string(point),
                "BackupVaultAccountId": "210987654321",
            ]),
        .bare(
            Backup.DescribeRecoveryPoint(vaultName: vault, recoveryPointARN: point),
            ["BackupVaultName": .string(vault), "RecoveryPointArn": .string(point)]),
        .full(
            Backup.GetRecoveryPointRestoreMetadata(
                vaultName: vault, recoveryPointARN: point, vaultAccountID: "210987654321"),
            [
                "BackupVaultName": .string(vault), "RecoveryPointArn": .string(point),
                "BackupVaultAccountId": "210987654321",
            ]),
        .bare(
            Backup.GetRecoveryPointRestoreMetadata(vaultName: vault, recoveryPointARN: point),
            ["BackupVaultName": .string(vault), "RecoveryPointArn": .string(point)]),
    ]

    static let backupJobs: [OperationSample] = [
        .full(
            Backup.ListBackupJobs(
                state: .failed, resourceARN: resource, resourceType: "S3", vaultName: vault, accountID: "210987654321",
                parentJobID: "p/1 +", messageCategory: "AccessDenied", createdBefore: before, createdAfter: after,
                completeBefore: before + 1, completeAfter: after + 1, maxResults: 7, nextToken: token),
            [
                "ByState": "FAILED", "ByResourceArn": .string(resource), "ByResourceType": "S3",
                "ByBackupVaultName": .string(vault), "ByAccountId": "210987654321", "ByParentJobId": "p/1 +",
                "ByMessageCategory": "AccessDenied", "ByCreatedBefore": beforeText, "ByCreatedAfter": afterText,
                "ByCompleteBefore": "2026-01-02T03:04:06Z", "ByCompleteAfter": "2024-02-29T00:00:01Z",
                "MaxResults": 7, "NextToken": .string(token),
            ]),
        .bare(Backup.ListBackupJobs(), [:]),
        .full(
            Backup.ListCopyJobs(
                state: .partial, resourceARN: resource, resourceType: "S3", destinationVaultARN: otherVault,
                sourceRecoveryPointARN: point, accountID: "210987654321", parentJobID: "p/1 +",
                messageCategory: "AccessDenied", createdBefore: before, createdAfter: after,
                completeBefore: before + 1, completeAfter: after + 1, maxResults: 7, nextToken: token),
            [
                "ByState": "PARTIAL", "ByResourceArn": .string(resource), "ByResourceType": "S3",
                "ByDestinationVaultArn": .string(otherVault), "BySourceRecoveryPointArn": .string(point),
                "ByAccountId": "210987654321", "ByParentJobId": "p/1 +", "ByMessageCategory": "AccessDenied",
                "ByCreatedBefore": beforeText, "ByCreatedAfter": afterText,
                "ByCompleteBefore": "2026-01-02T03:04:06Z", "ByCompleteAfter": "2024-02-29T00:00:01Z",
                "MaxResults": 7, "NextToken": .string(token),
            ]),
        .bare(Backup.ListCopyJobs(), [:]),
        .full(
            Backup.ListRestoreJobs(
                status: .completed, resourceType: "S3", restoreTestingPlanARN: otherVault, accountID: "210987654321",
                parentJobID: "p/1 +", createdBefore: before, createdAfter: after, completeBefore: before + 1,
                completeAfter: after + 1, maxResults: 7, nextToken: token),
            [
                "ByStatus": "COMPLETED", "ByResourceType": "S3", "ByRestoreTestingPlanArn": .string(otherVault),
                "ByAccountId": "210987654321", "ByParentJobId": "p/1 +", "ByCreatedBefore": beforeText,
                "ByCreatedAfter": afterText, "ByCompleteBefore": "2026-01-02T03:04:06Z",
                "ByCompleteAfter": "2024-02-29T00:00:01Z", "MaxResults": 7, "NextToken": .string(token),
            ]),
        .bare(Backup.ListRestoreJobs(), [:]),
        .full(
            Backup.ListRestoreJobsByProtectedResource(
                resourceARN: resource, status: .aborted, recoveryPointCreatedAfter: after,
                recoveryPointCreatedBefore: before, maxResults: 7, nextToken: token),
            [
                "ResourceArn": .string(resource), "ByStatus": "ABORTED",
                "ByRecoveryPointCreationDateAfter": afterText, "ByRecoveryPointCreationDateBefore": beforeText,
                "MaxResults": 7, "NextToken": .string(token),
            ]),
        .bare(
            Backup.ListRestoreJobsByProtectedResource(resourceARN: resource),
            ["ResourceArn": .string(resource)]),
        .full(Backup.DescribeRestoreJob(jobID: "j/1 +☃"), ["RestoreJobId": "j/1 +☃"]),
        .full(Backup.GetRestoreJobMetadata(jobID: "j/1 +☃"), ["RestoreJobId": "j/1 +☃"]),
    ]

    static let backupTesting: [OperationSample] = [
        .full(
            Backup.ListRestoreTestingPlans(maxResults: 7, nextToken: token),
            ["MaxResults": 7, "NextToken": .string(token)]),
        .bare(Backup.ListRestoreTestingPlans(), [:]),
        .full(Backup.GetRestoreTestingPlan(planName: plan), ["RestoreTestingPlanName": .string(plan)]),
        .full(
            Backup.ListRestoreTestingSelections(planName: plan, maxResults: 7, nextToken: token),
            ["RestoreTestingPlanName": .string(plan), "MaxResults": 7, "NextToken": .string(token)]),
        .bare(Backup.ListRestoreTestingSelections(planName: plan), ["RestoreTestingPlanName": .string(plan)]),
        .full(
            Backup.GetRestoreTestingSelection(planName: plan, selectionName: "s/1 +☃"),
            ["RestoreTestingPlanName": .string(plan), "RestoreTestingSelectionName": "s/1 +☃"]),
        .full(
            Backup.GetRestoreTestingInferredMetadata(
                vaultName: vault, recoveryPointARN: point, vaultAccountID: "210987654321"),
            [
                "BackupVaultName": .string(vault), "RecoveryPointArn": .string(point),
                "BackupVaultAccountId": "210987654321",
            ]),
        .bare(
            Backup.GetRestoreTestingInferredMetadata(vaultName: vault, recoveryPointARN: point),
            ["BackupVaultName": .string(vault), "RecoveryPointArn": .string(point)]),
    ]
}
