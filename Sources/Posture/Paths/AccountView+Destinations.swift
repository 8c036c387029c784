import AWSModel

extension AccountView {
    /// What was read of a rule's destination; the account's own listing fills what its resolution left unread. Nil
    /// when neither has it.
    func destination(_ name: String) -> DestinationBucket? {
        let resolved = inventory.destinations[name]
        guard let own = bucket(named: name), resolved?.region.isAbsent != true else { return resolved }
        guard var destination = resolved else {
            return DestinationBucket(
                name: name, region: own.region, accessDenied: false, versioning: own.versioning,
                objectLock: own.objectLock, lifecycle: own.lifecycle)
        }
        destination.region = Self.better(destination.region, own.region)
        destination.versioning = Self.better(destination.versioning, own.versioning)
        destination.objectLock = Self.better(destination.objectLock, own.objectLock)
        destination.lifecycle = Self.better(destination.lifecycle, own.lifecycle)
        return destination
    }

    private static func better<Value>(_ first: Reading<Value>, _ second: Reading<Value>) -> Reading<Value> {
        first.isRead || !second.isRead ? first : second
    }

    /// Whether a destination is of another partition: nothing replicates there (6.1).
    func isForeign(_ rules: DestinationRules) -> Bool {
        rules.partition.map { $0 != inventory.partition } ?? false
    }

    /// The account that a destination belongs to, as far as it is known.
    func owner(of rules: DestinationRules) -> AccountID? {
        if let account = rules.account { return account }
        return bucket(named: rules.destination) == nil ? nil : caller
    }

    /// Whether the replicas go to another account; nil when that is not known.
    func isCrossAccount(_ rules: DestinationRules) -> Bool? {
        isCrossAccount(destination: rules.destination, account: rules.account)
    }

    func isCrossAccount(destination: String, account: AccountID?) -> Bool? {
        if bucket(named: destination) != nil { return false }
        if let account, let caller { return account != caller }
        // A listing of which no bucket was left aside has every bucket of this account.
        return inventory.bucketListing.value == inventory.buckets.count ? true : nil
    }

    /// " (it holds the replicas of media)"; nil for a bucket that none of this account's replicates to. What else it
    /// may hold is not known, so that being a replica protects nothing.
    func replicaWords(_ name: String) -> String? {
        guard let sources = sources[name], let first = sources.first else { return nil }
        let others = sources.count > 1 ? " and \(sources.count - 1) more" : ""
        return " (it holds the replicas of \(first)\(others))"
    }
}
