import AWSCore
import AWSModel

extension ReplicationRule {
    /// Reads a `<Rule>`; what is absent stays nil, for absent and empty mean different things (1.2).
    init(_ rule: XMLElement) throws(MalformedReply) {
        let criteria = rule["SourceSelectionCriteria"]
        self.init(
            id: rule.text("ID"),
            priority: try rule.integer("Priority"),
            status: Open(try rule.requiredText("Status")),
            filter: try rule["Filter"].map(ReplicationFilter.init),
            legacyPrefix: rule.text("Prefix"),
            destination: try ReplicationDestination(rule.required("Destination")),
            deleteMarkerReplication: Self.status(rule["DeleteMarkerReplication"]),
            kmsEncryptedObjects: Self.status(criteria?["SseKmsEncryptedObjects"]),
            replicaModifications: Self.status(criteria?["ReplicaModifications"]),
            existingObjectReplication: Self.status(rule["ExistingObjectReplication"]))
    }

    private static func status(_ element: XMLElement?) -> Open<Status>? { element?.text("Status").map { Open($0) } }
}

extension ReplicationFilter {
    /// Reads a `<Filter>`: a prefix, a tag, or an `<And>` of both; empty is the whole bucket.
    init(_ filter: XMLElement) throws(MalformedReply) {
        let and = filter["And"]
        self.init(
            prefix: and?.text("Prefix") ?? filter.text("Prefix"),
            tags: try [Tag](filter.all("Tag") + (and?.all("Tag") ?? [])))
    }
}

extension ReplicationDestination {
    /// Reads a `<Destination>`.
    init(_ destination: XMLElement) throws(MalformedReply) {
        var minutes: Int?
        if let time = destination["ReplicationTime"], time.text("Status") == "Enabled" {
            minutes = try time.required("Time").integer("Minutes")
        }
        self.init(
            bucket: try destination.requiredText("Bucket"),
            account: destination.nonEmptyText("Account").map { AccountID($0) },
            storageClass: destination.nonEmptyText("StorageClass"),
            replicaKMSKeyID: destination["EncryptionConfiguration"]?.nonEmptyText("ReplicaKmsKeyID"),
            owner: destination["AccessControlTranslation"]?.nonEmptyText("Owner"),
            replicationTimeMinutes: minutes,
            metricsEnabled: destination["Metrics"]?.text("Status") == "Enabled")
    }
}

extension [Tag] {
    /// Reads `<Tag>` elements.
    init(_ elements: [XMLElement]) throws(MalformedReply) {
        self = []
        for element in elements {
            append(Tag(key: try element.requiredText("Key"), value: try element.requiredText("Value")))
        }
    }
}
