import AWSModel

extension Inventory {
    /// This inventory, with what an earlier one had read in the place of what did not answer now.
    ///
    /// Only silence is bridged, by whatever answer came last: a denial, an error or an "absent" of now stands. What is
    /// kept keeps its own moment, and its region says when it answered last.
    package func keepingUnreachable(from last: Inventory) -> Inventory {
        guard caller.value?.account == nil || caller.value?.account == last.caller.value?.account else { return self }
        var kept = self
        kept.caller = caller.bridged(by: last.caller)
        kept.keepBuckets(of: last)
        kept.keepBackup(of: last)
        kept.keepNative(of: last)
        for (name, destination) in last.destinations {
            kept.destinations[name] = kept.destinations[name]?.keepingUnreachable(from: destination)
        }
        for (key, reading) in last.keys { kept.keys[key] = kept.keys[key]?.bridged(by: reading) }
        for (role, reading) in last.roles {
            guard var now = kept.roles[role] else { continue }
            now.role.bridge(by: reading.role)
            now.policies.bridge(by: reading.policies)
            kept.roles[role] = now
        }
        kept.keepMetrics(of: last)
        kept.keepLags(of: last)
        kept.keepHistory(of: last)
        kept.keepUsage(of: last)
        kept.keepSamples(of: last)
        kept.keepRegions(of: last)
        return kept
    }

    private mutating func keepBuckets(of last: Inventory) {
        if bucketListing.isSilent, last.bucketListing.isRead {
            bucketListing = last.bucketListing
            buckets = last.buckets
        }
        let before = Dictionary(last.buckets.map { ($0.name, $0) }) { first, _ in first }
        for index in buckets.indices {
            guard let earlier = before[buckets[index].name] else { continue }
            buckets[index].keepUnreachable(from: earlier)
        }
    }

    private mutating func keepBackup(of last: Inventory) {
        let before = Dictionary(last.backup.map { ($0.region, $0) }) { first, _ in first }
        for index in backup.indices {
            guard let earlier = before[backup[index].region] else { continue }
            backup[index].keepUnreachable(from: earlier)
        }
        let regions = Set(backup.map(\.region))
        guard restrictedTo == last.restrictedTo else { return }
        backup = (backup + last.backup.filter { !regions.contains($0.region) }).sorted { $0.region < $1.region }
    }

    private mutating func keepNative(of last: Inventory) {
        guard let earlier = last.native else { return }
        let before = Dictionary(earlier.map { ($0.region, $0) }) { first, _ in first }
        var kept = native ?? []
        for index in kept.indices {
            guard let earlier = before[kept[index].region] else { continue }
            kept[index].keepUnreachable(from: earlier)
        }
        native = kept
        let regions = Set(kept.map(\.region))
        guard restrictedTo == last.restrictedTo else { return }
        native = (kept + earlier.filter { !regions.contains($0.region) }).sorted { $0.region < $1.region }
    }

    private mutating func keepMetrics(of last: Inventory) {
        func name(_ metrics: ReplicationMetrics) -> [String] {
            [metrics.sourceBucket, metrics.destinationBucket, metrics.ruleID]
        }
        let before = Dictionary(last.replicationMetrics.map { (name($0), $0) }) { first, _ in first }
        for index in replicationMetrics.indices {
            guard let earlier = before[name(replicationMetrics[index])] else { continue }
            replicationMetrics[index].maximumLatency.bridge(by: earlier.maximumLatency)
            replicationMetrics[index].operationsPending.bridge(by: earlier.operationsPending)
            replicationMetrics[index].operationsFailed.bridge(by: earlier.operationsFailed)
        }
    }

    private mutating func keepLags(of last: Inventory) {
        func name(_ lag: ReplicationLag) -> [String] { [lag.replica, lag.from.name] }
        let before = Dictionary((last.replicationLags ?? []).map { (name($0), $0.lag) }) { first, _ in first }
        for index in (replicationLags ?? []).indices {
            guard let earlier = replicationLags.flatMap({ before[name($0[index])] }) else { continue }
            replicationLags?[index].lag.bridge(by: earlier)
        }
    }

    /// A region whose jobs were not asked for, or did not answer, keeps those it had.
    private mutating func keepHistory(of last: Inventory) {
        guard let earlier = last.history else { return }
        let read = Set((history?.jobs ?? []).filter { $0.backups.isRead }.map(\.region))
        let jobs = (history?.jobs ?? []).filter { read.contains($0.region) }
        history = AccountHistory(
            jobs: (jobs + earlier.jobs.filter { !read.contains($0.region) }).sorted { $0.region < $1.region })
    }

    /// While nobody asks anew, what was read of sizes stands.
    private mutating func keepUsage(of last: Inventory) {
        guard let earlier = last.usage else { return }
        usage = (usage ?? earlier).merging(earlier) { now, before in
            var kept = now
            kept.bytes.bridge(by: before.bytes)
            kept.objects.bridge(by: before.objects)
            kept.requests.bridge(by: before.requests)
            return kept
        }
    }

    /// While nobody asks anew, what objects said stands.
    private mutating func keepSamples(of last: Inventory) {
        guard let earlier = last.objectSamples else { return }
        objectSamples = (objectSamples ?? earlier).merging(earlier) { now, before in now.bridged(by: before) }
    }

    private mutating func keepRegions(of last: Inventory) {
        let before = Dictionary(last.regions.map { ($0.name, $0) }) { first, _ in first }
        for index in regions.indices where regions[index].isSilent {
            guard let earlier = before[regions[index].name] else { continue }
            regions[index].lastAnswered = earlier.isSilent ? earlier.lastAnswered : last.takenAt
        }
    }
}

extension RegionState {
    /// It should have answered, and did not.
    package var isSilent: Bool { status == .timedOut || status == .unreachable }
}

extension Reading {
    fileprivate var isSilent: Bool {
        if case .unreachable = outcome { return true }
        return outcome == .notRead
    }

    func bridged(by last: Reading) -> Reading { isSilent && !last.isSilent ? last : self }
    mutating func bridge(by last: Reading) { self = bridged(by: last) }
}

extension Bucket {
    fileprivate mutating func keepUnreachable(from last: Bucket) {
        region.bridge(by: last.region)
        versioning.bridge(by: last.versioning)
        replication.bridge(by: last.replication)
        encryption.bridge(by: last.encryption)
        lifecycle.bridge(by: last.lifecycle)
        objectLock.bridge(by: last.objectLock)
        notification.bridge(by: last.notification)
        tags.bridge(by: last.tags)
    }
}

extension DestinationBucket {
    fileprivate func keepingUnreachable(from last: DestinationBucket) -> DestinationBucket {
        var kept = self
        if region.isSilent, !last.region.isSilent { kept.accessDenied = last.accessDenied }
        kept.region.bridge(by: last.region)
        kept.versioning.bridge(by: last.versioning)
        kept.objectLock.bridge(by: last.objectLock)
        kept.lifecycle.bridge(by: last.lifecycle)
        return kept
    }
}

extension BackupRegion {
    fileprivate mutating func keepUnreachable(from last: BackupRegion) {
        settings.bridge(by: last.settings)
        vaults.bridge(by: last.vaults)
        plans.bridge(by: last.plans)
        protectedResources.bridge(by: last.protectedResources)
        let jobs = troubledJobs
        troubledJobs.bridge(by: last.troubledJobs)
        if troubledJobs != jobs { completedJobsSince = last.completedJobsSince }
        troubledCopies.bridge(by: last.troubledCopies)
        restores.bridge(by: last.restores)
        restoreTestingPlans.bridge(by: last.restoreTestingPlans)
        vaults = vaults.keepingContents(of: last.vaults)
        plans = plans.keepingContents(of: last.plans)
    }
}

extension Reading<[VaultContents]> {
    /// A vault that was listed but whose contents, or one of whose recovery points, did not answer.
    fileprivate func keepingContents(of last: Self) -> Self {
        let before = Dictionary((last.value ?? []).map { ($0.vault.name, $0) }) { first, _ in first }
        return map { vaults in
            vaults.map { vault in
                guard let earlier = before[vault.vault.name] else { return vault }
                var kept = vault
                kept.resources = vault.resources.bridged(by: earlier.resources).map { resources in
                    let points = Dictionary((earlier.resources.value ?? []).map { ($0.resourceARN, $0.newest) }) {
                        a, _ in a
                    }
                    return resources.map { resource in
                        var resource = resource
                        if let point = points[resource.resourceARN] { resource.newest.bridge(by: point) }
                        return resource
                    }
                }
                return kept
            }
        }
    }
}

extension Reading<[PlanContents]> {
    fileprivate func keepingContents(of last: Self) -> Self {
        let before = Dictionary((last.value ?? []).map { ($0.id, $0) }) { first, _ in first }
        return map { plans in
            plans.map { plan in
                guard let earlier = before[plan.id] else { return plan }
                var kept = plan
                kept.plan.bridge(by: earlier.plan)
                kept.selections = plan.selections.bridged(by: earlier.selections).map { selections in
                    let read = Dictionary((earlier.selections.value ?? []).map { ($0.id, $0.selection) }) { a, _ in a }
                    return selections.map { selection in
                        var selection = selection
                        if let earlier = read[selection.id] { selection.selection.bridge(by: earlier) }
                        return selection
                    }
                }
                return kept
            }
        }
    }
}
