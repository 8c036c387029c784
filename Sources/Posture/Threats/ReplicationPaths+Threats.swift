import AWSModel

/// What a replica is worth against threats other than the loss of a region (1.6, 1.7, 5.1).
extension ReplicationPaths {
    /// Why a replica is lost with its source; nil where it is not.
    func lossTogether(_ rules: DestinationRules, in region: Region) -> String? {
        switch threat {
        case .regionOutage, .accidentalDeletion, .versionPurge, .corruption: return nil
        case .maliciousAdmin, .accountLoss:
            return account.isCrossAccount(rules) == false
                ? "replica \(rules.destination) is in the same account" : nil
        case .keyLoss:
            let relations = keyRelations(rules, in: region)
            let shares = !relations.isEmpty && relations.allSatisfy { $0 == true }
            return shares ? "replica \(rules.destination) is under the same key" : nil
        }
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
        case .versionPurge: return
        case .accidentalDeletion:
            // A marker hides the replica too: what is under it must still be there to be uncovered.
            if rules.inForce.contains(where: { account.propagatesDeletes($0, rules) }) {
                facts.notes.append("deletes propagate as markers: they must be removed from the replica")
                judgeNoncurrent(destination.lifecycle, of: "destination \(destination.name)", &facts)
            }
        case .corruption:
            facts.notes.append("object by object: there is no consistent point in time")
            judgeNoncurrent(destination.lifecycle, of: "destination \(destination.name)", &facts)
        }
    }

    private func judgeNoncurrent(
        _ lifecycle: Reading<LifecycleConfiguration>, of what: String, _ facts: inout PathFacts
    ) {
        // Unread, it is told as unread for every replica.
        if let days = lifecycle.value?.shortestNoncurrentDays, days < VersionPaths.noticeDays {
            facts.faults.append("\(what) deletes noncurrent versions after \(days) days")
        }
    }
}

extension AccountView {
    /// First-version rules propagate within one account only; the second version does as it is told (1.6).
    func propagatesDeletes(_ rule: ReplicationRule, _ rules: DestinationRules) -> Bool {
        if rule.isV2 { return rule.deleteMarkerReplication == .known(.enabled) }
        return isCrossAccount(rules) == false
    }
}

extension LifecycleConfiguration {
    /// After how many days some noncurrent version is deleted at the earliest; nil when none ever is.
    var shortestNoncurrentDays: Int? { rules.filter(\.isEnabled).compactMap(\.noncurrentExpirationDays).min() }
}
