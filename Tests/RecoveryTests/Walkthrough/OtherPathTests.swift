import AWSModel
import Foundation
import Posture
import Testing

@testable import Recovery

@Suite("Paths that are no restore")
struct OtherPathTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var name: String
        var type: ResourceType
        var way: RecoveryWay
        var answers: [String: String] = [:]
        var region: Region = "us-west-2"
        var actions: [RecoveryAction]
        var testDescription: String { name }
    }

    private static let snapshot = "arn:aws:ec2:us-west-2::snapshot/snap-1"
    private static let replica = "arn:aws:rds:us-west-2:111122223333:db:shop-dr"
    private static let secondary = "arn:aws:rds:us-west-2:111122223333:cluster:shop-dr"
    private static let global = TestFacts.way(
        .globalFailover, .auroraGlobalDatabase, target: secondary,
        ["global-cluster": "global", "engine": "aurora-mysql"])
    private static let headless = TestFacts.way(
        .globalFailover, .auroraGlobalDatabase, target: secondary,
        ["global-cluster": "global", "engine": "aurora-mysql", "headless": "true"])
    private static let broken = TestFacts.way(
        .breakReplication, .efsReplication, target: TestFacts.arn(.efsFileSystem, "us-west-2"), ["source": "fs-0"])
    private static let drill = ["incident": "drill", "drill-of": "region-lost"]
    private static let deleted = ["incident": "deleted"]
    private static let corrupted = ["incident": "corrupted"]
    private static func pitr(_ type: ResourceType) -> RecoveryWay {
        TestFacts.way(
            .pointInTime, .pitr, target: TestFacts.arn(type), region: "us-east-1",
            ["source": "shop", "earliest": "2026-11-14T12:00:00Z", "latest": "2026-11-21T11:55:00Z"])
    }
    private static let versions = TestFacts.way(
        .undelete, .s3Versioning, target: "arn:aws:s3:::shop", region: "us-east-1")
    private static let moment = Date(timeIntervalSince1970: 1_795_219_200)  // 2026-11-21 00:00 UTC

    static let rows: [Row] = [
        Row(
            name: "a replica bucket", type: .s3Bucket,
            way: TestFacts.way(.repointBucket, .s3Replication, target: "arn:aws:s3:::shop-dr"), actions: []),
        Row(
            name: "a replica bucket behind an access point", type: .s3Bucket,
            way: TestFacts.way(.repointBucket, .s3Replication, target: "arn:aws:s3:::shop-dr"),
            answers: ["access-point": CommandLineTests.accessPoint],
            actions: [.submitRoutes(accessPoint: CommandLineTests.accessPoint, active: "shop-dr", passive: ["shop"])]),
        Row(
            name: "a read replica", type: .rdsInstance,
            way: TestFacts.way(.promoteReplica, .rdsReadReplica, target: replica),
            actions: [.promoteReadReplica(instance: "shop-dr")]),
        Row(
            name: "a global database, its home lost", type: .auroraCluster, way: global,
            actions: [.failoverGlobalCluster(identifier: "global", target: secondary)]),
        Row(
            name: "a global database, its home alive", type: .auroraCluster, way: global, answers: drill,
            region: "us-east-1", actions: [.switchoverGlobalCluster(identifier: "global", target: secondary)]),
        Row(
            name: "a headless secondary", type: .auroraCluster, way: headless,
            actions: [
                .createDBInstance(
                    identifier: "shop-dr-1", cluster: "shop-dr", engine: "aurora-mysql", instanceClass: "db.r6g.large"),
                .failoverGlobalCluster(identifier: "global", target: secondary),
            ]),
        Row(
            name: "a replica's source", type: .rdsInstance,
            way: TestFacts.way(.repoint, .rdsReadReplica, target: replica), actions: []),
        Row(
            name: "a file system's source", type: .efsFileSystem,
            way: TestFacts.way(.repoint, .efsReplication, target: TestFacts.arn(.efsFileSystem, "us-west-2")),
            actions: []),
        Row(
            name: "a global table", type: .dynamoDBTable,
            way: TestFacts.way(.repointTable, .dynamoDBGlobalTable, target: TestFacts.arn(.dynamoDBTable, "us-west-2")),
            actions: []),
        Row(
            name: "a replicated file system, its home lost", type: .efsFileSystem, way: broken,
            actions: [.deleteFileSystemReplication(source: "fs-0", localOnly: true)]),
        Row(
            name: "a replicated file system, its home alive", type: .efsFileSystem, way: broken, answers: drill,
            actions: [.deleteFileSystemReplication(source: "fs-0", localOnly: false)]),
        Row(
            name: "a snapshot's copy", type: .ebsVolume,
            way: TestFacts.way(.createVolume, .ebsSnapshotCopy, target: snapshot), answers: ["encrypted": "no"],
            actions: [
                .createVolume(snapshot: "snap-1", availabilityZone: "us-west-2a", options: ["VolumeType": "gp3"])
            ]),
        Row(
            name: "a table's past", type: .dynamoDBTable, way: pitr(.dynamoDBTable),
            answers: deleted.merging(["restore-time": "2026-11-21T00:00:00Z"], uniquingKeysWith: { $1 }),
            region: "us-east-1",
            actions: [.restoreTableToPointInTime(source: "shop", target: "shop-restored", time: moment)]),
        Row(
            name: "a database's past", type: .rdsInstance, way: pitr(.rdsInstance), answers: corrupted,
            region: "us-east-1",
            actions: [
                .restoreDBInstanceToPointInTime(
                    source: "shop", target: "shop-restored", time: TestFacts.lastGood,
                    options: ["MultiAZ": "false", "PubliclyAccessible": "false"])
            ]),
        Row(
            name: "a cluster's past", type: .auroraCluster, way: pitr(.auroraCluster), answers: corrupted,
            region: "us-east-1",
            actions: [
                .restoreDBClusterToPointInTime(
                    source: "shop", target: "shop-restored", time: TestFacts.lastGood, options: [:]),
                .createDBInstance(
                    identifier: "shop-restored-1", cluster: "shop-restored", engine: "aurora-mysql",
                    instanceClass: "db.r6g.large"),
            ]),
        Row(
            name: "delete markers", type: .s3Bucket, way: versions,
            answers: deleted.merging(["prefix": "a/"], uniquingKeysWith: { $1 }), region: "us-east-1",
            actions: [.removeDeleteMarkers(bucket: "shop", prefix: "a/", since: TestFacts.lastGood)]),
        Row(
            name: "versions of a moment", type: .s3Bucket, way: versions,
            answers: corrupted.merging(["as-of": "2026-11-21T00:00:00Z"], uniquingKeysWith: { $1 }),
            region: "us-east-1", actions: [.restoreVersions(bucket: "shop", prefix: "", asOf: moment)]),
        Row(
            name: "a backfill", type: .s3Bucket,
            way: TestFacts.way(.backfill, .s3Replication, target: "arn:aws:s3:::shop", region: "us-east-1"),
            answers: drill.merging(
                ["role": "arn:aws:iam::111122223333:role/batch", "report-bucket": "reports"], uniquingKeysWith: { $1 }),
            region: "us-east-1",
            actions: [
                .createReplicationJob(
                    bucket: "shop", role: "arn:aws:iam::111122223333:role/batch", reportBucket: "reports",
                    reportPrefix: "lifeboat/shop")
            ]),
    ]

    @Test("Make their calls, and say what remains by hand", arguments: rows)
    func calls(_ row: Row) throws {
        var facts = TestFacts()
        facts.way = row.way
        var walk = TestFacts.walkthrough()
        // A drill takes none of them by default.
        let answers = TestFacts.lost(row.type, row.answers).merging(["way": row.way.id], uniquingKeysWith: { $1 })
        let last = try facts.drive(&walk, answers)
        let review = try #require(walk.review, "stopped at \(last?.name ?? walk.refusal ?? "nothing")")
        #expect(review.calls.map(\.action) == row.actions)
        #expect(review.calls.allSatisfy { $0.region == row.region })
        #expect(!review.byHand.isEmpty)
        #expect(last?.name == (row.actions.isEmpty ? "works" : "confirm"))
    }

    @Test("A lost home cannot be switched over from")
    func switchover() {
        var facts = TestFacts()
        facts.way = Self.global
        var walk = TestFacts.walkthrough()
        #expect(throws: AnswerError.self) {
            try facts.drive(&walk, TestFacts.lost(.auroraCluster, ["how": "switchover"]))
        }
    }

    @Test("An access point is steered from a region that is not lost")
    func steering() throws {
        var facts = TestFacts()
        facts.way = TestFacts.way(.repointBucket, .s3Replication, target: "arn:aws:s3:::shop-dr", region: "us-east-1")
        var walk = TestFacts.walkthrough()
        try facts.drive(
            &walk,
            TestFacts.lost(.s3Bucket, ["lost": "us-west-2", "access-point": CommandLineTests.accessPoint]))
        #expect(walk.review?.calls.first?.region == "us-east-1")
    }
}
