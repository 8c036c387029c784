import AWSModel
import Foundation
import SimulatedAWS
import Testing

/// One walk through a recovery in the demo account.
struct WalkthroughCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var answers: [String: String]
    /// The operations, in their order.
    var calls: [String]
    /// What the account has afterwards.
    var isThere: @Sendable (SimulatedAccount) -> Bool = { _ in true }
    /// What is done to the account before.
    var change: @Sendable (inout SimulatedAccount) -> Void = { _ in }

    private static let east: Region = "us-east-1"
    private static let west: Region = "us-west-2"
    private static let role = "arn:aws:iam::123456789012:role/northlight-backup"
    private static func arn(_ text: String, _ service: String, _ region: Region = east) -> String {
        "arn:aws:\(service):\(region):123456789012:\(text)"
    }
    private static func lost(_ resource: String, _ more: [String: String]) -> [String: String] {
        ["incident": "region-lost", "lost": "us-east-1", "resource": resource, "works": "yes", "role": role]
            .merging(more) { $1 }
    }
    private static func drill(_ resource: String, _ more: [String: String]) -> [String: String] {
        lost(resource, ["incident": "drill", "drill-of": "region-lost"]).merging(more) { $1 }
    }
    private static func kind(_ kind: String, _ resource: String, _ more: [String: String]) -> [String: String] {
        lost(resource, ["incident": kind, "last-good": "2026-11-21T11:00:00Z"]).merging(more) { $1 }
    }

    static let all: [WalkthroughCase] = [
        WalkthroughCase(
            testDescription: "a bucket into a new one",
            answers: lost("arn:aws:s3:::terraform-state", ["bucket-is": "new", "bucket": "terraform-restored"]),
            calls: ["backup:StartRestoreJob"], isThere: { $0.buckets["terraform-restored"]?.region == west }),
        WalkthroughCase(
            testDescription: "a part of a bucket, which is not as large as the whole",
            answers: lost(
                "arn:aws:s3:::terraform-state",
                ["bucket-is": "new", "bucket": "terraform-part", "items": "archive/2025/1.bin"]),
            calls: ["backup:StartRestoreJob"],
            isThere: { Array($0.buckets["terraform-part"]?.objects.keys ?? []) == ["archive/2025/1.bin"] }),
        WalkthroughCase(
            testDescription: "a bucket into an existing one",
            answers: lost("arn:aws:s3:::terraform-state", ["bucket-is": "existing", "bucket": "prepared"]),
            calls: ["backup:StartRestoreJob"], isThere: { $0.buckets["prepared"]?.region == west },
            change: { $0.createBucket("prepared", in: west, versioning: .enabled) }),
        WalkthroughCase(
            testDescription: "a database",
            answers: lost(arn("db:webshop", "rds"), ["identifier": "webshop-dr", "class": "db.r6g.large"]),
            calls: ["backup:StartRestoreJob"], isThere: { $0.databases.instances[west]?["webshop-dr"] != nil }),
        WalkthroughCase(
            testDescription: "a cluster with its instance",
            answers: lost(
                arn("cluster:catalogue", "rds"),
                ["identifier": "catalogue-dr", "class": "db.r6g.large", "engine": "aurora-postgresql"]),
            calls: ["backup:StartRestoreJob", "rds:CreateDBInstance"],
            isThere: { $0.databases.instances[west]?["catalogue-dr-1"]?.clusterIdentifier == "catalogue-dr" }),
        WalkthroughCase(
            testDescription: "a table",
            answers: lost(arn("table/checkout-orders", "dynamodb"), ["table": "orders-dr"]),
            calls: ["backup:StartRestoreJob"], isThere: { $0.tables["orders-dr", west] != nil }),
        WalkthroughCase(
            testDescription: "a volume from AWS Backup, in its own region",
            answers: kind(
                "corrupted", arn("volume/vol-0e5c8a3b1f7d69240", "ec2", "ap-southeast-2"),
                ["availability-zone": "ap-southeast-2a"]),
            calls: ["backup:StartRestoreJob"], isThere: { ($0.volumes.volumes["ap-southeast-2"]?.count ?? 0) == 2 }),
        WalkthroughCase(
            testDescription: "a file system into a new one",
            answers: lost(arn("file-system/fs-0c3a51d2e7f849b16", "elasticfilesystem"), [:]),
            calls: ["backup:StartRestoreJob"],
            isThere: { ($0.fileSystems.fileSystems[west]?.count ?? 0) == 2 }),
        WalkthroughCase(
            testDescription: "a read replica",
            answers: lost(arn("db:royalties", "rds"), ["way": "rds-read-replica:us-west-2:royalties-west"]),
            calls: ["rds:PromoteReadReplica"],
            isThere: { $0.databases.instances[west]?["royalties-west"]?.sourceARN == nil }),
        WalkthroughCase(
            testDescription: "a global database, failed over",
            answers: lost(
                arn("cluster:viewer-accounts", "rds"),
                ["way": "aurora-global-database:us-west-2:viewer-accounts-west", "how": "failover"]),
            calls: ["rds:FailoverGlobalCluster"], isThere: { writes(in: west, $0) }),
        WalkthroughCase(
            testDescription: "a global database, switched over",
            answers: drill(
                arn("cluster:viewer-accounts", "rds"),
                ["way": "aurora-global-database:us-west-2:viewer-accounts-west", "how": "switchover"]),
            calls: ["rds:SwitchoverGlobalCluster"], isThere: { writes(in: west, $0) }),
        WalkthroughCase(
            testDescription: "a global database whose secondary has no instance, switched over",
            answers: drill(
                arn("cluster:viewer-accounts", "rds"),
                [
                    "way": "aurora-global-database:ap-southeast-2:viewer-accounts-sydney", "how": "switchover",
                    "class": "db.r6g.large",
                ]),
            calls: ["rds:CreateDBInstance", "rds:SwitchoverGlobalCluster"],
            isThere: { writes(in: "ap-southeast-2", $0) }),
        WalkthroughCase(
            testDescription: "a replicated file system",
            answers: lost(
                arn("file-system/fs-06d4f1a8c92e7b530", "elasticfilesystem"),
                ["way": "efs-replication:us-west-2:fs-0f83b6e5a1d4c7290"]),
            calls: ["elasticfilesystem:DeleteReplicationConfiguration"]),
        WalkthroughCase(
            testDescription: "a replicated file system, in a drill",
            answers: drill(
                arn("file-system/fs-06d4f1a8c92e7b530", "elasticfilesystem"),
                ["way": "efs-replication:us-west-2:fs-0f83b6e5a1d4c7290"]),
            calls: ["elasticfilesystem:DeleteReplicationConfiguration"],
            isThere: { $0.fileSystems.replications.isEmpty }),
        WalkthroughCase(
            testDescription: "a database of its replicated backups",
            answers: lost(
                arn("db:subscriptions", "rds"), ["identifier": "subscriptions-dr", "class": "db.r6g.large"]),
            calls: ["rds:RestoreDBInstanceToPointInTime"],
            isThere: { $0.databases.instances[west]?["subscriptions-dr"] != nil }),
        WalkthroughCase(
            testDescription: "a database's past",
            answers: kind("corrupted", arn("db:premieres", "rds"), [:]),
            calls: ["rds:RestoreDBInstanceToPointInTime"],
            isThere: { $0.databases.instances[east]?["premieres-restored"] != nil }),
        WalkthroughCase(
            testDescription: "a cluster's past",
            answers: kind("corrupted", arn("cluster:viewer-accounts", "rds"), ["class": "db.r6g.large"]),
            calls: ["rds:RestoreDBClusterToPointInTime", "rds:CreateDBInstance"],
            isThere: {
                $0.databases.instances[east]?["viewer-accounts-restored-1"]?.clusterIdentifier
                    == "viewer-accounts-restored"
            }),
        WalkthroughCase(
            testDescription: "a table's past",
            answers: kind("deleted", arn("table/watchlists", "dynamodb"), [:]),
            calls: ["dynamodb:RestoreTableToPointInTime"],
            isThere: { $0.tables["watchlists-restored", east] != nil }),
        WalkthroughCase(
            testDescription: "a volume of a copied snapshot",
            answers: lost(arn("volume/vol-0a94c7e2b5d18f360", "ec2"), ["availability-zone": "us-west-2a"]),
            calls: ["ec2:CreateVolume"], isThere: { ($0.volumes.volumes[west]?.count ?? 0) == 1 }),
        WalkthroughCase(
            testDescription: "deleted objects",
            answers: kind(
                "deleted", "arn:aws:s3:::media-originals", ["way": "s3-versioning:us-east-1:media-originals"]),
            calls: ["s3:DeleteObject"], isThere: { $0.buckets["media-originals"]?.objects.current("lost") != nil },
            change: { account in
                _ = try? account.write(ObjectDraft(key: "lost", content: .bytes([1])), to: "media-originals")
                account.deleteObject("lost", in: "media-originals")
            }),
        WalkthroughCase(
            testDescription: "overwritten objects",
            answers: kind(
                "corrupted", "arn:aws:s3:::media-originals",
                ["way": "s3-versioning:us-east-1:media-originals", "as-of": "2026-11-21T00:00:00Z"]),
            calls: ["s3:CopyObject"]),
        WalkthroughCase(
            testDescription: "a backfill",
            answers: drill(
                "arn:aws:s3:::media-originals",
                [
                    "way": "backfill:us-east-1:media-originals", "report-bucket": "access-logs",
                    "role": "arn:aws:iam::123456789012:role/batch",
                ]),
            calls: ["s3:CreateJob"],
            change: {
                _ = $0.createServiceRole(
                    "batch", for: "batchoperations.s3.amazonaws.com",
                    allowing: [
                        "s3:InitiateReplication", "s3:GetReplicationConfiguration", "s3:PutInventoryConfiguration",
                        "s3:PutObject",
                    ])
            }),
        WalkthroughCase(
            testDescription: "a replica bucket behind an access point",
            answers: lost(
                "arn:aws:s3:::media-originals",
                [
                    "way": "s3-replication:us-west-2:media-originals-dr",
                    "access-point": "arn:aws:s3::123456789012:accesspoint/films.mrap",
                ]),
            calls: ["s3:SubmitMultiRegionAccessPointRoutes"],
            isThere: { $0.accessPoints["films"]?.dials == ["media-originals": 0, "media-originals-dr": 100] },
            change: { $0.createAccessPoint("films", buckets: ["media-originals", "media-originals-dr"]) }),
        WalkthroughCase(
            testDescription: "a replica bucket, which takes over without a call",
            answers: lost("arn:aws:s3:::media-originals", ["way": "s3-replication:us-west-2:media-originals-dr"]),
            calls: []),
        WalkthroughCase(
            testDescription: "a read replica whose source serves without a call",
            answers: lost(
                arn("db:royalties-west", "rds", west),
                ["lost": "us-west-2", "way": "rds-read-replica:us-east-1:royalties"]), calls: [],
            isThere: { $0.databases.instances[west]?["royalties-west"]?.sourceARN != nil }),
        WalkthroughCase(
            testDescription: "a secondary whose writer serves without a call",
            answers: lost(
                arn("cluster:viewer-accounts-west", "rds", west),
                ["lost": "us-west-2", "way": "aurora-global-database:us-east-1:viewer-accounts"]), calls: [],
            isThere: { writes(in: east, $0) }),
        WalkthroughCase(
            testDescription: "a file system's copy whose source serves without a call",
            answers: lost(
                arn("file-system/fs-0f83b6e5a1d4c7290", "elasticfilesystem", west),
                ["lost": "us-west-2", "way": "efs-replication:us-east-1:fs-06d4f1a8c92e7b530"]), calls: [],
            isThere: { !$0.fileSystems.replications.isEmpty }),
        WalkthroughCase(
            testDescription: "a global table, which takes over without a call",
            answers: lost(arn("table/player-positions", "dynamodb"), [:]), calls: []),
    ]

    private static func writes(in region: Region, _ account: SimulatedAccount) -> Bool {
        account.databases.globalClusters["viewer-accounts-global"]?.members.contains {
            $0.isWriter && $0.cluster.region == region
        } ?? false
    }
}
