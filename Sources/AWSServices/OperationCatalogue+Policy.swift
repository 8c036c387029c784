package import AWSCore

extension OperationCatalogue {
    /// What a recovery asks besides what a survey does: the checks before it, its progress, the look at its result.
    package static let recoveryReads: [any Operation.Type] = [
        Backup.ListRecoveryPointsByResource.self, Backup.ListRecoveryPointsByBackupVault.self,
        Backup.GetRecoveryPointRestoreMetadata.self,
        Backup.DescribeRecoveryPoint.self, Backup.DescribeBackupVault.self, Backup.ListRestoreJobs.self,
        Backup.DescribeRestoreJob.self, Backup.GetRestoreJobMetadata.self,
        IAM.GetRole.self, IAM.SimulatePrincipalPolicy.self, KMS.DescribeKey.self,
        EC2.DescribeSecurityGroups.self, EC2.DescribeAvailabilityZones.self,
        EC2.DescribeVolumes.self, EC2.DescribeSnapshots.self,
        RDS.DescribeDBInstances.self, RDS.DescribeDBClusters.self, RDS.DescribeGlobalClusters.self,
        RDS.DescribeDBInstanceAutomatedBackups.self, RDS.DescribeDBSubnetGroups.self,
        RDS.DescribeAccountAttributes.self, RDS.DescribeOrderableDBInstanceOptions.self,
        DynamoDB.DescribeTable.self, DynamoDB.DescribeContinuousBackups.self,
        EFS.DescribeFileSystems.self, EFS.DescribeReplicationConfigurations.self,
        S3.HeadBucket.self, S3.GetBucketVersioning.self, S3.GetBucketNotificationConfiguration.self,
        S3.GetBucketReplication.self, S3.ListObjectsV2.self, S3.ListObjectVersions.self, S3.GetObject.self,
        S3Control.ListJobs.self, S3Control.DescribeJob.self, S3Control.GetMultiRegionAccessPointRoutes.self,
    ]

    /// What its calls need besides their own names: roles are handed on, older versions are read to be copied.
    package static let recoveryPermissions = [
        "iam:PassRole", "s3:GetObjectVersion", "s3:GetObjectVersionTagging", "s3:PutObjectTagging",
    ]

    /// A policy that lets Lifeboat recover, as JSON to paste: beside the one that lets it read, and for that day only.
    package static var recoveryPolicy: String {
        let operations = recoveryReads + writes
        let actions = Set(operations.compactMap { $0.permission } + recoveryPermissions)
        return policy(named: "LifeboatRecover", allowing: actions)
    }

    /// A policy that allows actions on everything, one a line.
    package static func policy(named name: String, allowing actions: Set<String>) -> String {
        let lines = actions.sorted().map { "        \"\($0)\"" }.joined(separator: ",\n")
        return """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "\(name)",
                  "Effect": "Allow",
                  "Action": [
            \(lines)
                  ],
                  "Resource": "*"
                }
              ]
            }
            """
    }
}
