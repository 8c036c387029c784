import AWSModel

/// What a replica is worth against threats other than the loss of a region (1.6, 1.7, 5.1).
extension ReplicationPaths {
    /// Why a replica is lost with its source; nil where it is not.
    func lossTogether(_ rules: DestinationRules, _ destination: DestinationBucket, in region: Region) -> String? {
        switch threat {
        case .regionOutage, .accidentalDeletion, .versionPurge, .corruption: return nil
        case .maliciousAdmin where destination.defaultLockDays != nil: return nil
        case .maliciousAdmin, .accountLoss:
            if account.isCrossAccount(rules) == false { return "replica \(rules.destination) is in the same account" }
            return nil
        case .keyLoss:
            let relations = keyRelations(rules, in: region)
            let shares = !relations.isEmpty && relations.allSatisfy { $0 == true }
            return shares ? "replica \(rules.destination) is under the same key" : nil
        }
    }

    /// A lock that was not read may keep a replica of the same account, for some time.
    func unreadLock(_ rules: DestinationRules, _ destination: DestinationBucket) -> UnreadFact? {
        guard threat == .maliciousAdmin, account.isCrossAccount(rules) == false, let gap = destination.objectLock.gap
        else { return nil }
        return UnreadFact("Object Lock of destination \(destination.name) unread: \(gap)", ceiling: .atRisk)
    }

    /// For each rule in force with a key: whether that is the bucket's own; nil where a name was not resolved.
    private func keyRelations(_ rules: DestinationRules, in away: Region?) -> [Bool?] {
        guard bucket.encryption.isRead else { return away == home ? [nil] : [] }
        guard let source = bucket.encryption.value?.kmsKeyID else { return [] }
        return rules.inForce.compactMap(\.destination.replicaKMSKeyID).map {
            account.isSame(source, of: home, $0, of: away)
        }
    }

    func judgeThreat(_ rules: DestinationRules, _ destination: DestinationBucket, _ facts: inout PathFacts) {
        switch threat {
        case .regionOutage: return
        case .keyLoss:
            let relations = keyRelations(rules, in: destination.region.value)
            if relations.contains(true) {
                facts.partial.append("some rules put replicas in \(destination.name) under the same key")
            }
            if relations.contains(nil) {
                facts.unread.append("whether replica \(destination.name) is under the same key is not known")
            }
        case .accountLoss, .maliciousAdmin:
            if account.isCrossAccount(rules) == nil {
                facts.unread.append("whose account destination \(destination.name) is in is not known")
            }
            judgeReplicaKeys(rules, destination, &facts)
            judgeOwner(rules, destination, &facts)
            if threat == .maliciousAdmin { judgeReplicaLock(rules, destination, &facts) }
            // Who may overwrite and delete makes noncurrent versions there too, which its lifecycle ends.
            if threat == .maliciousAdmin {
                judgeNoncurrent(destination.lifecycle, of: "destination \(destination.name)", &facts)
            }
        case .versionPurge: return
        case .accidentalDeletion:
            // A marker hides the replica too: what is under it must still be there to be uncovered.
            let propagating = rules.inForce.map { account.propagatesDeletes($0, rules) }
            if propagating.contains(true) {
                facts.notes.append("deletes propagate as markers: they must be removed from the replica")
                judgeNoncurrent(destination.lifecycle, of: "destination \(destination.name)", &facts)
            } else if propagating.contains(nil), let days = destination.lifecycle.value?.noncurrentDays(after: threat),
                days < VersionPaths.noticeDays
            {
                facts.unread.append(
                    "whether deletes propagate to \(destination.name), which keeps noncurrent versions for \(days) "
                        + "days, is not known")
            }
        case .corruption:
            facts.notes.append("object by object: there is no consistent point in time")
            judgeNoncurrent(destination.lifecycle, of: "destination \(destination.name)", &facts)
        }
    }

    /// A key of the account that is lost, or whose administrator is not to be trusted, is lost with it (1.9).
    private func judgeReplicaKeys(
        _ rules: DestinationRules, _ destination: DestinationBucket, _ facts: inout PathFacts
    ) {
        guard let region = destination.region.value else { return }
        let owned = rules.inForce.map { account.ownsReplicaKey(of: $0, in: region) }
        if owned.contains(true) {
            // What its writer encrypted otherwise, or not at all, is not.
            facts.partial.append("replicas in \(destination.name) are under a key of the same account")
        }
        if owned.contains(nil) {
            facts.unread.append("whose key replica \(destination.name) is under is not known")
        }
    }

    /// Without an override replicas belong to the account that wrote their source (1.16).
    private func judgeOwner(_ rules: DestinationRules, _ destination: DestinationBucket, _ facts: inout PathFacts) {
        guard account.isCrossAccount(rules) == true, rules.inForce.contains(where: { $0.destination.owner == nil })
        else { return }
        facts.unread.append(
            "whether the replicas in \(destination.name) belong to its account is not known: its ownership is not read")
    }

    /// In the same account only a lock holds against an administrator, and it ends (1.15).
    private func judgeReplicaLock(
        _ rules: DestinationRules, _ destination: DestinationBucket, _ facts: inout PathFacts
    ) {
        guard account.isCrossAccount(rules) == false, let days = destination.defaultLockDays else { return }
        facts.partial.append("replicas in \(destination.name) are locked for \(days) days only, older ones lie open")
    }

    private func judgeNoncurrent(
        _ lifecycle: Reading<LifecycleConfiguration>, of what: String, _ facts: inout PathFacts
    ) {
        // Unread, it is told as unread for every replica.
        if let days = lifecycle.value?.noncurrentDays(after: threat), days < VersionPaths.noticeDays {
            facts.faults.append("\(what) deletes noncurrent versions after \(days) days")
        }
    }
}

extension AccountView {
    /// Whether the replicas of a rule are encrypted with a key of this account; false where it names none, nil where that
    /// is not known.
    func ownsReplicaKey(of rule: ReplicationRule, in region: Region) -> Bool? {
        guard rule.selectsKMSObjects, let name = rule.destination.replicaKMSKeyID, !name.isEmpty else { return false }
        let found = inventory.keys[KeyReference(name: name, region: region)]?.value?.arn
        guard let owner = (ARN(name) ?? found)?.account, let caller else { return nil }
        return owner == caller
    }

    /// First-version rules propagate within one account only, nil where it is not known whether it is one; the second
    /// version does as it is told (1.6).
    func propagatesDeletes(_ rule: ReplicationRule, _ rules: DestinationRules) -> Bool? {
        if rule.isV2 { return rule.deleteMarkerReplication == .known(.enabled) }
        return isCrossAccount(rules).map { !$0 }
    }
}

extension DestinationBucket {
    /// For how many days its default lock keeps replicas that bring none, in compliance mode and beyond the week in
    /// which things are noticed; nil where it does not.
    fileprivate var defaultLockDays: Int? {
        guard let lock = objectLock.value, lock.enabled, lock.defaultMode == .known(.compliance),
            let days = lock.defaultDays, days >= VersionPaths.noticeDays
        else { return nil }
        return days
    }
}

extension LifecycleConfiguration {
    /// After how many days a version that a threat made noncurrent is deleted at the earliest; nil when none ever is.
    /// Where some newer ones are kept besides, a deletion makes none: what it hides is the newest. Who overwrites again
    /// and again makes as many as it takes.
    func noncurrentDays(after threat: Threat) -> Int? {
        rules.filter { $0.isEnabled && (threat != .accidentalDeletion || ($0.newerNoncurrentVersions ?? 0) == 0) }
            .compactMap(\.noncurrentExpirationDays).min()
    }

    /// The slowest of the archives that it moves versions to; nil where it moves none.
    var archive: String? {
        let classes = rules.lazy.filter(\.isEnabled).flatMap(\.transitions).map(\.storageClass)
        return ["DEEP_ARCHIVE", "GLACIER"].first { classes.contains($0) }
    }
}
