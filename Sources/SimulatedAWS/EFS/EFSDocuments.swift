import AWSModel
import Foundation

/// File systems and replications as EFS's JSON tells them.
enum EFSDocuments {
    static func fileSystem(_ fileSystem: SimulatedFileSystem, at now: Date) -> [String: JSONText] {
        let size = JSONText.integer(Int(fileSystem.size.bytes))
        return JSONText.members([
            "FileSystemId": .string(fileSystem.id), "FileSystemArn": .string(fileSystem.arn.text),
            "OwnerId": .string(fileSystem.arn.account?.digits ?? ""),
            "CreationToken": .string(fileSystem.creationToken), "CreationTime": .time(fileSystem.createdAt),
            "LifeCycleState": .string("available"), "Name": fileSystem.tags["Name"].map { .string($0) },
            "NumberOfMountTargets": .integer(0),
            "SizeInBytes": .object([
                "Value": size, "Timestamp": .time(now), "ValueInIA": .integer(0), "ValueInStandard": size,
                "ValueInArchive": .integer(0),
            ]),
            "PerformanceMode": .string(fileSystem.performanceMode),
            "ThroughputMode": .string(fileSystem.throughputMode), "Encrypted": .bool(fileSystem.keyARN != nil),
            "KmsKeyId": fileSystem.keyARN.map { .string($0) },
            "AvailabilityZoneName": fileSystem.zone.map { .string($0) }, "Tags": .array(tags(fileSystem.tags)),
            "FileSystemProtection": .object(["ReplicationOverwriteProtection": .string("ENABLED")]),
        ])
    }

    static func replication(_ replication: SimulatedFileReplication, at now: Date) -> [String: JSONText] {
        let destination = JSONText.members([
            "Status": .string(replication.status(at: now)),
            "StatusMessage": replication.failure.map { .string($0.message) },
            "FileSystemId": .string(id(replication.destination)),
            "Region": .string(replication.destination.region?.name ?? ""),
            "OwnerId": .string(replication.destination.account?.digits ?? ""),
            "RoleArn": replication.roleARN.map { .string($0) },
            "LastReplicatedTimestamp": replication.lastReplicated(at: now).map { .time($0) },
        ])
        return [
            "SourceFileSystemId": .string(id(replication.source)),
            "SourceFileSystemRegion": .string(replication.source.region?.name ?? ""),
            "SourceFileSystemArn": .string(replication.source.text),
            "OriginalSourceFileSystemArn": .string(replication.source.text),
            "SourceFileSystemOwnerId": .string(replication.source.account?.digits ?? ""),
            "CreationTime": .time(replication.createdAt), "Destinations": .array([.object(destination)]),
        ]
    }

    static func tags(_ tags: [String: String]) -> [JSONText] {
        tags.sorted { $0.key < $1.key }.map { .object(["Key": .string($0.key), "Value": .string($0.value)]) }
    }

    private static func id(_ arn: ARN) -> String { String(arn.resource.dropFirst("file-system/".count)) }
}
