import AWSModel
import AWSServices
import Foundation

extension OperationSample {
    private static let arn = "arn:aws:backup:us-east-1:123456789012:recovery-point:1/☃"
    private static let role = "arn:aws:iam::123456789012:role/a&b"
    private static let moment = Date(timeIntervalSince1970: 1_795_132_800)
    private static let version = ObjectVersion(
        key: "a b/☃+", versionID: "v/+", isLatest: false, size: ByteCount(1), lastModified: moment,
        storageClass: "STANDARD_IA")

    /// What changes an account.
    static let writes: [OperationSample] =
        backupWrites + databaseWrites + resourceWrites + objectWrites
        + checks

    /// What is looked at before.
    private static let checks: [OperationSample] = [
        .full(EC2.DescribeSecurityGroups(maxResults: 5, nextToken: "t/"), ["MaxResults": 5, "NextToken": "t/"]),
        .bare(EC2.DescribeSecurityGroups(), [:]),
        .full(EC2.DescribeAvailabilityZones(), [:]),
        .full(RDS.DescribeDBSubnetGroups(maxRecords: 20, nextToken: "t/"), ["MaxRecords": 20, "Marker": "t/"]),
        .bare(RDS.DescribeDBSubnetGroups(), [:]),
        .full(RDS.DescribeAccountAttributes(), [:]),
        .full(
            RDS.DescribeOrderableDBInstanceOptions(
                engine: "aurora-mysql", instanceClass: "db.r6g.large", maxRecords: 20, nextToken: "t/"),
            ["Engine": "aurora-mysql", "DBInstanceClass": "db.r6g.large", "MaxRecords": 20, "Marker": "t/"]),
        .bare(
            RDS.DescribeOrderableDBInstanceOptions(engine: "mysql", instanceClass: "db.r6g.large"),
            ["Engine": "mysql", "DBInstanceClass": "db.r6g.large"]),
        .full(
            IAM.SimulatePrincipalPolicy(
                roleARN: role, actions: ["s3:PutObject", "ec2:CreateVolume"], resources: ["*"]),
            [
                "PolicySourceArn": .string(role), "ActionNames": ["s3:PutObject", "ec2:CreateVolume"],
                "ResourceArns": ["*"], "MaxItems": 1000,
            ]),
    ]

    private static let backupWrites: [OperationSample] = [
        .full(
            Backup.StartRestoreJob(
                recoveryPointARN: arn, metadata: ["a": "b/☃"], roleARN: role, resourceType: "S3", token: "t"),
            [
                "RecoveryPointArn": .string(arn), "Metadata": ["a": "b/☃"], "IamRoleArn": .string(role),
                "ResourceType": "S3", "IdempotencyToken": "t",
            ]),
        .bare(
            Backup.StartRestoreJob(recoveryPointARN: arn, metadata: [:], roleARN: nil, resourceType: nil, token: "t"),
            ["RecoveryPointArn": .string(arn), "Metadata": [:], "IdempotencyToken": "t"]),
    ]

    private static let databaseWrites: [OperationSample] = [
        .full(
            RDS.CreateDBInstance(
                identifier: "i", cluster: "c", engine: "aurora-mysql", instanceClass: "db.r6g.large"),
            [
                "DBInstanceIdentifier": "i", "DBClusterIdentifier": "c", "Engine": "aurora-mysql",
                "DBInstanceClass": "db.r6g.large",
            ]),
        .full(RDS.PromoteReadReplica(identifier: "i"), ["DBInstanceIdentifier": "i"]),
        .full(
            RDS.FailoverGlobalCluster(identifier: "g", target: "arn:c"),
            ["GlobalClusterIdentifier": "g", "TargetDbClusterIdentifier": "arn:c", "AllowDataLoss": true]),
        .full(
            RDS.SwitchoverGlobalCluster(identifier: "g", target: "arn:c"),
            ["GlobalClusterIdentifier": "g", "TargetDbClusterIdentifier": "arn:c"]),
        .full(
            RDS.RestoreDBInstanceToPointInTime(
                source: "i", target: "j", time: moment,
                options: [
                    "DBSubnetGroupName": "s", "VpcSecurityGroupIds": "sg-1,sg-2", "DBInstanceClass": "db.t4g.small",
                    "MultiAZ": "true", "PubliclyAccessible": "true",
                ]),
            [
                "SourceDBInstanceIdentifier": "i", "TargetDBInstanceIdentifier": "j", "DBSubnetGroupName": "s",
                "VpcSecurityGroupIds": ["sg-1", "sg-2"], "DBInstanceClass": "db.t4g.small", "MultiAZ": true,
                "PubliclyAccessible": true,
                "RestoreTime": "2026-11-20T00:00:00Z",
            ]),
        .bare(
            RDS.RestoreDBInstanceToPointInTime(
                source: "arn:aws:rds:us-west-2:123456789012:auto-backup:ab-1", target: "j"),
            [
                "SourceDBInstanceAutomatedBackupsArn": "arn:aws:rds:us-west-2:123456789012:auto-backup:ab-1",
                "TargetDBInstanceIdentifier": "j", "UseLatestRestorableTime": true,
            ]),
        .full(
            RDS.RestoreDBClusterToPointInTime(
                source: "c", target: "d", time: moment,
                options: ["DBSubnetGroupName": "s", "VpcSecurityGroupIds": "sg-1, sg-2"]),
            [
                "SourceDBClusterIdentifier": "c", "DBClusterIdentifier": "d", "DBSubnetGroupName": "s",
                "VpcSecurityGroupIds": ["sg-1", "sg-2"],
                "RestoreToTime": "2026-11-20T00:00:00Z",
            ]),
        .bare(
            RDS.RestoreDBClusterToPointInTime(source: "c", target: "d"),
            ["SourceDBClusterIdentifier": "c", "DBClusterIdentifier": "d", "UseLatestRestorableTime": true]),
    ]

    private static let resourceWrites: [OperationSample] = [
        .full(
            DynamoDB.RestoreTableToPointInTime(source: "carts", target: "carts2", time: moment),
            ["SourceTableName": "carts", "TargetTableName": "carts2", "RestoreDateTime": 1_795_132_800]),
        .bare(
            DynamoDB.RestoreTableToPointInTime(source: "carts", target: "carts2"),
            ["SourceTableName": "carts", "TargetTableName": "carts2", "UseLatestRestorableTime": true]),
        .full(
            EC2.CreateVolume(
                snapshot: "snap-1", zone: "us-west-2a",
                options: ["VolumeType": "gp3", "Size": "8", "Iops": "3000", "Encrypted": "true", "KmsKeyId": "k"],
                token: "t"),
            [
                "SnapshotId": "snap-1", "AvailabilityZone": "us-west-2a", "VolumeType": "gp3", "Size": 8,
                "Iops": 3000, "Encrypted": true, "KmsKeyId": "k", "ClientToken": "t",
            ]),
        .full(
            EFS.DeleteReplicationConfiguration(source: "fs-1", localOnly: true),
            ["SourceFileSystemId": "fs-1", "DeletionMode": "LOCAL_CONFIGURATION_ONLY"]),
    ]

    private static let objectWrites: [OperationSample] = [
        .full(
            S3.GetObject(bucket: "media", key: "a b/☃+", versionID: "v"),
            ["Bucket": "media", "Key": "a b/☃+", "VersionId": "v", "Range": "bytes=0-0"]),
        .bare(S3.GetObject(bucket: "media", key: "k"), ["Bucket": "media", "Key": "k", "Range": "bytes=0-0"]),
        .full(
            S3.DeleteObject(DeleteMarker(key: "a b/☃+", versionID: "v/+", isLatest: true), of: "media"),
            ["Bucket": "media", "Key": "a b/☃+", "VersionId": "v/+"]),
        .full(
            S3.CopyObject(version, of: "media"),
            [
                "Bucket": "media", "Key": "a b/☃+", "StorageClass": "STANDARD_IA",
                "CopySource": "media/a%20b/%E2%98%83%2B?versionId=v%2F%2B",
            ]),
        .bare(
            S3.CopyObject(ObjectVersion(key: "k", versionID: "v", isLatest: false, size: ByteCount(1)), of: "media"),
            ["Bucket": "media", "Key": "k", "CopySource": "media/k?versionId=v"]),
        .full(
            S3Control.CreateJob(
                accountID: "123456789012", bucket: "media", roleARN: role, reportBucket: "reports",
                reportPrefix: "a<b", token: "t"),
            [
                "AccountId": "123456789012", "ConfirmationRequired": false, "Operation": ["S3ReplicateObject": [:]],
                "Report": [
                    "Bucket": "arn:aws:s3:::reports", "Format": "Report_CSV_20180820", "Enabled": true,
                    "Prefix": "a<b", "ReportScope": "AllTasks",
                ], "ClientRequestToken": "t", "Priority": 10, "RoleArn": .string(role),
                "ManifestGenerator": [
                    "S3JobManifestGenerator": [
                        "ExpectedBucketOwner": "123456789012", "SourceBucket": "arn:aws:s3:::media",
                        "EnableManifestOutput": false,
                        "Filter": [
                            "EligibleForReplication": true, "ObjectReplicationStatuses": ["NONE", "FAILED"],
                        ],
                    ]
                ],
            ]),
        .full(
            S3Control.SubmitMultiRegionAccessPointRoutes(
                accountID: "123456789012", accessPoint: "arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap",
                active: "media-dr", passive: ["media"]),
            [
                "AccountId": "123456789012", "Mrap": "arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap",
                "RouteUpdates": [
                    ["Bucket": "media-dr", "TrafficDialPercentage": 100],
                    ["Bucket": "media", "TrafficDialPercentage": 0],
                ],
            ]),
    ]
}
