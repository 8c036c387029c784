package import AWSCore
import AWSServices

/// The operations that a survey sends: what it needs to be allowed, no more.
package enum SurveyedOperations {
    package static let all: [any Operation.Type] = [
        STS.GetCallerIdentity.self, EC2.DescribeRegions.self,
        S3.ListBuckets.self, S3.HeadBucket.self, S3.GetBucketVersioning.self, S3.GetBucketReplication.self,
        S3.GetBucketEncryption.self, S3.GetBucketLifecycleConfiguration.self, S3.GetObjectLockConfiguration.self,
        S3.GetBucketNotificationConfiguration.self, S3.GetBucketTagging.self,
        Backup.DescribeRegionSettings.self, Backup.ListBackupVaults.self,
        Backup.ListProtectedResourcesByBackupVault.self, Backup.DescribeRecoveryPoint.self,
        Backup.ListRecoveryPointsByBackupVault.self, Backup.ListBackupPlans.self, Backup.GetBackupPlan.self,
        Backup.ListBackupSelections.self, Backup.GetBackupSelection.self, Backup.ListProtectedResources.self,
        Backup.ListBackupJobs.self, Backup.ListCopyJobs.self, Backup.ListRestoreJobs.self,
        Backup.ListRestoreTestingPlans.self,
        RDS.DescribeDBInstances.self, RDS.DescribeDBClusters.self, RDS.DescribeGlobalClusters.self,
        RDS.DescribeDBInstanceAutomatedBackups.self, RDS.DescribeDBSnapshots.self, RDS.DescribeDBClusterSnapshots.self,
        DynamoDB.ListTables.self, DynamoDB.DescribeTable.self, DynamoDB.DescribeContinuousBackups.self,
        DynamoDB.ListTagsOfResource.self, DynamoDB.ListBackups.self, DynamoDB.ListGlobalTables.self,
        EC2.DescribeVolumes.self, EC2.DescribeSnapshots.self,
        DLM.GetLifecyclePolicies.self, DLM.GetLifecyclePolicy.self,
        EFS.DescribeFileSystems.self, EFS.DescribeBackupPolicy.self, EFS.DescribeReplicationConfigurations.self,
        KMS.DescribeKey.self, CloudWatch.GetMetricData.self,
        IAM.GetRole.self, IAM.ListRolePolicies.self, IAM.GetRolePolicy.self, IAM.ListAttachedRolePolicies.self,
        IAM.GetPolicy.self, IAM.GetPolicyVersion.self,
    ]

    /// The IAM action behind a call, "s3:GetReplicationConfiguration" for `s3:GetBucketReplication`.
    package static func permission(for call: String) -> String? {
        all.first { $0.call == call }.flatMap { $0.permission }
    }

    /// What asking objects needs besides: the versions of replicas, and whether they are locked.
    package static let samplingPermissions: Set = [
        "s3:ListBucket", "s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectRetention", "s3:GetObjectLegalHold",
    ]

    /// A policy that lets objects be asked, as JSON to paste: beside the minimal one.
    package static var samplingPolicy: String {
        OperationCatalogue.policy(named: "LifeboatSample", allowing: samplingPermissions)
    }

    /// The minimal policy, as JSON to paste.
    package static var policy: String {
        OperationCatalogue.policy(named: "LifeboatRead", allowing: Set(all.compactMap { $0.permission }))
    }
}
