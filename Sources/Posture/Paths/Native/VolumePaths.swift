import AWSModel
import Foundation

/// EBS: snapshots copied to another region, and the policies that renew them (3.6).
extension NativeSearch {
    mutating func examineVolume(_ place: NativePlace) {
        guard let volume = native.volume(place) else { return }
        let policies = native.snapshotPolicies(of: place)
        let copies = examineCopies(of: volume, policies)
        examineInstances(of: volume)
        // A copy names the snapshot that it was made of, and that one its volume.
        if let gap = gap(in: home, \.snapshots), copies.isEmpty, native.hasSnapshots(outside: home) {
            unread("of which volumes the copies elsewhere are is not known: snapshots of \(home) unread: \(gap)")
        }
        guard found.paths.isEmpty, found.deadEnds.isEmpty else { return }
        for policy in policies.policies(leavingOut: volume) { deadEnd("snapshot policy \(policy.id) leaves it out") }
        let hasLocal = native.snapshots(of: volume.id).contains { $0.region == home }
        deadEnd(hasLocal ? "its snapshots are in \(home) only" : "no snapshot in another region")
    }

    /// Those in other regions: they know nothing of what is deleted or overwritten either.
    ///
    /// - Parameter isNoticedLate: whether they must still be there when a mistake is noticed.
    @discardableResult
    mutating func examineCopies(
        of volume: Volume, _ policies: SnapshotPolicies, isNoticedLate: Bool = false
    ) -> [Copy] {
        let (copies, taking) = (copies(of: volume), policies.policies(of: volume))
        var seen: Set<Region> = []
        for region in Set(copies.map(\.region)).sorted() {
            // The newest whole copy of a region stands for it; a copy under way is none yet.
            let whole = copies.filter { $0.region == region && $0.snapshot.state == .known(.completed) }
            guard let newest = whole.max(by: { $0.madeAt < $1.madeAt }) else { continue }
            seen.insert(region)
            var facts = PathFacts()
            if copies.contains(where: {
                $0.region == region && $0.madeAt > newest.madeAt && $0.snapshot.state == .known(.error)
            }) {
                facts.faults.append("a copy to \(region) after the newest one failed")
            }
            if isNoticedLate { Self.judgeReach(of: taking, in: region, &facts) }
            examine(newest, taking, unread: policies.gap(of: volume), facts)
        }
        examineUnreadCopies(taking, unread: policies.copyGap(of: volume), seen: seen)
        return copies
    }

    /// Of schedules that copy at least weekly one must keep its copies until a mistake is noticed.
    private static func judgeReach(
        of policies: [SnapshotPolicies.Policy], in region: Region, _ facts: inout PathFacts
    ) {
        let copying = policies.flatMap(\.rhythms).filter { $0.copies[region] != nil }
        let frequent = copying.filter { $0.gap.map { $0 <= .days(VersionPaths.noticeDays) } ?? true }
        let answers = frequent.map { $0.reachesBack(keeping: $0.copies[region] ?? nil) }
        guard !copying.isEmpty, !answers.contains(true) else { return }
        if answers.contains(nil) {
            facts.unread.append("how long its copies in \(region) are kept is not told")
        } else {
            facts.faults.append("its copies in \(region) are not kept until a mistake is noticed")
        }
    }

    struct Copy {
        let region: Region
        let snapshot: EBSSnapshot
        /// The point in time of its data.
        let madeAt: Date
    }

    /// Snapshots in other regions that come from the volume, as far as they say so.
    private func copies(of volume: Volume) -> [Copy] {
        var copies: [Copy] = []
        var seen: Set<String> = []
        func take(_ found: [(region: Region, snapshot: EBSSnapshot)], _ origin: Date?) {
            for (region, snapshot) in found where region != home && seen.insert(snapshot.id).inserted {
                // A copy begins later than the snapshot that it copies; its data is of the earlier moment.
                guard let madeAt = origin ?? snapshot.startedAt else { continue }
                copies.append(Copy(region: region, snapshot: snapshot, madeAt: madeAt))
            }
        }
        for (region, local) in native.snapshots(of: volume.id) where region == home {
            take(native.snapshots(from: local.id), local.startedAt)
        }
        take(native.snapshots(from: volume.id), nil)
        take(native.snapshots(of: volume.id), nil)
        return copies
    }

    /// The newest copy in its own region under another key than its own.
    mutating func examineCopiesBeside(_ place: NativePlace) {
        guard let volume = native.volume(place) else { return }
        if let gap = gap(in: home, \.snapshots) {
            found.unread.append(UnreadFact("its snapshots unread: \(gap)", ceiling: .atRisk))
        }
        let own = native.snapshots(of: volume.id).filter { $0.region == home }
        let copies = own.flatMap { local in
            native.snapshots(from: local.snapshot.id).filter { $0.region == home }
                .map { Copy(region: home, snapshot: $0.snapshot, madeAt: local.snapshot.startedAt ?? account.now) }
        }
        let whole = copies.filter { $0.snapshot.state == .known(.completed) }
        if whole.contains(where: { keyRelation($0.snapshot.keyARN) == .unknown }) {
            found.unread.append(UnreadFact("the keys of its snapshots are not known", ceiling: .atRisk))
        }
        let others = whole.filter { keyRelation($0.snapshot.keyARN) == .other }
        if let newest = others.max(by: { $0.madeAt < $1.madeAt }) { examine(newest, [], unread: nil) }
    }

    /// What a copy to another region may take beyond its schedule.
    private static let copying = Duration.hours(6)

    /// - Parameter known: what speaks against it already.
    private mutating func examine(
        _ copy: Copy, _ policies: [SnapshotPolicies.Policy], unread: String?, _ known: PathFacts = PathFacts()
    ) {
        var facts = known
        let age = Duration(from: copy.madeAt, to: account.now)
        judgeRegion(copy.region, &facts)
        judgeKey(copy.snapshot.keyARN, in: copy.region, of: "the copy in \(copy.region)", &facts)
        let limits = policies.compactMap { $0.copies[copy.region] }
        if let limit = limits.compactMap({ $0 }).min().map({ $0 + Self.copying }) {
            if !objective.boundsAge, age > limit {
                let (old, due) = Duration.words(age, against: limit)
                facts.faults.append("newest copy is \(old) old, its policy renews it within \(due)")
            }
        } else if !limits.isEmpty {
            facts.unread.append("how often its snapshot policy runs is not understood")
        } else if let unread {
            facts.unread.append(unread)
        } else {
            facts.faults.append("newest copy is \(age.words) old and no policy renews it")
        }
        let renewing = policies.filter { $0.copies[copy.region] != nil }
        if !renewing.isEmpty, renewing.allSatisfy({ $0.holes.contains(copy.region) }) {
            facts.faults.append("its copies in \(copy.region) are deleted before its policy renews them")
        }
        judgeCopyKeys(renewing, in: copy.region, &facts)
        if copy.snapshot.tier == "archive" { facts.notes.append("it is archived: restoring it takes days") }
        append(
            RecoveryPath(
                mechanism: .ebsSnapshotCopy, region: copy.region, account: account.caller,
                target: account.arn(ofSnapshot: copy.snapshot.id, in: copy.region), scope: .whole, healthy: true,
                assurance: .observed,
                recoveryPoint: Estimate(duration: age, basis: .measured),
                recoveryTime: copy.snapshot.tier == "archive"
                    ? RecoveryTimes.archivedSnapshot : RecoveryTimes.restore(of: .ebsVolume),
                retention: retention(of: policies, in: copy.region, isKnown: unread == nil), reasons: []), facts)
    }

    /// As long as a policy that copies keeps its copies, of several schedules the longest, for those reach back farthest;
    /// nobody deletes what was copied by hand.
    private func retention(
        of policies: [SnapshotPolicies.Policy], in region: Region, isKnown: Bool
    ) -> Retention? {
        let kept = policies.flatMap(\.rhythms).compactMap { $0.copies[region] }
        guard !kept.isEmpty else { return isKnown ? .forever : nil }
        guard let longest = kept.compactMap(\.self).max() else { return nil }
        return isKnown && !kept.contains(nil) ? .lasting(longest) : .atLeast(longest)
    }

    /// What is copied from now on is copied under the key that the policy names, whatever the newest copy is under.
    private func judgeCopyKeys(
        _ policies: [SnapshotPolicies.Policy], in region: Region, _ facts: inout PathFacts
    ) {
        var fault: String?
        var gap: String?
        for policy in policies {
            for key in policy.copyKeys[region] ?? [nil] {
                switch key.map({ account.state(ofKey: $0, in: region) }) ?? .usable {
                case .usable: return
                case .broken(let why): fault = fault ?? "the key that snapshot policy \(policy.id) copies under \(why)"
                case .unread(let why):
                    gap = gap ?? "the key that snapshot policy \(policy.id) copies under unread: \(why)"
                }
            }
        }
        if let gap { facts.unread.append(gap) } else if let fault { facts.faults.append(fault) }
    }

    /// An image of the instance that it is attached to holds it too, where it was attached when the image was made.
    mutating func examineInstances(of volume: Volume, threat: Threat = .regionOutage) {
        for instance in volume.instances {
            let arn = account.arn(ofInstance: instance, in: home)
            guard let owner = account.resource(arn) else { continue }
            let subject = BackupSubject(owner, home: home, in: account, objective: objective)
            let images = BackupPaths.find(subject, threat: threat, in: account)
            found.paths += images.paths.map { holding(volume, of: instance, $0) }
            found.unread += images.unread
            if volume.attachedAt == nil, images.paths.contains(where: \.suffices) {
                unread("since when it is attached to \(instance) is not known")
            }
        }
    }

    private func holding(_ volume: Volume, of instance: String, _ image: RecoveryPath) -> RecoveryPath {
        var path = image
        guard let attached = volume.attachedAt else {
            path.healthy = false
            path.reasons.insert("since when it is attached to \(instance) is not known", at: 0)
            return path
        }
        let since = max(attached, volume.createdAt ?? attached)
        guard let age = path.recoveryPoint?.duration,
            account.now.addingTimeInterval(-Double(age.components.seconds)) < since
        else { return path }
        path.healthy = false
        path.reasons.insert("the volume was attached after the newest image of \(instance)", at: 0)
        return path
    }

    /// Where a policy copies to and nothing that is the volume's was found, it may still be there unseen.
    private mutating func examineUnreadCopies(
        _ policies: [SnapshotPolicies.Policy], unread policyGap: String?, seen: Set<Region>
    ) {
        // A copy that had been made would have been seen: a policy nobody read is a path at risk at best.
        // Nobody renews a copy made by hand, but that there is none was not seen.
        unreadElsewhere("snapshots") { $0.snapshots.gap }
        if let policyGap { found.unread.append(UnreadFact(policyGap, ceiling: .atRisk)) }
        let ids = Set(policies.map(\.id))
        for region in Set(policies.flatMap(\.copies.keys)).sorted() where !seen.contains(region) && region != home {
            if let gap = gap(in: region, \.snapshots) {
                unread("snapshots in \(region) unread: \(gap)")
            } else if native.hasAnonymousCopies(by: ids, in: region) {
                unread("of which volumes the copies in \(region) are is not told")
            } else {
                deadEnd("its policy copies snapshots to \(region), and none is there")
            }
        }
    }
}
