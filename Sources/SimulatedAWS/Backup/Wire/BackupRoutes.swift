import AWSCore

extension BackupRoute {
    /// Every operation the simulated AWS Backup answers.
    static let all: [BackupRoute] = vaults + plans + recoveryPoints + jobs + restoreTesting + account

    private static let vaults: [BackupRoute] = [
        BackupRoute("ListBackupVaults", .get, "/backup-vaults/") { try $0.listBackupVaults($1) },
        BackupRoute("CreateBackupVault", .put, "/backup-vaults/{vault}") { try $0.createBackupVault($1) },
        BackupRoute("DescribeBackupVault", .get, "/backup-vaults/{vault}") { try $0.describeBackupVault($1) },
        BackupRoute("DeleteBackupVault", .delete, "/backup-vaults/{vault}") { try $0.deleteBackupVault($1) },
        BackupRoute(
            "CreateLogicallyAirGappedBackupVault", .put, "/logically-air-gapped-backup-vaults/{vault}"
        ) { try $0.createAirGappedVault($1) },
        BackupRoute("GetBackupVaultAccessPolicy", .get, "/backup-vaults/{vault}/access-policy") {
            try $0.getAccessPolicy($1)
        },
        BackupRoute("PutBackupVaultAccessPolicy", .put, "/backup-vaults/{vault}/access-policy") {
            try $0.putAccessPolicy($1)
        },
        BackupRoute("DeleteBackupVaultAccessPolicy", .delete, "/backup-vaults/{vault}/access-policy") {
            try $0.deleteAccessPolicy($1)
        },
        BackupRoute("GetBackupVaultNotifications", .get, "/backup-vaults/{vault}/notification-configuration") {
            try $0.getNotifications($1)
        },
        BackupRoute("PutBackupVaultNotifications", .put, "/backup-vaults/{vault}/notification-configuration") {
            try $0.putNotifications($1)
        },
        BackupRoute("DeleteBackupVaultNotifications", .delete, "/backup-vaults/{vault}/notification-configuration") {
            try $0.deleteNotifications($1)
        },
        BackupRoute("PutBackupVaultLockConfiguration", .put, "/backup-vaults/{vault}/vault-lock") {
            try $0.putVaultLock($1)
        },
        BackupRoute("DeleteBackupVaultLockConfiguration", .delete, "/backup-vaults/{vault}/vault-lock") {
            try $0.deleteVaultLock($1)
        },
    ]

    private static let plans: [BackupRoute] = [
        BackupRoute("ListBackupPlans", .get, "/backup/plans/") { try $0.listBackupPlans($1) },
        BackupRoute("CreateBackupPlan", .put, "/backup/plans/") { try $0.createBackupPlan($1) },
        BackupRoute("GetBackupPlan", .get, "/backup/plans/{plan}/") { try $0.getBackupPlan($1) },
        BackupRoute("UpdateBackupPlan", .post, "/backup/plans/{plan}") { try $0.updateBackupPlan($1) },
        BackupRoute("DeleteBackupPlan", .delete, "/backup/plans/{plan}") { try $0.deleteBackupPlan($1) },
        BackupRoute("ListBackupSelections", .get, "/backup/plans/{plan}/selections/") { try $0.listSelections($1) },
        BackupRoute("CreateBackupSelection", .put, "/backup/plans/{plan}/selections/") { try $0.createSelection($1) },
        BackupRoute("GetBackupSelection", .get, "/backup/plans/{plan}/selections/{selection}") {
            try $0.getSelection($1)
        },
        BackupRoute("DeleteBackupSelection", .delete, "/backup/plans/{plan}/selections/{selection}") {
            try $0.deleteSelection($1)
        },
    ]

    private static let recoveryPoints: [BackupRoute] = [
        BackupRoute("ListRecoveryPointsByBackupVault", .get, "/backup-vaults/{vault}/recovery-points/") {
            try $0.listRecoveryPoints($1)
        },
        BackupRoute("DescribeRecoveryPoint", .get, "/backup-vaults/{vault}/recovery-points/{point}") {
            try $0.describeRecoveryPoint($1)
        },
        BackupRoute("UpdateRecoveryPointLifecycle", .post, "/backup-vaults/{vault}/recovery-points/{point}") {
            try $0.updateRecoveryPointLifecycle($1)
        },
        BackupRoute("DeleteRecoveryPoint", .delete, "/backup-vaults/{vault}/recovery-points/{point}") {
            try $0.deleteRecoveryPoint($1)
        },
        BackupRoute(
            "GetRecoveryPointRestoreMetadata", .get, "/backup-vaults/{vault}/recovery-points/{point}/restore-metadata"
        ) { try $0.getRestoreMetadata($1) },
        BackupRoute("ListProtectedResourcesByBackupVault", .get, "/backup-vaults/{vault}/resources/") {
            try $0.listProtectedResourcesByVault($1)
        },
        BackupRoute("ListProtectedResources", .get, "/resources/") { try $0.listProtectedResources($1) },
        BackupRoute("DescribeProtectedResource", .get, "/resources/{resource}") {
            try $0.describeProtectedResource($1)
        },
        BackupRoute("ListRecoveryPointsByResource", .get, "/resources/{resource}/recovery-points/") {
            try $0.listRecoveryPointsByResource($1)
        },
    ]

    private static let jobs: [BackupRoute] = [
        BackupRoute("ListBackupJobs", .get, "/backup-jobs/") { try $0.listBackupJobs($1) },
        BackupRoute("StartBackupJob", .put, "/backup-jobs") { try $0.startBackupJob($1) },
        BackupRoute("DescribeBackupJob", .get, "/backup-jobs/{job}") { try $0.describeBackupJob($1) },
        BackupRoute("StopBackupJob", .post, "/backup-jobs/{job}") { try $0.stopBackupJob($1) },
        BackupRoute("ListCopyJobs", .get, "/copy-jobs/") { try $0.listCopyJobs($1) },
        BackupRoute("StartCopyJob", .put, "/copy-jobs") { try $0.startCopyJob($1) },
        BackupRoute("DescribeCopyJob", .get, "/copy-jobs/{job}") { try $0.describeCopyJob($1) },
        BackupRoute("ListRestoreJobs", .get, "/restore-jobs/") { try $0.listRestoreJobs($1) },
        BackupRoute("ListRestoreJobsByProtectedResource", .get, "/resources/{resource}/restore-jobs/") {
            try $0.listRestoreJobsByResource($1)
        },
        BackupRoute("StartRestoreJob", .put, "/restore-jobs") { try $0.startRestoreJob($1) },
        BackupRoute("DescribeRestoreJob", .get, "/restore-jobs/{job}") { try $0.describeRestoreJob($1) },
        BackupRoute("GetRestoreJobMetadata", .get, "/restore-jobs/{job}/metadata") {
            try $0.getRestoreJobMetadata($1)
        },
        BackupRoute("PutRestoreValidationResult", .put, "/restore-jobs/{job}/validations") {
            try $0.putRestoreValidationResult($1)
        },
    ]

    private static let restoreTesting: [BackupRoute] = [
        BackupRoute("ListRestoreTestingPlans", .get, "/restore-testing/plans") { try $0.listTestingPlans($1) },
        BackupRoute("CreateRestoreTestingPlan", .put, "/restore-testing/plans") { try $0.createTestingPlan($1) },
        BackupRoute("GetRestoreTestingPlan", .get, "/restore-testing/plans/{plan}") { try $0.getTestingPlan($1) },
        BackupRoute("UpdateRestoreTestingPlan", .put, "/restore-testing/plans/{plan}") {
            try $0.updateTestingPlan($1)
        },
        BackupRoute("DeleteRestoreTestingPlan", .delete, "/restore-testing/plans/{plan}") {
            try $0.deleteTestingPlan($1)
        },
        BackupRoute("ListRestoreTestingSelections", .get, "/restore-testing/plans/{plan}/selections") {
            try $0.listTestingSelections($1)
        },
        BackupRoute("CreateRestoreTestingSelection", .put, "/restore-testing/plans/{plan}/selections") {
            try $0.createTestingSelection($1)
        },
        BackupRoute("GetRestoreTestingSelection", .get, "/restore-testing/plans/{plan}/selections/{selection}") {
            try $0.getTestingSelection($1)
        },
        BackupRoute("DeleteRestoreTestingSelection", .delete, "/restore-testing/plans/{plan}/selections/{selection}") {
            try $0.deleteTestingSelection($1)
        },
        BackupRoute("GetRestoreTestingInferredMetadata", .get, "/restore-testing/inferred-metadata") {
            try $0.getInferredMetadata($1)
        },
    ]

    private static let account: [BackupRoute] = [
        BackupRoute("DescribeRegionSettings", .get, "/account-settings") { $0.describeRegionSettings($1) },
        BackupRoute("UpdateRegionSettings", .put, "/account-settings") { try $0.updateRegionSettings($1) },
        BackupRoute("DescribeGlobalSettings", .get, "/global-settings") { try $0.describeGlobalSettings($1) },
        BackupRoute("UpdateGlobalSettings", .put, "/global-settings") { try $0.updateGlobalSettings($1) },
        BackupRoute("GetSupportedResourceTypes", .get, "/supported-resource-types") { $0.supportedResourceTypes($1) },
        BackupRoute("ListTags", .get, "/tags/{resource}/") { try $0.listTags($1) },
        BackupRoute("TagResource", .post, "/tags/{resource}") { try $0.tagResource($1) },
        BackupRoute("UntagResource", .post, "/untag/{resource}") { try $0.untagResource($1) },
        BackupRoute("ListFrameworks", .get, "/audit/frameworks") { try $0.listFrameworks($1) },
        BackupRoute("DescribeFramework", .get, "/audit/frameworks/{framework}") { try $0.describeFramework($1) },
        BackupRoute("ListLegalHolds", .get, "/legal-holds/") { try $0.listLegalHolds($1) },
    ]
}
