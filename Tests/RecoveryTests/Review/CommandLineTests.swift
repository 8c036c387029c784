import AWSModel
import Foundation
import Testing

@testable import Recovery

@Suite("The command lines")
struct CommandLineTests {
    static let moment = Date(timeIntervalSince1970: 1_795_262_400)
    static let accessPoint = "arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap"
    /// One of each action, and of each form that it takes.
    static let actions: [RecoveryAction] = [
        .startRestoreJob(
            recoveryPoint: "arn:aws:backup:us-west-2:111122223333:recovery-point:p-1", type: "S3",
            role: "arn:aws:iam::111122223333:role/restore",
            metadata: [
                "DestinationBucketName": "shop", "ItemsToRestore": #"["it's/","b c/"]"#, "Encrypted": "true",
            ]),
        .createDBInstance(
            identifier: "shop-1", cluster: "shop", engine: "aurora-mysql", instanceClass: "db.r6g.large"),
        .promoteReadReplica(instance: "shop-dr"),
        .failoverGlobalCluster(
            identifier: "global", target: "arn:aws:rds:us-west-2:111122223333:cluster:shop-dr"),
        .switchoverGlobalCluster(
            identifier: "global", target: "arn:aws:rds:us-west-2:111122223333:cluster:shop-dr"),
        .restoreDBInstanceToPointInTime(source: "shop", target: "shop-2", time: nil, options: [:]),
        .restoreDBInstanceToPointInTime(
            source: "arn:aws:rds:us-west-2:111122223333:auto-backup:ab-1", target: "shop-2", time: moment,
            options: [
                "DBInstanceClass": "db.r6g.large", "DBSubnetGroupName": "private", "MultiAZ": "true",
                "PubliclyAccessible": "false", "VpcSecurityGroupIds": "sg-1,sg-2",
            ]),
        .restoreDBClusterToPointInTime(source: "shop", target: "shop-2", time: nil, options: [:]),
        .restoreDBClusterToPointInTime(
            source: "shop", target: "shop-2", time: moment,
            options: ["DBSubnetGroupName": "private", "VpcSecurityGroupIds": "sg-1"]),
        .restoreTableToPointInTime(source: "shop", target: "shop-2", time: nil),
        .restoreTableToPointInTime(source: "shop", target: "shop-2", time: moment),
        .createVolume(
            snapshot: "snap-1", availabilityZone: "us-west-2a",
            options: ["VolumeType": "gp3", "Size": "100", "Iops": "3000", "Encrypted": "true", "KmsKeyId": "alias/k"]),
        .deleteFileSystemReplication(source: "fs-12345678", localOnly: true),
        .deleteFileSystemReplication(source: "fs-12345678", localOnly: false),
        .removeDeleteMarkers(bucket: "shop", prefix: "", since: nil),
        .removeDeleteMarkers(bucket: "shop", prefix: "it's a/$(x)", since: moment),
        .restoreVersions(bucket: "shop", prefix: "photos/", asOf: moment),
        .createReplicationJob(
            bucket: "shop", role: "arn:aws:iam::111122223333:role/batch", reportBucket: "reports",
            reportPrefix: #"a "b""#),
        .submitRoutes(accessPoint: accessPoint, active: "shop-dr", passive: ["shop"]),
    ]

    static func lines() -> [String] {
        actions.map {
            PlannedCall(token: "token-1", region: "us-west-2", resource: "arn:aws:s3:::shop", action: $0).command
        }
    }

    /// The lines that `test_recovery_commands.py` gives to the AWS CLI; `RECORD=1` writes them.
    @Test("Are those that the AWS CLI was asked about")
    func recorded() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "commands.txt")
        let lines = Self.lines().joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try lines.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == lines)
    }

    @Test(
        "Quote what a shell would take apart",
        arguments: [
            ("plain-1/a_b:c", "plain-1/a_b:c"), ("", "''"), ("a b", "'a b'"), ("it's", #"'it'\''s'"#),
            ("$(x)", "'$(x)'"),
            ("é", "'é'"), ("@", "@"), ("[", "'['"), ("`", "'`'"),
        ])
    func quoted(_ word: String, _ expected: String) { #expect(PlannedCall.quoted(word) == expected) }
}
