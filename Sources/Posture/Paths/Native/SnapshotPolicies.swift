package import AWSModel
import Foundation

/// What Data Lifecycle Manager does in one region, worked out once for all its volumes (3.6).
struct SnapshotPolicies: Sendable {
    /// A policy that makes snapshots of volumes.
    struct Policy: Sendable {
        let id: String
        /// A volume with one of them is taken; nil takes all.
        let tags: Set<Tag>?
        /// How far its runs lie apart at most, by the region they are copied to; a nil limit is not understood.
        let copies: [Region: Duration?]
        /// The keys that it copies under, by region; nil is the default one of the account there.
        let copyKeys: [Region: Set<String?>]
        /// The regions whose copies it deletes before it makes the next.
        let holes: Set<Region>
        /// Of each of its schedules.
        let rhythms: [Rhythm]
        /// What it leaves out all the same.
        let exclusions: SnapshotPolicy.Exclusions?
    }
    /// When a schedule makes snapshots, and what it keeps.
    struct Rhythm: Sendable {
        /// How far its runs lie apart at most; nil where that is not understood.
        let gap: Duration?
        /// For how long it keeps its snapshots; nil where that is not told.
        let keeps: Duration?
        /// The same of its copies, by region.
        let copies: [Region: Duration?]

        /// Whether one from before a mistake is still there when that is noticed, however soon before it was the last run;
        /// nil where that is not told.
        func reachesBack(keeping kept: Duration?) -> Bool? {
            guard let gap, let kept else { return nil }
            return kept >= .days(VersionPaths.noticeDays) && kept - gap >= VersionPaths.leastReach
        }
    }
    private let policies: [Policy]
    /// What each policy that takes instances leaves out of their volumes.
    private let ofInstances: [SnapshotPolicy.Details]
    /// Why it is not known which policies there are; nil when all were read.
    let unread: String?

    init(_ region: NativeRegion, now: Date) {
        var policies: [Policy] = []
        var unread = region.snapshotPolicies.gap.map { "snapshot policies of \(region.region) unread: \($0)" }
        for contents in region.snapshotPolicies.value ?? [] {
            if let gap = contents.policy.gap { unread = unread ?? "snapshot policy \(contents.id) unread: \(gap)" }
            if let policy = contents.policy.value.flatMap({ Policy($0, now: now) }) { policies.append(policy) }
        }
        self.policies = policies
        self.unread = unread
        ofInstances = (region.snapshotPolicies.value ?? []).compactMap(\.policy.value)
            .filter { $0.state == "ENABLED" }.compactMap(\.details)
            .filter { $0.resourceTypes?.contains("INSTANCE") == true || $0.resourceType == "INSTANCE" }
    }

    /// Why it is not known which policies take a volume; nil when it is.
    func gap(of volume: Volume) -> String? { gap(of: volume, by: policies, ofInstances) }

    /// The same of those that copy to another region.
    func copyGap(of volume: Volume) -> String? {
        gap(of: volume, by: policies.filter { !$0.copies.isEmpty }, ofInstances.filter(\.copies))
    }

    private func gap(
        of volume: Volume, by policies: [Policy], _ ofInstances: [SnapshotPolicy.Details]
    ) -> String? {
        if let unread { return unread }
        for case .unread(let gap) in policies.map({ VolumeExclusion(of: volume, by: $0.exclusions) }) { return gap }
        return !volume.instances.isEmpty
            && ofInstances.contains { VolumeExclusion(of: volume, by: $0.parameters) != .leftOut }
            ? "whether a snapshot policy takes its instance is not read" : nil
    }

    /// The policies that make snapshots of a volume for certain.
    func policies(of volume: Volume) -> [Policy] {
        tagged(volume).filter { VolumeExclusion(of: volume, by: $0.exclusions) == .none }
    }

    /// Those that would take it by its tags and leave it out.
    func policies(leavingOut volume: Volume) -> [Policy] {
        tagged(volume).filter { VolumeExclusion(of: volume, by: $0.exclusions) == .leftOut }
    }

    private func tagged(_ volume: Volume) -> [Policy] {
        policies.filter { policy in policy.tags.map { tags in volume.tags.contains(where: tags.contains) } ?? true }
    }
}

extension SnapshotPolicies.Policy {
    /// Nil for a policy that is off, or that makes no snapshots of volumes.
    fileprivate init?(_ policy: SnapshotPolicy, now: Date) {
        guard policy.state == "ENABLED", let details = policy.details else { return nil }
        id = policy.id
        var copies: [Region: Duration?] = [:]
        func add(_ region: Region, _ limit: Duration?) {
            // Of several schedules the most frequent counts.
            guard case .some(.some(let known)) = copies[region] else {
                copies[region] = .some(limit)
                return
            }
            if let limit, limit < known { copies[region] = .some(limit) }
        }
        if policy.isDefault == true {
            guard details.resourceType != "INSTANCE" else { return nil }
            tags = nil
            holes = []
            copyKeys = [:]
            exclusions = details.exclusions
            let gap = Duration.days(details.createIntervalDays ?? 1)
            let kept = Duration.days(details.retainIntervalDays ?? 7)
            let away = (details.crossRegionCopyTargets ?? []).compactMap(\.region)
            rhythms = [
                SnapshotPolicies.Rhythm(
                    gap: gap, keeps: kept,
                    copies: Dictionary(away.map { ($0, kept) }, uniquingKeysWith: { a, _ in a }))
            ]
            for target in details.crossRegionCopyTargets ?? [] {
                if let region = target.region { add(region, .days(details.createIntervalDays ?? 1)) }
            }
        } else {
            guard details.resourceTypes?.contains("VOLUME") == true else { return nil }
            holes = Self.holes(details.schedules ?? [], now: now)
            copyKeys = Self.copyKeys(details.schedules ?? [])
            tags = Set(details.targetTags ?? [])
            exclusions = nil
            rhythms = (details.schedules ?? []).map { $0.rhythm(from: now) }
            for schedule in details.schedules ?? [] {
                let limit = schedule.create?.longestGap(from: now)
                for region in (schedule.copies ?? []).compactMap(\.region) { add(region, limit) }
            }
        }
        self.copies = copies
    }

    private static func copyKeys(_ schedules: [SnapshotPolicy.Schedule]) -> [Region: Set<String?>] {
        var keys: [Region: Set<String?>] = [:]
        for copy in schedules.flatMap({ $0.copies ?? [] }) {
            if let region = copy.region { keys[region, default: []].insert(copy.keyARN) }
        }
        return keys
    }

    /// Where each schedule that copies keeps its copies no longer than until its next run.
    private static func holes(_ schedules: [SnapshotPolicy.Schedule], now: Date) -> Set<Region> {
        var keepsOn: [Region: Bool] = [:]
        for schedule in schedules {
            let gap = schedule.create?.longestGap(from: now)
            for copy in schedule.copies ?? [] {
                guard let region = copy.region else { continue }
                let kept = copy.retain?.span
                let isHole = gap.flatMap { gap in kept.map { $0 <= gap } } ?? false
                keepsOn[region] = !isHole || keepsOn[region] ?? false
            }
        }
        return Set(keepsOn.filter { !$0.value }.keys)
    }
}

extension SnapshotPolicy.Details {
    /// Whether what it makes is copied to another region.
    fileprivate var copies: Bool {
        !(crossRegionCopyTargets ?? []).isEmpty || (schedules ?? []).contains { !($0.copies ?? []).isEmpty }
    }
}

extension SnapshotPolicy.Schedule {
    fileprivate func rhythm(from now: Date) -> SnapshotPolicies.Rhythm {
        let kept = (copies ?? []).compactMap { copy in copy.region.map { ($0, copy.retain?.span) } }
        return SnapshotPolicies.Rhythm(
            gap: create?.longestGap(from: now), keeps: keeps, copies: Dictionary(kept, uniquingKeysWith: { a, _ in a }))
    }

    /// Nil where it is not told: so many snapshots by a cron expression may be of any age.
    private var keeps: Duration? {
        guard let count = retain?.count else { return retain?.span }
        return create?.interval.map { .hours($0 * max(0, min(count, 1_000_000))) }
    }
}

extension SnapshotPolicy.RetainRule {
    /// Nil where it keeps by number, or does not say how long.
    var span: Duration? { SnapshotPolicy.CopyRetainRule(interval: interval, unit: unit).span }
}

extension SnapshotPolicy.CopyRetainRule {
    /// Nil where it does not say how long.
    var span: Duration? {
        guard let interval, (0...36_500).contains(interval) else { return nil }
        let days = ["DAYS": 1, "WEEKS": 7, "MONTHS": 28, "YEARS": 365]
        return unit.flatMap { days[$0] }.map { .days(interval * $0) }
    }
}

extension SnapshotPolicy.CopyRule {
    /// The region that it copies to; nil for an Outpost.
    package var region: Region? { targetRegion ?? target.flatMap { $0.hasPrefix("arn:") ? nil : Region($0) } }
}

extension SnapshotPolicy.CreateRule {
    /// The longest time between two of its runs; nil where it is not understood.
    func longestGap(from now: Date) -> Duration? {
        if let interval { return .hours(interval) }
        guard let cron, let schedule = try? Schedule(expression: cron, timezone: "UTC"),
            case .atMost(let gap) = schedule.largestGap(from: now)
        else { return nil }
        return gap
    }
}
