package import AWSCore

/// Every operation that can be sent, service by service: what a policy must allow, and what the tests hold against
/// AWS's service models.
package enum OperationCatalogue {
    package static let all: [any Operation.Type] = reads + writes

    /// What `Survey` and the checks before a restore can ask.
    package static let reads: [any Operation.Type] =
        sts + ec2 + s3 + s3Control + backup + rds + dynamoDB + efs + dlm
        + cloudWatch + kms + iam

    private static let sts: [any Operation.Type] = [STS.GetCallerIdentity.self]

    private static let ec2: [any Operation.Type] = [
        EC2.DescribeRegions.self, EC2.DescribeVolumes.self, EC2.DescribeSnapshots.self,
        EC2.DescribeSubnets.self, EC2.DescribeSecurityGroups.self, EC2.DescribeAvailabilityZones.self,
    ]

    private static let s3: [any Operation.Type] = [
        S3.ListBuckets.self, S3.HeadBucket.self, S3.GetBucketLocation.self, S3.GetBucketVersioning.self,
        S3.GetBucketReplication.self, S3.GetBucketEncryption.self, S3.GetBucketLifecycleConfiguration.self,
        S3.GetObjectLockConfiguration.self, S3.GetBucketOwnershipControls.self, S3.GetBucketTagging.self,
        S3.GetBucketPolicy.self, S3.GetPublicAccessBlock.self, S3.GetBucketNotificationConfiguration.self,
        S3.GetBucketRequestPayment.self, S3.ListBucketInventoryConfigurations.self, S3.ListObjectsV2.self,
        S3.ListObjectVersions.self, S3.HeadObject.self, S3.GetObject.self,
    ]

    private static let s3Control: [any Operation.Type] = [
        S3Control.ListJobs.self, S3Control.DescribeJob.self, S3Control.GetMultiRegionAccessPointRoutes.self,
    ]

    private static let backup: [any Operation.Type] = [
        Backup.DescribeRegionSettings.self, Backup.DescribeGlobalSettings.self, Backup.GetSupportedResourceTypes.self,
        Backup.ListBackupPlans.self, Backup.GetBackupPlan.self, Backup.ListBackupSelections.self,
        Backup.GetBackupSelection.self, Backup.ListBackupVaults.self, Backup.DescribeBackupVault.self,
        Backup.GetBackupVaultAccessPolicy.self, Backup.GetBackupVaultNotifications.self,
        Backup.ListProtectedResources.self, Backup.DescribeProtectedResource.self,
        Backup.ListProtectedResourcesByBackupVault.self, Backup.ListRecoveryPointsByBackupVault.self,
        Backup.ListRecoveryPointsByResource.self, Backup.DescribeRecoveryPoint.self,
        Backup.GetRecoveryPointRestoreMetadata.self, Backup.ListBackupJobs.self, Backup.ListCopyJobs.self,
        Backup.ListRestoreJobs.self, Backup.ListRestoreJobsByProtectedResource.self, Backup.DescribeRestoreJob.self,
        Backup.GetRestoreJobMetadata.self, Backup.ListRestoreTestingPlans.self, Backup.GetRestoreTestingPlan.self,
        Backup.ListRestoreTestingSelections.self, Backup.GetRestoreTestingSelection.self,
        Backup.GetRestoreTestingInferredMetadata.self, Backup.ListFrameworks.self, Backup.DescribeFramework.self,
        Backup.ListLegalHolds.self, Backup.ListTags.self,
    ]

    private static let rds: [any Operation.Type] = [
        RDS.DescribeDBInstances.self, RDS.DescribeDBClusters.self, RDS.DescribeGlobalClusters.self,
        RDS.DescribeDBInstanceAutomatedBackups.self, RDS.DescribeDBSubnetGroups.self,
        RDS.DescribeAccountAttributes.self,
        RDS.DescribeDBSnapshots.self, RDS.DescribeDBClusterSnapshots.self,
    ]

    private static let dynamoDB: [any Operation.Type] = [
        DynamoDB.ListTables.self, DynamoDB.DescribeTable.self, DynamoDB.DescribeContinuousBackups.self,
        DynamoDB.ListTagsOfResource.self, DynamoDB.ListBackups.self, DynamoDB.ListGlobalTables.self,
    ]

    private static let efs: [any Operation.Type] = [
        EFS.DescribeFileSystems.self, EFS.DescribeReplicationConfigurations.self, EFS.DescribeBackupPolicy.self,
    ]

    private static let dlm: [any Operation.Type] = [DLM.GetLifecyclePolicies.self, DLM.GetLifecyclePolicy.self]

    private static let cloudWatch: [any Operation.Type] = [CloudWatch.GetMetricData.self]

    private static let kms: [any Operation.Type] = [KMS.DescribeKey.self]

    private static let iam: [any Operation.Type] = [
        IAM.GetRole.self, IAM.ListAttachedRolePolicies.self, IAM.ListRolePolicies.self, IAM.GetRolePolicy.self,
        IAM.GetPolicy.self, IAM.GetPolicyVersion.self, IAM.SimulatePrincipalPolicy.self,
    ]
}
