import AWSModel

/// The reads that were tried and not answered, one entry for each call, region and cause.
struct GapCollector {
    private struct Key: Hashable { let call: String, region: Region, cause: String }
    private var resources: [Key: Set<String>] = [:]

    /// All gaps of an inventory, sorted. What was never asked is no gap.
    static func gaps(of inventory: Inventory) -> [Gap] {
        var collector = GapCollector()
        collector.note(inventory.caller, nil)
        collector.note(inventory.bucketListing, nil)
        if let listing = inventory.regionListing { collector.note(listing, nil) }
        for bucket in inventory.buckets { collector.note(bucket, partition: inventory.partition) }
        for destination in inventory.destinations.values { collector.note(destination, partition: inventory.partition) }
        for backup in inventory.backup { collector.note(backup) }
        for native in inventory.native ?? [] {
            collector.note(native, partition: inventory.partition, account: inventory.caller.value?.account)
        }
        for (key, reading) in inventory.keys { collector.note(reading, key.name) }
        for (arn, role) in inventory.roles {
            collector.note(role.role, arn)
            collector.note(role.policies, arn)
        }
        for metrics in inventory.replicationMetrics { collector.note(metrics, partition: inventory.partition) }
        for lag in inventory.replicationLags ?? [] { collector.note(lag.lag, lag.replica) }
        for (name, usage) in inventory.usage ?? [:] {
            collector.note(usage, ARN.bucket(name, partition: inventory.partition).text)
        }
        for (name, sample) in inventory.objectSamples ?? [:] {
            collector.note(sample, ARN.bucket(name, partition: inventory.partition).text)
        }
        return collector.resources.map { key, arns in
            Gap(call: key.call, region: key.region, cause: key.cause, resources: arns.sorted())
        }
        .sorted { ($0.region, $0.call, $0.cause) < ($1.region, $1.call, $1.cause) }
    }

    private mutating func note<Value>(_ reading: Reading<Value>, _ resource: @autoclosure () -> String?) {
        switch reading.outcome {
        case .value, .absent, .notRead: return
        case .denied, .unreachable, .failed: add(reading.call, reading.region, reading.gap ?? "", resource())
        }
    }

    private mutating func add(_ call: String, _ region: Region, _ cause: String, _ resource: String?) {
        let key = Key(call: call, region: region, cause: cause)
        if let resource {
            resources[key, default: []].insert(resource)
        } else {
            resources[key, default: []].formUnion([])
        }
    }

    private mutating func note(_ bucket: Bucket, partition: String) {
        func arn() -> String { ARN.bucket(bucket.name, partition: partition).text }
        note(bucket.region, arn())
        note(bucket.versioning, arn())
        note(bucket.replication, arn())
        note(bucket.encryption, arn())
        note(bucket.lifecycle, arn())
        note(bucket.objectLock, arn())
        note(bucket.notification, arn())
        note(bucket.tags, arn())
    }

    private mutating func note(_ destination: DestinationBucket, partition: String) {
        func arn() -> String { ARN.bucket(destination.name, partition: partition).text }
        note(destination.region, arn())
        note(destination.versioning, arn())
        note(destination.objectLock, arn())
        note(destination.lifecycle, arn())
        if destination.accessDenied, destination.region.isRead, !destination.versioning.isRead {
            add(destination.region.call, destination.region.region, "denied (403)", arn())
        }
    }

    private mutating func note(_ metrics: ReplicationMetrics, partition: String) {
        func arn() -> String { ARN.bucket(metrics.sourceBucket, partition: partition).text }
        note(metrics.maximumLatency, arn())
        note(metrics.operationsPending, arn())
        note(metrics.operationsFailed, arn())
    }

    private mutating func note(_ usage: BucketUsage, _ arn: String) {
        note(usage.bytes, arn)
        note(usage.objects, arn)
        note(usage.requests, arn)
    }

    private mutating func note(_ backup: BackupRegion) {
        note(backup.settings, nil)
        note(backup.vaults, nil)
        note(backup.plans, nil)
        note(backup.protectedResources, nil)
        note(backup.troubledJobs, nil)
        note(backup.troubledCopies, nil)
        note(backup.restores, nil)
        note(backup.restoreTestingPlans, nil)
        for vault in backup.vaults.value ?? [] {
            note(vault.resources, vault.vault.arn.text)
            for resource in vault.resources.value ?? [] { note(resource.newest, resource.resourceARN) }
        }
        for plan in backup.plans.value ?? [] {
            note(plan.plan, plan.name)
            note(plan.selections, plan.name)
            for selection in plan.selections.value ?? [] { note(selection.selection, plan.name) }
        }
    }

    private mutating func note(_ native: NativeRegion, partition: String, account: AccountID?) {
        note(native.databases, nil)
        note(native.clusters, nil)
        note(native.globalClusters, nil)
        note(native.automatedBackups, nil)
        note(native.tables, nil)
        note(native.volumes, nil)
        note(native.snapshots, nil)
        note(native.snapshotPolicies, nil)
        note(native.fileSystems, nil)
        note(native.fileSystemReplications, nil)
        if let snapshots = native.databaseSnapshots { note(snapshots, nil) }
        if let snapshots = native.clusterSnapshots { note(snapshots, nil) }
        if let backups = native.tableBackups { note(backups, nil) }
        if let tables = native.globalTables { note(tables, nil) }
        for contents in native.tables.value ?? [] {
            func arn() -> String {
                let own = ARN(
                    partition: partition, service: "dynamodb", region: native.region, account: account,
                    resource: "table/" + contents.name)
                return (contents.table.value?.arn ?? own).text
            }
            note(contents.table, arn())
            note(contents.pointInTimeRecovery, arn())
            note(contents.tags, arn())
        }
        for contents in native.snapshotPolicies.value ?? [] { note(contents.policy, contents.id) }
        for contents in native.fileSystems.value ?? [] { note(contents.backsUpDaily, contents.fileSystem.arn.text) }
    }
}
