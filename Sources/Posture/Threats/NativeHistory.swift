import AWSModel
import Foundation

/// What a service keeps of a resource's past by itself: point-in-time recovery and snapshots (3.1, 3.4, 3.6). Replicas
/// keep none: they follow every delete and every overwrite.
enum NativeHistory {
    static func find(
        _ resource: AccountResource, home: Region, threat: Threat, in account: AccountView, objective: Objective
    ) -> SurvivingPaths {
        guard let place = resource.native, threat == .accidentalDeletion || threat == .corruption else {
            return SurvivingPaths()
        }
        var search = NativeSearch(resource: resource, home: home, account: account, objective: objective)
        switch place.kind {
        case .database: search.examineHistory(ofDatabase: place, threat)
        case .cluster: search.examineHistory(ofCluster: place, threat)
        case .table: search.examineHistory(ofTable: place)
        case .volume: search.examineHistory(ofVolume: place)
        case .fileSystem: search.examineFollowers(search.native.fileSystem(place)?.fileSystem.id)
        }
        return search.found
    }
}

extension NativeSearch {
    fileprivate mutating func examineHistory(ofDatabase place: NativePlace, _ threat: Threat) {
        guard let database = native.database(place) else { return }
        appendRecovery(
            days: database.backupRetentionDays, latest: database.latestRestorableTime, status: database.status,
            key: database.keyARN, isGuarded: database.deletionProtection == true, threat)
        examineReplicatedBackups(of: database)
        examineSnapshotHistory(of: place)
        if !native.replicas(of: resource.arn).isEmpty { deadEnd("its replicas follow every change") }
    }

    fileprivate mutating func examineHistory(ofCluster place: NativePlace, _ threat: Threat) {
        guard let cluster = native.cluster(place) else { return }
        appendRecovery(
            days: cluster.backupRetentionDays, latest: cluster.latestRestorableTime, status: cluster.status,
            key: cluster.keyARN, isGuarded: cluster.deletionProtection == true, threat)
        examineSnapshotHistory(of: place)
        if !native.replicas(of: resource.arn).isEmpty { deadEnd("its replicas follow every change") }
        if native.globalCluster(ofMember: resource.arn) != nil { deadEnd("its global database follows every change") }
    }

    /// Automated backups reach back to any moment, and go with the instance when that is deleted (note 17).
    private mutating func appendRecovery(
        days: Int?, latest: Date?, status: String?, key: String?, isGuarded: Bool, _ threat: Threat
    ) {
        var facts = PathFacts()
        switch days {
        case nil: facts.unread.append("retention of its automated backups is not known")
        case 0?:
            deadEnd("automated backups are off")
            return
        case let days?:
            let text = "automated backups are kept for \(days) days"
            if days < VersionPaths.noticeDays { facts.faults.append(text + " only") } else { facts.notes.append(text) }
        }
        if threat == .accidentalDeletion, !isGuarded {
            facts.faults.append("its automated backups go with it, and deletion protection is off")
        }
        judgeKey(key, in: home, of: "its automated backups", &facts)
        // What is stopped does not change.
        if status != "stopped" { judgeReach(latest, of: "its automated backups", &facts) }
        append(recoveryPath(latest, days: days), facts)
    }

    /// Point-in-time recovery is minutes behind; where it is hours, it has come to a halt.
    private func judgeReach(_ latest: Date?, of what: String, _ facts: inout PathFacts) {
        guard let latest else {
            facts.unread.append("how far \(what) reach is not told")
            return
        }
        judgeLag(Duration(from: latest, to: account.now), of: "the newest moment of \(what)", &facts)
    }

    private func recoveryPath(_ latest: Date?, days: Int?) -> RecoveryPath {
        let lag = latest.map { Duration(from: $0, to: account.now) }
        return RecoveryPath(
            mechanism: .pitr, region: home, account: account.caller, target: resource.arn, scope: .whole,
            healthy: true, assurance: lag == nil ? .configured : .observed,
            recoveryPoint: lag.map { Estimate(duration: $0, basis: .measured) } ?? RecoveryTimes.recoveryLag,
            recoveryTime: RecoveryTimes.restore(of: resource.type),
            retention: days.map { .lasting(.days($0)) }, reasons: [])
    }

    /// A deleted table is kept for 35 days where it has point-in-time recovery.
    fileprivate mutating func examineHistory(ofTable place: NativePlace) {
        guard let contents = native.table(place) else { return }
        if let gap = contents.pointInTimeRecovery.gap {
            unread("point-in-time recovery unread: \(gap)")
        } else if let recovery = contents.pointInTimeRecovery.value, recovery.status == .known(.enabled) {
            var facts = PathFacts()
            if let days = recovery.periodDays, days < VersionPaths.noticeDays {
                facts.faults.append("point-in-time recovery reaches back \(days) days only")
            }
            if let gap = contents.table.gap { facts.unread.append("its key unread: \(gap)") }
            judgeKey(contents.table.value?.encryption?.keyARN, in: home, of: "the table", &facts)
            judgeReach(recovery.latest, of: "its continuous backups", &facts)
            append(recoveryPath(recovery.latest, days: recovery.periodDays ?? 35), facts)
        } else if let status = contents.pointInTimeRecovery.value?.status, status != .known(.disabled) {
            unread("point-in-time recovery is in state \(status.wire)")
        } else {
            deadEnd("point-in-time recovery is off")
        }
        let (others, _, unlisted) = otherReplicas(of: contents)
        if let gap = contents.table.gap.map({ "table unread: \($0)" }) ?? unlisted { unread(gap) }
        // Another account's past cannot be looked at from here.
        let own = others.filter {
            contents.table.value?.arn(in: $0.region).account == contents.table.value?.arn.account
        }
        examineBackups(ofTable: contents.name, in: [home] + own.map(\.region))
        guard !others.isEmpty else { return }
        deadEnd("its replicas follow every change")
        // Each replica has a point-in-time recovery of its own (3.5).
        for replica in own {
            if let gap = gap(in: replica.region, \.tables) {
                unread("point-in-time recovery of the replica in \(replica.region) unread: \(gap)")
                continue
            }
            guard let reading = native.table(named: contents.name, in: replica.region)?.pointInTimeRecovery else {
                continue
            }
            if let gap = reading.gap {
                unread("point-in-time recovery of the replica in \(replica.region) unread: \(gap)")
            }
            guard let recovery = reading.value, recovery.status == .known(.enabled) else { continue }
            var facts = PathFacts()
            if replica.status != .known(.active) {
                facts.faults.append("replica in \(replica.region) is \(replica.status?.wire ?? "in no known state")")
            }
            judgeKey(replica.keyARN, in: replica.region, of: "replica in \(replica.region)", &facts)
            judgeReach(recovery.latest, of: "the replica's continuous backups", &facts)
            var path = recoveryPath(recovery.latest, days: recovery.periodDays ?? 35)
            path.region = replica.region
            // What has not come to the replica yet is not in its past.
            if let arn = contents.table.value?.arn(in: replica.region).text,
                let lag = measuredLag(of: arn, called: "the replica in \(replica.region)", &facts)
            {
                path.recoveryPoint = path.recoveryPoint.map { $0 + lag }
            }
            append(path, facts)
        }
    }

    fileprivate mutating func examineFollowers(_ fileSystem: String?) {
        guard let fileSystem, !native.replications(of: fileSystem).isEmpty else { return }
        deadEnd("its replica follows every change")
    }

    // MARK: Snapshots

    fileprivate mutating func examineHistory(ofVolume place: NativePlace) {
        guard let volume = native.volume(place) else { return }
        if let gap = gap(in: home, \.snapshots) { unread("snapshots unread: \(gap)") }
        let policies = native.snapshotPolicies(of: place)
        examineCopies(of: volume, policies, isNoticedLate: true)
        examineSnapshots(of: volume, policies)
    }

    /// Those beside it, in its own region.
    private mutating func examineSnapshots(of volume: Volume, _ policies: SnapshotPolicies) {
        let newest = native.snapshots(of: volume.id)
            .filter { $0.region == home && $0.snapshot.state == .known(.completed) }
            .compactMap { found in found.snapshot.startedAt.map { (found.snapshot, $0) } }
            .max { $0.1 < $1.1 }
        guard let (snapshot, start) = newest else {
            deadEnd("no snapshot")
            return
        }
        var facts = PathFacts()
        let age = Duration(from: start, to: account.now)
        let hasFailed = native.snapshots(of: volume.id).contains { found in
            found.region == home && found.snapshot.state == .known(.error)
                && (found.snapshot.startedAt ?? .distantPast) > start
        }
        if hasFailed { facts.faults.append("a snapshot after the newest one failed") }
        let rhythms = policies.policies(of: volume).flatMap(\.rhythms)
        let limits = rhythms.map(\.gap)
        if let limit = limits.compactMap({ $0 }).min().map({ $0 + .hours(2) }) {
            if !objective.boundsAge, age > limit {
                let (old, due) = Duration.words(age, against: limit)
                facts.faults.append("newest snapshot is \(old) old, its policy renews it within \(due)")
            }
        } else if !limits.isEmpty {
            facts.unread.append("how often its snapshot policy runs is not understood")
        } else if let gap = policies.gap(of: volume) {
            facts.unread.append(gap)
        } else {
            facts.faults.append("newest snapshot is \(age.words) old and no policy renews it")
        }
        judgeReach(of: volume, rhythms, &facts)
        judgeKey(snapshot.keyARN, in: home, of: "snapshot \(snapshot.id)", &facts)
        let isArchived = snapshot.tier == "archive"
        if isArchived { facts.notes.append("it is archived: restoring it takes days") }
        let kept = rhythms.map(\.keeps)
        append(
            RecoveryPath(
                mechanism: .ebsSnapshot, region: home, account: account.caller,
                target: account.arn(ofSnapshot: snapshot.id, in: home), scope: .whole,
                healthy: true, assurance: .observed, recoveryPoint: Estimate(duration: age, basis: .measured),
                recoveryTime: isArchived ? RecoveryTimes.archivedSnapshot : RecoveryTimes.restore(of: .ebsVolume),
                retention: kept.contains(nil) || policies.gap(of: volume) != nil
                    ? nil : kept.compactMap(\.self).max().map { .lasting($0) } ?? .forever, reasons: []), facts)
    }

    /// A mistake is noticed within a week: a snapshot from before it must still be there then.
    private func judgeReach(of volume: Volume, _ rhythms: [SnapshotPolicies.Rhythm], _ facts: inout PathFacts) {
        guard let gap = rhythms.compactMap(\.gap).min() else { return }
        // What a schedule would keep that runs more rarely is not there by then.
        let week = Duration.days(VersionPaths.noticeDays)
        let frequent = rhythms.filter { $0.gap.map { $0 <= max(week, gap) } ?? true }
        let answers = frequent.map { $0.reachesBack(keeping: $0.keeps) }
        if answers.contains(true) { return }
        guard answers.contains(nil) else {
            if let kept = frequent.compactMap(\.keeps).max() {
                facts.faults.append(
                    kept < week
                        ? "its snapshots are kept for \(kept.words) only"
                        : "its snapshots are kept for \(kept.words), and the next is made after \(gap.words)")
            }
            return
        }
        // Where none tells, one of a week ago tells that they are kept; an ancient one made by hand does not.
        let isKept = native.snapshots(of: volume.id).contains { found in
            guard found.region == home, found.snapshot.state == .known(.completed), let start = found.snapshot.startedAt
            else { return false }
            let age = Duration(from: start, to: account.now)
            return age >= week && age <= week + gap + .hours(2)
        }
        if !isKept { facts.unread.append("how long its snapshot policy keeps them is not told") }
    }
}
