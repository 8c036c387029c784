package import AWSModel
package import Foundation

/// An inventory with the indexes that rules and paths ask for again and again, and the moment of judgement.
package final class AccountView: Sendable {
    package let inventory: Inventory
    package let objectives: Objectives
    package let now: Date
    /// Nil where nobody asked for the cost of each path.
    package let prices: PriceList?
    /// Every resource there is to judge, sorted by ARN.
    package let resources: [AccountResource]
    /// The listings that might have told of more.
    package let blindSpots: [BlindSpot]
    package let vaults: VaultIndex
    package let native: NativeIndex
    package let restores: RestoreEvidence
    let drillProofs: DrillProofs
    let holds: VaultHolds
    /// The buckets whose replication was read and has rules.
    let replicated: ReplicatedBuckets
    /// The buckets that replicate to a bucket, by its name.
    let sources: [String: [String]]

    /// Two at most of the buckets whose replication was not read, so that it is not known what they replicate to.
    private let unreadReplications: [String]

    private let switchedOff: Set<Region>
    private let backup: [Region: BackupRegion]
    private let regionPlans: [Region: RegionPlans]
    /// As many as resources, in their order.
    private let coverages: [BackupCoverage]
    private let bucketIndices: [String: Int]
    private let metricIndices: [MetricKey: Int]
    private let protectedOnce: [Region: Set<String>]
    private let jobs: [String: [BackupJob]]
    private let roleJudgements: [String: ReplicationRoleJudgement]

    private struct MetricKey: Hashable { let source, destination, rule: String }

    package init(
        _ inventory: Inventory, now: Date, objectives: Objectives = .none, drills: [DrillEvidence] = [],
        prices: PriceList? = nil
    ) {
        self.inventory = inventory
        self.prices = prices
        self.objectives = objectives
        drillProofs = DrillProofs(drills, now: now)
        self.now = now
        let universe = ResourceUniverse(inventory, now: now)
        resources = universe.resources
        blindSpots = universe.blindSpots
        switchedOff = Set(inventory.regions.filter(inventory.isSwitchedOff).map(\.name))
        vaults = VaultIndex(inventory)
        holds = VaultHolds(vaults.places, inventory, now: now)
        native = NativeIndex(inventory, now: now)
        replicated = ReplicatedBuckets(inventory)
        sources = replicated.sources
        unreadReplications =
            inventory.bucketListing.isRead
            ? inventory.buckets.lazy.filter { !$0.replication.isRead && !$0.region.isAbsent }.prefix(2).map(\.name)
            : ["buckets not listed"]
        restores = RestoreEvidence(inventory, now: now)
        backup = Dictionary(inventory.backup.map { ($0.region, $0) }, uniquingKeysWith: { a, _ in a })
        var rhythms = ScheduleRhythms(now: now)
        let vaults = vaults
        regionPlans = backup.mapValues { RegionPlans($0, vaults: vaults, rhythms: &rhythms) }
        protectedOnce = backup.compactMapValues { $0.protectedResources.value.map { Set($0.map(\.resourceARN)) } }
        var plans = regionPlans
        var shared = SharedValues<BackupCoverage>()
        let native = native
        coverages = universe.resources.map { shared.shared(Self.coverage(of: $0, inventory, native, &plans)) }
        bucketIndices = Dictionary(
            inventory.buckets.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { a, _ in a })
        metricIndices = Dictionary(
            inventory.replicationMetrics.enumerated().map { index, metrics in
                let key = MetricKey(
                    source: metrics.sourceBucket, destination: metrics.destinationBucket, rule: metrics.ruleID)
                return (key, index)
            }, uniquingKeysWith: { a, _ in a })
        jobs = Dictionary(
            grouping: inventory.backup.flatMap { $0.troubledJobs.value ?? [] }.filter { $0.resourceARN != nil },
            by: { $0.resourceARN ?? "" })
        roleJudgements = inventory.roles.mapValues { ReplicationRoleJudgement($0) }
    }

    private static func coverage(
        of resource: AccountResource, _ inventory: Inventory, _ native: NativeIndex,
        _ plans: inout [Region: RegionPlans]
    ) -> BackupCoverage {
        guard let region = resource.region else { return BackupCoverage() }
        if let plans = plans[region] {
            return plans.coverage(of: resource, tags: tags(of: resource, inventory, native))
        }
        // A region of which nothing was read has no plans to speak of, but its gap is the same for all in it.
        let state = inventory.regions.first { $0.name == region }?.status
        let cause = state.flatMap { $0 == .answered ? nil : $0.rawValue } ?? "not read"
        let unread = RegionPlans(unread: region, cause: cause)
        plans[region] = unread
        return unread.coverage(of: resource, tags: nil)
    }

    /// Nil when they are not known; a bucket without tags has none.
    private static func tags(
        of resource: AccountResource, _ inventory: Inventory, _ native: NativeIndex
    ) -> [Tag]? {
        if let place = resource.native { return native.tags(place) }
        guard let index = resource.bucket else { return nil }
        let reading = inventory.buckets[index].tags
        return reading.isRead ? reading.value ?? [] : nil
    }
}

extension AccountView {
    package var caller: AccountID? { inventory.caller.value?.account }

    /// Nil when they are not known.
    package func tags(of resource: AccountResource) -> [Tag]? { Self.tags(of: resource, inventory, native) }
    /// What is asked of a resource.
    package func objective(of resource: AccountResource) -> Objective {
        objectives.objective(for: resource, tags: tags(of: resource))
    }

    /// A bucket other than this one of which it is not known what it replicates to.
    func unreadReplication(besides bucket: String) -> String? { unreadReplications.first { $0 != bucket } }

    package func bucket(_ resource: AccountResource) -> Bucket? { resource.bucket.map { inventory.buckets[$0] } }
    /// The resource of an ARN, where there is one to judge.
    func resource(_ arn: String) -> AccountResource? {
        var (low, high) = (0, resources.count)
        while low < high {
            let middle = (low + high) / 2
            if resources[middle].arn < arn { low = middle + 1 } else { high = middle }
        }
        return low < resources.count && resources[low].arn == arn ? resources[low] : nil
    }
    func arn(ofInstance id: String, in region: Region) -> String {
        ARN(
            partition: inventory.partition, service: "ec2", region: region, account: caller,
            resource: "instance/\(id)"
        ).text
    }
    /// The ARN of a snapshot names no account.
    func arn(ofSnapshot id: String, in region: Region) -> String {
        ARN(partition: inventory.partition, service: "ec2", region: region, resource: "snapshot/\(id)").text
    }
    func arn(ofFileSystem id: String, in region: Region, of owner: AccountID? = nil) -> String {
        ARN(
            partition: inventory.partition, service: "elasticfilesystem", region: region, account: owner ?? caller,
            resource: "file-system/\(id)"
        ).text
    }
    package func bucket(named name: String) -> Bucket? { bucketIndices[name].map { inventory.buckets[$0] } }
    package func arn(ofBucket name: String) -> String { ARN.bucket(name, partition: inventory.partition).text }

    /// The buckets that were there when they were read; lazy, for a copy of tens of thousands weighs more than all else.
    var buckets: LazyFilterSequence<[Bucket]> { inventory.buckets.lazy.filter { !$0.region.isAbsent } }

    /// The ARN of a plan; its account is left out where it is not known.
    func arn(of plan: PlanContents, in region: Region) -> String {
        ARN(
            partition: inventory.partition, service: "backup", region: region, account: caller,
            resource: "backup-plan:\(plan.id)"
        ).text
    }

    /// Whether the region is known to be not enabled.
    func isSwitchedOff(_ region: Region) -> Bool { switchedOff.contains(region) }
    package func backup(in region: Region) -> BackupRegion? { backup[region] }
    package func settings(in region: Region) -> Reading<BackupRegionSettings>? { backup[region]?.settings }
    func plans(in region: Region) -> RegionPlans? { regionPlans[region] }
    var planRegions: [RegionPlans] { regionPlans.values.sorted { $0.region < $1.region } }

    /// What the plans of its home region do for a resource.
    package func coverage(of resource: AccountResource) -> BackupCoverage { coverages[Int(resource.position)] }

    /// Whether a resource may have recovery points anywhere: not when its region listed all that ever had a backup
    /// and it is not among them (2.13).
    package func mayHaveBackup(_ resource: AccountResource) -> Bool {
        guard let region = resource.region, let once = protectedOnce[region] else { return true }
        return once.contains(resource.arn)
    }

    package func troubledJobs(of arn: String) -> [BackupJob] { jobs[arn] ?? [] }

    package func metrics(of source: String, _ destination: String, _ rule: String) -> ReplicationMetrics? {
        metricIndices[MetricKey(source: source, destination: destination, rule: rule)]
            .map { inventory.replicationMetrics[$0] }
    }

    /// How a role stands as a replication role, by its own documents; nil where nothing was read of it.
    func standing(ofRole arn: String, in use: @autoclosure () -> ReplicationRoleUse) -> ReplicationRoleStanding? {
        roleJudgements[arn].map { $0.standing(in: use()) }
    }
}
