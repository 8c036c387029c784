import AWSModel

/// Which rule copies a version to which bucket: among the matching rules of one destination the highest priority (1.4).
enum ReplicationRuleChoice {
    /// One rule for each destination that gets the version.
    static func rules(
        for version: ObjectVersion, key: String, in configuration: ReplicationConfiguration
    ) -> [ReplicationRule] {
        // A replica does not go on to a third bucket (1.8).
        guard !version.isReplica, !archived.contains(version.storageClass) else { return [] }
        var winners: [String: ReplicationRule] = [:]
        for rule in configuration.rules where rule.isEnabled && matches(rule, key: key, version: version) {
            let name = rule.destination.bucketName
            if let best = winners[name], best.priority ?? 0 >= rule.priority ?? 0 { continue }
            winners[name] = rule
        }
        return winners.values.filter { takes($0, version) }.sorted { $0.destination.bucket < $1.destination.bucket }
    }

    private static func matches(_ rule: ReplicationRule, key: String, version: ObjectVersion) -> Bool {
        guard key.utf8.starts(with: (rule.filter?.prefix ?? rule.legacyPrefix ?? "").utf8) else { return false }
        // A marker has no tags, so a rule that filters by tag never takes it.
        return rule.filter?.tags.allSatisfy { version.tags.contains($0) } ?? true
    }

    /// What the winning rule says of markers (1.6) and of KMS (1.9); no other rule steps in for it (1.4).
    private static func takes(_ rule: ReplicationRule, _ version: ObjectVersion) -> Bool {
        if version.isDeleteMarker { return !rule.isV2 || rule.deleteMarkerReplication == .known(.enabled) }
        return !version.encryption.isKMS || rule.kmsEncryptedObjects == .known(.enabled)
    }

    /// Flexible Retrieval and Deep Archive (1.8).
    private static let archived: Set = ["GLACIER", "DEEP_ARCHIVE"]
}
