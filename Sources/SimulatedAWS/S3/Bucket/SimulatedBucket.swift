import AWSCore
package import AWSModel
package import Foundation

/// A bucket with its documents and its objects.
package struct SimulatedBucket: Sendable {
    package let name: String
    package let region: Region
    package let owner: AccountID
    package let createdAt: Date
    /// Nil when versioning was never enabled (1.25).
    package var versioning: BucketVersioning.Status?
    var mfaDelete = false
    /// The sub-resources as they were put.
    var documents: [BucketDocument: XMLElement] = [:]
    package var replication: ReplicationConfiguration?
    package var encryption = BucketEncryption(algorithm: .known(.sseS3))
    package var objectLock: ObjectLockConfiguration?
    /// JSON text.
    package var policy: String?
    /// Which objects transitions leave alone, as clients read it beside the lifecycle.
    var transitionMinimumSize = "all_storage_classes_128K"
    var inventories: [String: XMLElement] = [:]
    /// Nil where CloudWatch is told of no request.
    package var requestMetrics: RequestMetrics?
    package var objects = ObjectTable()

    init(name: String, region: Region, owner: AccountID, createdAt: Date) {
        self.name = name
        self.region = region
        self.owner = owner
        self.createdAt = createdAt
        documents[.publicAccessBlock] = Self.blockedPublicAccess
        documents[.ownershipControls] = Self.bucketOwnerEnforced
    }

    /// What the bucket is, for writers that change its objects in place.
    var withoutObjects: SimulatedBucket {
        var shell = self
        shell.objects = ObjectTable()
        return shell
    }

    package var arn: ARN { .bucket(name, partition: region.partition) }

    package var tags: [Tag] {
        documents[.tagging]?["TagSet"]?.all("Tag").compactMap(Tag.init(element:)) ?? []
    }

    package var eventBridgeEnabled: Bool { documents[.notification]?["EventBridgeConfiguration"] != nil }

    /// What S3 sets on every bucket made since April 2023.
    private static let blockedPublicAccess = XMLElement.node(
        "PublicAccessBlockConfiguration",
        ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"].map { .leaf($0, "true") })
    private static let bucketOwnerEnforced = XMLElement.node(
        "OwnershipControls", [.node("Rule", [.leaf("ObjectOwnership", "BucketOwnerEnforced")])])
}

extension SimulatedBucket {
    /// Request metrics of the whole bucket.
    package struct RequestMetrics: Hashable, Sendable {
        /// The configuration's; the console calls it "EntireBucket".
        package var id: String
        /// Nobody reads the simulated objects: how often somebody would have.
        package var readsADay: Int

        package init(id: String = "EntireBucket", readsADay: Int) {
            self.id = id
            self.readsADay = readsADay
        }
    }
}

extension Tag {
    init?(element: XMLElement) {
        guard let key = element.text("Key"), let value = element.text("Value") else { return nil }
        self.init(key: key, value: value)
    }

    var element: XMLElement { .node("Tag", [.leaf("Key", key), .leaf("Value", value)]) }
}
