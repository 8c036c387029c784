import AWSModel

/// A rule of the second version, as the wire and Terraform have it (1.1).
extension ReplicationRule {
    var json: JSONText {
        .object([
            ("ID", id.map { .text($0) }), ("Priority", priority.map { .number($0) }),
            ("Filter", filter?.json ?? .object([])), ("Status", .text(status.wire)),
            ("SourceSelectionCriteria", criteria), ("Destination", destination.json),
            ("DeleteMarkerReplication", deleteMarkerReplication.map { .status($0.wire) }),
        ])
    }

    /// KMS objects are left out where no key is named, for then nothing may be said of them (1.9).
    private var namedKMSObjects: Open<Status>? { destination.replicaKMSKeyID == nil ? nil : kmsEncryptedObjects }

    private var criteria: JSONText? {
        guard namedKMSObjects != nil || replicaModifications != nil else { return nil }
        return .object([
            ("SseKmsEncryptedObjects", namedKMSObjects.map { .status($0.wire) }),
            ("ReplicaModifications", replicaModifications.map { .status($0.wire) }),
        ])
    }

    var terraform: TerraformBlock {
        TerraformBlock("rule").set("id", id).set("priority", to: priority.map { "\($0)" }).set("status", status.wire)
            .with(filter?.terraform ?? TerraformBlock("filter"))
            .with(terraformCriteria)
            .with(Self.status("delete_marker_replication", deleteMarkerReplication))
            .with(destination.terraform)
    }

    private var terraformCriteria: TerraformBlock? {
        guard namedKMSObjects != nil || replicaModifications != nil else { return nil }
        return TerraformBlock("source_selection_criteria")
            .with(Self.status("replica_modifications", replicaModifications))
            .with(Self.status("sse_kms_encrypted_objects", namedKMSObjects))
    }

    private static func status(_ name: String, _ status: Open<Status>?) -> TerraformBlock? {
        status.map { TerraformBlock(name).set("status", $0.wire) }
    }
}

extension ReplicationFilter {
    private var named: String? { prefix.flatMap { $0.isEmpty ? nil : $0 } }

    /// One prefix, one tag, or several of them together (1.2).
    fileprivate var json: JSONText {
        let list = tags.map { JSONText.object([("Key", .text($0.key)), ("Value", .text($0.value))]) }
        switch (named, list.count) {
        case (nil, 0): return .object([])
        case (let prefix?, 0): return .object([("Prefix", .text(prefix))])
        case (nil, 1): return .object([("Tag", list[0])])
        default: return .object([("And", .object([("Prefix", named.map { .text($0) }), ("Tags", .list(list))]))])
        }
    }

    fileprivate var terraform: TerraformBlock {
        let filter = TerraformBlock("filter")
        switch (named, tags.count) {
        case (_, 0): return filter.set("prefix", named)
        case (nil, 1):
            return filter.with(TerraformBlock("tag").set("key", tags[0].key).set("value", tags[0].value))
        default:
            let pairs = tags.map { "\($0.key.terraformQuoted) = \($0.value.terraformQuoted)" }
            return filter.with(
                TerraformBlock("and").set("prefix", named).set("tags", to: "{ \(pairs.joined(separator: ", ")) }"))
        }
    }
}

extension ReplicationDestination {
    fileprivate var json: JSONText {
        let minutes = replicationTimeMinutes.map { JSONText.object([("Minutes", .number($0))]) }
        // Replication time control needs metrics (1.11).
        let hasMetrics = metricsEnabled || minutes != nil
        return .object([
            ("Bucket", .text(bucket)), ("Account", account.map { .text($0.digits) }),
            ("StorageClass", storageClass.map { .text($0) }),
            ("AccessControlTranslation", owner.map { .object([("Owner", .text($0))]) }),
            ("EncryptionConfiguration", replicaKMSKeyID.map { .object([("ReplicaKmsKeyID", .text($0))]) }),
            ("ReplicationTime", minutes.map { .object([("Status", .text("Enabled")), ("Time", $0)]) }),
            ("Metrics", hasMetrics ? .object([("Status", .text("Enabled")), ("EventThreshold", minutes)]) : nil),
        ])
    }

    fileprivate var terraform: TerraformBlock {
        let minutes = replicationTimeMinutes.map { "\($0)" }
        let time = minutes.map {
            TerraformBlock("replication_time").set("status", "Enabled")
                .with(TerraformBlock("time").set("minutes", to: $0))
        }
        let metrics = TerraformBlock("metrics").set("status", "Enabled")
            .with(minutes.map { TerraformBlock("event_threshold").set("minutes", to: $0) })
        return TerraformBlock("destination").set("bucket", bucket).set("account", account?.digits)
            .set("storage_class", storageClass)
            .with(owner.map { TerraformBlock("access_control_translation").set("owner", $0) })
            .with(replicaKMSKeyID.map { TerraformBlock("encryption_configuration").set("replica_kms_key_id", $0) })
            .with(time).with(metricsEnabled || minutes != nil ? metrics : nil)
    }
}
