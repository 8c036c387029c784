import Foundation

/// Policies of AWS that accounts attach for backups; the default ones hold nothing of S3 (2.18).
enum AWSManagedPolicies {
    static let all: [String: ManagedPolicy] = Dictionary(
        uniqueKeysWithValues: [
            policy("service-role/AWSBackupServiceRolePolicyForBackup", backup),
            policy("service-role/AWSBackupServiceRolePolicyForRestores", restores),
            policy("AWSBackupServiceRolePolicyForS3Backup", s3Backup),
            policy("AWSBackupServiceRolePolicyForS3Restore", s3Restore),
            policy("ReadOnlyAccess", readOnly),
            policy("AdministratorAccess", administrator),
        ].map { ($0.arn, $0) })

    private static func policy(_ path: String, _ document: String) -> ManagedPolicy {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        var ids = SequenceOfIDs(seed: path)
        return ManagedPolicy(
            name: name, arn: "arn:aws:iam::aws:policy/" + path, id: ids.uniqueID("ANPA"), versionID: "v29",
            createdAt: Date(timeIntervalSince1970: 1_547_000_000), document: document)
    }

    private static func document(_ actions: [String]) -> String {
        let list = actions.map { "\"\($0)\"" }.joined(separator: ",")
        return #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[\#(list)],"Resource":"*"}]}"#
    }

    private static let backup = document([
        "dynamodb:DescribeTable", "dynamodb:CreateBackup", "dynamodb:StartAwsBackupJob", "rds:CreateDBSnapshot",
        "rds:CreateDBClusterSnapshot", "rds:DescribeDBSnapshots", "rds:CopyDBSnapshot", "ec2:CreateSnapshot",
        "ec2:DescribeVolumes", "ec2:CopySnapshot", "ec2:DescribeSnapshots", "elasticfilesystem:Backup",
        "backup:CopyIntoBackupVault", "kms:DescribeKey", "kms:Decrypt", "kms:GenerateDataKey", "tag:GetResources",
    ])
    private static let restores = document([
        "dynamodb:RestoreTableFromAwsBackup", "dynamodb:DescribeTable", "rds:RestoreDBInstanceFromDBSnapshot",
        "rds:RestoreDBClusterFromSnapshot", "rds:DescribeDBInstances", "ec2:CreateVolume", "ec2:DescribeVolumes",
        "elasticfilesystem:Restore", "elasticfilesystem:CreateFilesystem", "kms:DescribeKey", "kms:Decrypt",
    ])
    private static let s3Backup = document([
        "s3:GetInventoryConfiguration", "s3:PutInventoryConfiguration", "s3:GetBucketVersioning",
        "s3:GetBucketNotification", "s3:PutBucketNotification", "s3:GetBucketTagging", "s3:ListBucket",
        "s3:ListBucketVersions", "s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectVersionAcl",
        "s3:GetObjectVersionTagging", "events:PutRule", "events:PutTargets", "cloudwatch:GetMetricData",
    ])
    private static let s3Restore = document([
        "s3:CreateBucket", "s3:ListBucketVersions", "s3:ListBucket", "s3:GetBucketVersioning", "s3:PutBucketVersioning",
        "s3:GetObject", "s3:PutObject", "s3:PutObjectAcl", "s3:PutObjectTagging", "kms:DescribeKey",
    ])
    private static let readOnly = document(["s3:Get*", "s3:List*", "backup:Describe*", "backup:Get*", "backup:List*"])
    private static let administrator = document(["*"])
}
