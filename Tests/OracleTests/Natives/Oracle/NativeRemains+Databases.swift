import AWSModel
import Foundation
import SimulatedAWS

extension NativeRemains {
    func copies(of instance: SimulatedDBInstance) -> [NativeCopy] {
        let sources = sources(of: instance)
        let above = sources.filter { $0.arn != instance.arn }.flatMap { source in
            history(of: source).map { copy in
                var copy = copy
                // One of its region is asked of as if it were lost with it.
                copy.goesOn = copy.goesOn && (works(source) || source.region == instance.region)
                return copy
            }
        }
        return family(of: instance, sources) + history(of: instance) + above
    }

    private func history(of instance: SimulatedDBInstance) -> [NativeCopy] {
        automatedBackups(of: instance) + snapshots(ofResource: instance.resourceID)
    }

    /// The instance, what it follows, what that follows.
    func sources(of instance: SimulatedDBInstance) -> [SimulatedDBInstance] {
        var above: [SimulatedDBInstance] = []
        var next = account.databases.instance(instance.arn)
        while let known = next {
            above.append(known)
            next = known.sourceARN.flatMap(account.databases.instance)
        }
        return above
    }

    /// The instance, what it follows, and what follows any of them.
    private func family(of instance: SimulatedDBInstance, _ above: [SimulatedDBInstance]) -> [NativeCopy] {
        let all = account.databases.instances.values.flatMap(\.values)
        var below: [SimulatedDBInstance] = []
        var sources = Set([instance.arn] + above.map(\.arn))
        while true {
            let more = all.filter { replica in
                replica.sourceARN.map(sources.contains) ?? false && !sources.contains(replica.arn)
            }
            if more.isEmpty { break }
            below += more
            sources.formUnion(more.map(\.arn))
        }
        // What is asked of is whole as it is, however far it is behind what it follows.
        return above.compactMap { copy($0, .original, at: account.now, following: instance) }
            + below.compactMap { copy($0, .follower, at: content(of: $0, following: instance), following: instance) }
    }

    private func copy(
        _ instance: SimulatedDBInstance, _ kind: NativeCopy.Kind, at moment: Date, following asked: SimulatedDBInstance
    ) -> NativeCopy? {
        guard isReadable(instance.keyARN, in: instance.region) else { return nil }
        return NativeCopy(
            kind: kind, what: "instance \(instance.identifier)", region: instance.region, moments: moment...moment,
            goesOn: kind == .original ? works(instance) : goesOn(instance, following: asked))
    }

    private func works(_ instance: SimulatedDBInstance) -> Bool {
        ["available", "rebooting"].contains(instance.status) && isReadable(instance.keyARN, in: instance.region)
    }

    /// What follows something that does not work any more gets nothing from it; a region that is gone gave until then.
    private func goesOn(_ instance: SimulatedDBInstance, following asked: SimulatedDBInstance) -> Bool {
        if instance.arn == asked.arn { return true }
        guard let source = instance.sourceARN else { return works(instance) || instance.region == asked.region }
        let above = account.databases.instance(source)
        return works(instance) && stops[instance.arn.text] == nil && instance.lagSeconds != -1
            && above.map { goesOn($0, following: asked) } ?? true
    }

    /// The moment that an instance holds: its source's, so far behind.
    private func content(of instance: SimulatedDBInstance, following asked: SimulatedDBInstance) -> Date {
        guard let arn = instance.sourceARN, instance.arn != asked.arn else { return account.now }
        let source = account.databases.instance(arn).map { content(of: $0, following: asked) } ?? account.now
        let behind = stops[instance.arn.text] ?? moment(behind: instance.lagSeconds)
        return source.addingTimeInterval(behind.timeIntervalSince(account.now))
    }

    /// Those of its own region go with it; those of others stay (3.1).
    private func automatedBackups(of instance: SimulatedDBInstance) -> [NativeCopy] {
        var copies: [NativeCopy] = []
        if let now = account.databases.instance(instance.arn), let latest = now.latestRestorableTime(at: account.now),
            isReadable(now.keyARN, in: now.region)
        {
            let earliest = account.now.addingTimeInterval(Double(now.backupRetentionDays) * -86_400)
            copies.append(
                NativeCopy(
                    kind: .history, what: "automated backups", region: now.region,
                    moments: min(latest, max(now.createdAt, earliest))...latest, goesOn: true))
        }
        for (region, held) in account.databases.backupReplications {
            for kept in held
            where kept.source.resourceID == instance.resourceID && isReadable(kept.keyARN, in: region) {
                copies.append(
                    NativeCopy(
                        kind: .history, what: "automated backups in \(region)", region: region,
                        moments: kept.restoreWindow(at: account.now), goesOn: kept.stoppedAt == nil))
            }
        }
        return copies
    }

    /// Made and copied by hand.
    func snapshots(ofResource id: String) -> [NativeCopy] {
        account.databases.snapshots.flatMap { region, held in
            held.values.filter {
                $0.database?.resourceID == id && $0.status == "available"
                    && isReadable($0.keyARN, in: region)
            }.compactMap { snapshot in
                snapshot.takenAt.map {
                    NativeCopy(
                        kind: .history, what: snapshot.arn, region: region, moments: $0...$0, goesOn: false)
                }
            }
        }
    }
}
