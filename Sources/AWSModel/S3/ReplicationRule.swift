/// One replication rule. Elements that are absent stay nil: absent and empty mean different things (1.2).
package struct ReplicationRule: Hashable, Sendable, Codable {
    package enum Status: String, Hashable, Sendable { case enabled = "Enabled", disabled = "Disabled" }

    package var id: String?
    /// Higher wins among matching rules with the same destination (1.4). V2 only.
    package var priority: Int?
    package var status: Open<Status>
    /// The `<Filter>` element: its presence, even empty, makes the rule V2 (1.2).
    package var filter: ReplicationFilter?
    /// The rule-level `<Prefix>` of a V1 rule; nil when the element is absent.
    package var legacyPrefix: String?
    package var destination: ReplicationDestination
    /// `<DeleteMarkerReplication><Status>`; nil when the element is absent.
    package var deleteMarkerReplication: Open<Status>?
    /// `<SourceSelectionCriteria><SseKmsEncryptedObjects><Status>`; nil when absent (1.9).
    package var kmsEncryptedObjects: Open<Status>?
    /// `<SourceSelectionCriteria><ReplicaModifications><Status>`; nil when absent (1.13).
    package var replicaModifications: Open<Status>?
    package var existingObjectReplication: Open<Status>?

    package init(
        id: String? = nil, priority: Int? = nil, status: Open<Status>, filter: ReplicationFilter? = nil,
        legacyPrefix: String? = nil, destination: ReplicationDestination,
        deleteMarkerReplication: Open<Status>? = nil, kmsEncryptedObjects: Open<Status>? = nil,
        replicaModifications: Open<Status>? = nil, existingObjectReplication: Open<Status>? = nil
    ) {
        self.id = id
        self.priority = priority
        self.status = status
        self.filter = filter
        self.legacyPrefix = legacyPrefix
        self.destination = destination
        self.deleteMarkerReplication = deleteMarkerReplication
        self.kmsEncryptedObjects = kmsEncryptedObjects
        self.replicaModifications = replicaModifications
        self.existingObjectReplication = existingObjectReplication
    }

    package var isEnabled: Bool { status == .known(.enabled) }
    package var isV2: Bool { filter != nil }
}

/// What a V2 rule selects: nothing set is the whole bucket; an `And` is flattened into prefix and tags.
package struct ReplicationFilter: Hashable, Sendable, Codable {
    package var prefix: String?
    package var tags: [Tag] = []

    package init(prefix: String? = nil, tags: [Tag] = []) {
        self.prefix = prefix
        self.tags = tags
    }
}

/// Where a rule copies to. The configuration holds no region: it is resolved by reading the bucket (1.12).
package struct ReplicationDestination: Hashable, Sendable, Codable {
    /// The destination as written: a bucket's ARN.
    package var bucket: String
    package var account: AccountID?
    package var storageClass: String?
    /// `<EncryptionConfiguration><ReplicaKmsKeyID>`.
    package var replicaKMSKeyID: String?
    /// `<AccessControlTranslation><Owner>`.
    package var owner: String?
    /// Replication time control in minutes (15 is the only value); nil when off or absent (1.11).
    package var replicationTimeMinutes: Int?
    /// Whether `<Metrics><Status>` is Enabled: without it CloudWatch holds nothing (1.19).
    package var metricsEnabled: Bool = false

    package init(
        bucket: String, account: AccountID? = nil, storageClass: String? = nil, replicaKMSKeyID: String? = nil,
        owner: String? = nil, replicationTimeMinutes: Int? = nil, metricsEnabled: Bool = false
    ) {
        self.bucket = bucket
        self.account = account
        self.storageClass = storageClass
        self.replicaKMSKeyID = replicaKMSKeyID
        self.owner = owner
        self.replicationTimeMinutes = replicationTimeMinutes
        self.metricsEnabled = metricsEnabled
    }

    /// The bucket's name, from the last part of its ARN.
    package var bucketName: String { ARN.last(of: bucket) }
}
