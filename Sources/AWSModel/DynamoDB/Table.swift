package import Foundation

/// A table, as `DescribeTable` tells of it.
package struct Table: Hashable, Sendable, Codable {
    package enum Consistency: String, Hashable, Sendable { case eventual = "EVENTUAL", strong = "STRONG" }

    package struct Replica: Hashable, Sendable, Codable {
        package enum Status: String, Hashable, Sendable {
            case creating = "CREATING", creationFailed = "CREATION_FAILED", updating = "UPDATING"
            case deleting = "DELETING", active = "ACTIVE", regionDisabled = "REGION_DISABLED"
            case keyInaccessible = "INACCESSIBLE_ENCRYPTION_CREDENTIALS", archiving = "ARCHIVING"
            case archived = "ARCHIVED", replicationNotAuthorized = "REPLICATION_NOT_AUTHORIZED"
        }
        package var region: Region
        package var status: Open<Status>?
        package var keyARN: String?
        /// Of another account where the global table has several.
        package var arn: String?

        private enum CodingKeys: String, CodingKey {
            case region = "RegionName", status = "ReplicaStatus", keyARN = "KMSMasterKeyId", arn = "ReplicaArn"
        }

        package init(region: Region, status: Open<Status>? = nil, keyARN: String? = nil, arn: String? = nil) {
            self.region = region
            self.status = status
            self.keyARN = keyARN
            self.arn = arn
        }
    }

    package struct Encryption: Hashable, Sendable, Codable {
        package var status: String?
        package var keyARN: String?

        private enum CodingKeys: String, CodingKey { case status = "Status", keyARN = "KMSMasterKeyArn" }

        package init(status: String? = nil, keyARN: String? = nil) {
            self.status = status
            self.keyARN = keyARN
        }
    }

    package var name: String
    package var arn: ARN
    /// One made anew under the same name has another.
    package var id: String?
    package var status: String?
    package var sizeBytes: Int64?
    package var createdAt: Date?
    package var deletionProtection: Bool?
    /// `2019.11.21` where it is a global table.
    package var globalTableVersion: String?
    package var consistency: Open<Consistency>?
    /// Whether the table's own region is among them varies.
    package var replicas: [Replica]?
    package var encryption: Encryption?

    /// What the replica of a region is called.
    package func arn(in region: Region) -> ARN {
        let told = replicas?.first { $0.region == region }?.arn
        return told.flatMap { ARN($0) }
            ?? ARN(
                partition: arn.partition, service: "dynamodb", region: region, account: arn.account,
                resource: arn.resource)
    }

    private enum CodingKeys: String, CodingKey {
        case name = "TableName", arn = "TableArn", id = "TableId", status = "TableStatus", sizeBytes = "TableSizeBytes",
            createdAt =
            "CreationDateTime", deletionProtection = "DeletionProtectionEnabled", globalTableVersion =
            "GlobalTableVersion", consistency = "MultiRegionConsistency", replicas = "Replicas", encryption =
            "SSEDescription"
    }

    package init(
        name: String, arn: ARN, status: String? = nil, sizeBytes: Int64? = nil, createdAt: Date? = nil,
        deletionProtection: Bool? = nil, globalTableVersion: String? = nil, consistency: Open<Consistency>? = nil,
        replicas: [Replica]? = nil, encryption: Encryption? = nil, id: String? = nil
    ) {
        self.name = name
        self.arn = arn
        self.status = status
        self.sizeBytes = sizeBytes
        self.createdAt = createdAt
        self.deletionProtection = deletionProtection
        self.globalTableVersion = globalTableVersion
        self.consistency = consistency
        self.replicas = replicas
        self.encryption = encryption
        self.id = id
    }
}
