import AWSModel
import Foundation

/// Every resource that the inventory knows of, and the listings that would have told of more.
struct ResourceUniverse: Sendable {
    /// Sorted by ARN, each once.
    let resources: [AccountResource]
    let blindSpots: [BlindSpot]

    init(_ inventory: Inventory, now: Date) {
        var collector = Collector(inventory, now: now)
        collector.addBuckets()
        collector.addNative()
        for backup in inventory.backup { collector.add(backup) }
        var sorted = collector.found.values.sorted { $0.arn < $1.arn }
        for position in sorted.indices { sorted[position].position = Int32(position) }
        resources = sorted
        blindSpots = Self.blindSpots(inventory)
    }

    /// The regions where resources live or may live unseen are those that are not known to be switched off.
    private static func blindSpots(_ inventory: Inventory) -> [BlindSpot] {
        var spots: [BlindSpot] = []
        if inventory.bucketListing.value == nil {
            spots.append(
                BlindSpot(what: "the buckets of the account", cause: inventory.bucketListing.gap ?? "not listed"))
        }
        // Where AWS did not list its regions, one that was not thought of may hold anything.
        if let listing = inventory.regionListing, !listing.isRead, inventory.restrictedTo == nil {
            spots.append(BlindSpot(what: "the regions of the account", cause: listing.gap ?? "not listed"))
        }
        let read = Dictionary(
            inventory.backup.map { ($0.region, $0.protectedResources) }, uniquingKeysWith: { a, _ in a })
        let native = NativeResources(inventory)
        for region in inventory.regions where !inventory.isSwitchedOff(region) {
            spots += native.blindSpots(in: region.name)
            let reading = read[region.name]
            guard reading?.isRead != true else { continue }
            let cause = reading?.gap ?? (region.status == .answered ? "not read" : region.status.rawValue)
            spots.append(BlindSpot(region: region.name, what: "what AWS Backup protects", cause: cause))
        }
        return spots
    }
}

/// Gathers resources by ARN; the first mention wins, and a bucket's own row comes first.
private struct Collector {
    let inventory: Inventory
    let caller: AccountID?
    /// A whole listing proves that a bucket which is not in it is gone.
    let listingIsWhole: Bool
    let now: Date
    let native: NativeResources
    var found: [String: AccountResource] = [:]
    /// Those that a selection names, and those whose last backup was told.
    private var named: Set<String> = []
    private var lastSeen: Set<String> = []

    init(_ inventory: Inventory, now: Date) {
        self.inventory = inventory
        self.now = now
        native = NativeResources(inventory)
        caller = inventory.caller.value?.account
        listingIsWhole = inventory.bucketListing.value != nil
        found.reserveCapacity(inventory.buckets.count)
    }

    mutating func addBuckets() {
        for (index, bucket) in inventory.buckets.enumerated() where !bucket.region.isAbsent {
            let arn = ARN.bucket(bucket.name, partition: inventory.partition).text
            found[arn] = AccountResource(
                arn: arn, type: .s3Bucket, backupType: "S3", name: bucket.name, region: bucket.region.value,
                regionGap: bucket.region.gap, bucket: index, evaluation: .full)
        }
    }

    mutating func addNative() {
        for resource in native.all where found[resource.arn] == nil { found[resource.arn] = resource }
    }

    mutating func add(_ backup: BackupRegion) {
        for resource in backup.protectedResources.value ?? [] {
            add(resource.resourceARN, type: resource.resourceType, name: resource.resourceName)
            note(resource)
        }
        for vault in backup.vaults.value ?? [] {
            for resource in vault.resources.value ?? [] {
                add(resource.resourceARN, type: resource.resourceType, name: resource.resourceName)
            }
        }
        for plan in backup.plans.value ?? [] {
            for contents in plan.selections.value ?? [] {
                for arn in contents.selection.value?.resources ?? [] where !arn.contains("*") {
                    add(arn, type: nil, name: nil)
                    if let resource = found[arn], resource.daysUnseen != nil { found[arn]?.daysUnseen = nil }
                    named.insert(arn)
                }
            }
        }
    }

    /// The listing keeps what is long deleted (2.13).
    private mutating func note(_ resource: ProtectedResource) {
        guard let last = resource.lastBackupAt, let known = found[resource.resourceARN], known.bucket == nil,
            !named.contains(resource.resourceARN)
        else { return }
        let days = Int32(clamping: Duration(from: last, to: now).components.seconds / 86_400)
        let isFirst = lastSeen.insert(resource.resourceARN).inserted
        if days <= 90 {
            found[resource.resourceARN]?.daysUnseen = nil
        } else if isFirst {
            found[resource.resourceARN]?.daysUnseen = days
        } else if let other = known.daysUnseen {
            found[resource.resourceARN]?.daysUnseen = min(days, other)
        }
    }

    private mutating func add(_ text: String, type: String?, name: String?) {
        if let known = found[text] {
            if known.isTypeAssumed, let type { settle(known, type: type) }
            return
        }
        guard let arn = ARN(text) else { return }
        let kind = ResourceClassification(arn: text, backupType: type)
        var resource = AccountResource(
            arn: text, type: kind.type, backupType: kind.backupType, name: name ?? kind.name, region: arn.region,
            evaluation: AccountResource.Evaluation(kind.type))
        if kind.type == .s3Bucket {
            guard !listingIsWhole else { return }
            resource.name = kind.name
            resource.regionGap = "its bucket was not listed: \(inventory.bucketListing.gap ?? "no listing")"
        } else if let owner = arn.account, let caller, owner != caller {
            // Another account's outage: a vault may hold its copies, the question is not asked of it here.
            return
        } else if arn.region == nil {
            resource.regionGap = "its ARN names no region"
        }
        if case .backupOnly(let service, _) = resource.evaluation {
            switch native.absence(of: kind.type, in: arn.region) {
            case .gone: return
            case .unread(let gap): resource.evaluation = .backupOnly(service: service, gap: gap)
            }
        }
        if kind.type == .auroraCluster, type == nil {
            resource.isTypeAssumed = true
            if case .backupOnly(_, let gap) = resource.evaluation {
                resource.evaluation = .backupOnly(service: "RDS", gap: gap)
            }
        }
        found[text] = resource
    }

    private mutating func settle(_ resource: AccountResource, type: String) {
        let kind = ResourceClassification(arn: resource.arn, backupType: type)
        var settled = resource
        settled.type = kind.type
        settled.backupType = kind.backupType
        settled.evaluation = AccountResource.Evaluation(kind.type)
        if case .backupOnly(_, let gap) = resource.evaluation,
            case .backupOnly(let service, _) = settled.evaluation
        {
            settled.evaluation = .backupOnly(service: service, gap: gap)
        }
        settled.isTypeAssumed = false
        found[resource.arn] = settled
    }
}
