import AWSModel
import Foundation
import Posture
import Testing

@testable import Recovery

@Suite("Parameters of a restore")
struct ParameterTests {
    /// The metadata of the call that the answers lead to.
    private func metadata(
        _ type: ResourceType, _ answers: [String: String] = [:], _ facts: TestFacts = TestFacts()
    ) throws -> [String: String] {
        var walk = TestFacts.walkthrough()
        let last = try facts.drive(&walk, TestFacts.lost(type, answers))
        try #require(last?.name == "confirm", "stopped at \(last?.name ?? "nothing")")
        guard case .startRestoreJob(_, _, _, let metadata)? = walk.review?.calls.first?.action else { return [:] }
        return metadata
    }

    @Test("Of a bucket")
    func bucket() throws {
        let metadata = try metadata(
            .s3Bucket, ["bucket-is": "new", "items": "a/, b/", "acls": "yes", "encryption": "SSE-S3"])
        #expect(
            metadata == [
                "DestinationBucketName": "shop-dr", "NewBucket": "true", "ItemsToRestore": #"["a/","b/"]"#,
                "EncryptionType": "SSE-S3", "Encrypted": "true", "RestoreACLs": "true", "CreationToken": "token-1",
            ])
    }

    @Test("Of a database, with the metadata's own spelling and without what is of another region")
    func database() throws {
        var facts = TestFacts()
        facts.metadata = [
            "DBInstanceIdentifier": "shop", "dBSubnetGroupName": "home-subnets", "DBInstanceClass": "db.t4g.small",
            "VpcSecurityGroupIds": #"["sg-1"]"#, "EngineVersion": "16",
        ]
        let metadata = try metadata(.rdsInstance, ["identifier": "shop-2", "subnet-group": "dr-subnets"], facts)
        #expect(
            metadata == [
                "DBInstanceIdentifier": "shop-2", "dBSubnetGroupName": "dr-subnets", "DBInstanceClass": "db.t4g.small",
                "MultiAZ": "false", "PubliclyAccessible": "false", "EngineVersion": "16",
            ])
    }

    @Test("A default of another region is dropped with a word about it")
    func dropped() throws {
        var facts = TestFacts()
        facts.metadata = ["kmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/k", "availabilityZone": "us-east-1a"]
        var walk = TestFacts.walkthrough()
        let zone = try facts.drive(&walk, TestFacts.lost(.ebsVolume).filter { $0.key != "availability-zone" })
        #expect(zone?.name == "availability-zone" && zone?.initial == nil)
        #expect(zone?.note == "us-east-1a is of us-east-1 and means nothing in us-west-2")
        #expect(try metadata(.ebsVolume, [:], facts)["kmsKeyId"] == nil)
    }

    @Test(
        "What belongs to the region it came from, and is not asked for, does not pass into another one",
        arguments: [
            (ResourceType.rdsInstance, "AvailabilityZone", "us-east-1a"),
            (.rdsInstance, "OptionGroupName", "tde-16"), (.rdsInstance, "dBParameterGroupName", "tuned"),
            (.rdsInstance, "KmsKeyId", "arn:aws:kms:us-east-1:111122223333:key/k"), (.rdsInstance, "Domain", "d-1"),
            (.auroraCluster, "availabilityZones", #"["us-east-1a","us-east-1b"]"#),
            (.auroraCluster, "dbClusterParameterGroupName", "tuned"),
            (.efsFileSystem, "availabilityZoneName", "us-east-1c"), (.ebsVolume, "SomeSubnet", "subnet-0a1b2c3d"),
            (.dynamoDBTable, "someZone", "us-east-1f"),
        ])
    func regional(type: ResourceType, name: String, value: String) throws {
        var facts = TestFacts()
        facts.metadata = [name: value, "Port": "5432"]
        var walk = TestFacts.walkthrough()
        try facts.drive(&walk, TestFacts.lost(type))
        #expect(try metadata(type, [:], facts)[name] == nil && metadata(type, [:], facts)["Port"] == "5432")
        let plain = RestoreMetadata.plain(value) ?? value
        #expect(
            walk.review?.warnings.contains { $0.hasPrefix("\(name) \(plain) is of us-east-1 and left out") } == true)
        // In the region itself it stays.
        facts.way = TestFacts.copied { $0.region = "us-east-1" }
        let home = TestFacts.lost(type, ["availability-zone": "us-east-1a", "incident": "deleted"])
        var there = TestFacts.walkthrough()
        try facts.drive(&there, home)
        guard case .startRestoreJob(_, _, _, let kept)? = there.review?.calls.first?.action else {
            Issue.record("stopped at \(there.question?.name ?? "nothing")")
            return
        }
        #expect(kept[name] == value)
    }

    @Test(
        "What means the same everywhere passes into another region",
        arguments: [
            ("OptionGroupName", "default:postgres-16"), ("DBParameterGroupName", "default.postgres16"),
            ("sourceDBInstanceArn", "arn:aws:rds:us-east-1:111122223333:db:shop"), ("EngineVersion", "16.4"),
        ])
    func everywhere(name: String, value: String) throws {
        var facts = TestFacts()
        facts.metadata = [name: value]
        #expect(try metadata(.rdsInstance, [:], facts)[name] == value)
    }

    @Test("A copied bucket cannot be given its objects' own keys")
    func original() throws {
        var facts = TestFacts()
        facts.metadata = ["EncryptionType": "original"]
        #expect(throws: AnswerError.self) { try metadata(.s3Bucket, ["encryption": "original"], facts) }
        facts.way = TestFacts.copied { $0.point?.isCopy = false }
        #expect(try metadata(.s3Bucket, [:], facts)["EncryptionType"] == "original")
    }

    @Test("Only a continuous recovery point is asked for a moment, and only within what it holds")
    func moment() throws {
        var facts = TestFacts()
        #expect(try metadata(.s3Bucket, ["restore-time": "2026-11-20T00:00:00Z"], facts)["RestoreTime"] == nil)
        facts.way = TestFacts.copied {
            $0.point?.isContinuous = true
            $0.details["latest"] = "2026-11-21T11:45:00Z"
        }
        let time = "2026-11-20T00:00:00Z"
        #expect(try metadata(.s3Bucket, ["restore-time": time], facts)["RestoreTime"] == time)
        #expect(throws: AnswerError.self) {
            try metadata(.s3Bucket, ["restore-time": "2026-11-21T11:50:00Z"], facts)
        }
    }

    @Test("Of a cluster: a second call makes the instance without which it serves nobody")
    func cluster() throws {
        var walk = TestFacts.walkthrough()
        try TestFacts().drive(&walk, TestFacts.lost(.auroraCluster))
        #expect(
            walk.review?.calls.last?.action
                == .createDBInstance(
                    identifier: "shop-1", cluster: "shop", engine: "aurora-mysql", instanceClass: "db.r6g.large"))
        #expect(walk.review?.calls.map(\.token) == ["token-1-1", "token-1-2"])
    }

    @Test("Of a table, a volume and a file system")
    func others() throws {
        #expect(try metadata(.dynamoDBTable) == ["targetTableName": "shop", "encryptionType": "Default"])
        #expect(
            try metadata(.ebsVolume, ["type": "io2", "iops": "5000", "size": "20", "encrypted": "no"]) == [
                "availabilityZone": "us-west-2a", "volumeType": "io2", "iops": "5000", "volumeSize": "20",
                "encrypted": "false",
            ])
        #expect(
            try metadata(.efsFileSystem, ["items": "/a"]) == [
                "file-system-id": "fs-1", "newFileSystem": "true", "PerformanceMode": "generalPurpose",
                "Encrypted": "true", "CreationToken": "token-1", "ItemsToRestore": #"["/a"]"#,
            ])
        #expect(
            try metadata(.efsFileSystem, ["file-system-is": "existing", "file-system": "fs-2"]) == [
                "file-system-id": "fs-2", "newFileSystem": "false",
            ])
    }

    @Test(
        "Every wrong text is refused",
        arguments: [
            (Rule.bucketName, "Shop"), (.bucketName, "a..b"), (.bucketName, "-ab"), (.databaseIdentifier, "1shop"),
            (.databaseIdentifier, "a--b"), (.tableName, "ab"), (.arn(service: "kms"), "arn:aws:s3:::b"), (.any, ""),
            (.integer(1...5), "6"), (.integer(1...5), "x"), (.moment(from: nil, to: nil), "yesterday"),
            (.list(atMost: 1, .any), "a,b"), (.list(atMost: 5, .prefixed("sg-")), "sg-1,x"), (.oneOf(["a"]), "b"),
            (.any, "a\u{1B}[31m"), (.prefixed("fs-"), "fs-"), (.optional(.bucketName), "A"),
        ])
    func wrong(_ rule: Rule, _ text: String) { #expect(rule.fault(of: text) != nil) }

    @Test(
        "Every right text is taken",
        arguments: [
            (Rule.bucketName, "my.bucket-1"), (.databaseIdentifier, "shop-2"), (.tableName, "a_b"),
            (.optional(.any), ""),
            (.arn(service: "kms"), "arn:aws:kms:us-west-2:111122223333:key/k"), (.integer(1...5), "5"),
            (.moment(from: nil, to: nil), "2026-11-21T12:00:00Z"), (.list(atMost: 2, .any), "a, b"),
        ])
    func right(_ rule: Rule, _ text: String) { #expect(rule.fault(of: text) == nil) }
}
