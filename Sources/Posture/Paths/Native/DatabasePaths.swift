import AWSModel

/// RDS: automated backups kept in another region, and read replicas there (3.1, 3.2).
extension NativeSearch {
    mutating func examineDatabase(_ place: NativePlace) {
        guard let database = native.database(place) else { return }
        examineReplicatedBackups(of: database)
        examineReplicas(named: database.replicas)
        examineSource(of: database)
        examineSnapshotCopies(of: place)
        guard found.paths.isEmpty, found.deadEnds.isEmpty else { return }
        deadEnd(
            database.multiAZ == true
                ? "Multi-AZ covers a zone, not the region"
                : "no replica, automated backup or snapshot in another region")
    }

    // MARK: Automated backups of another region

    /// The source's list says where they should be; the region that keeps them tells the truth (3.1).
    mutating func examineReplicatedBackups(of database: DBInstance) {
        var seen: Set<Region> = []
        for (region, backup) in native.automatedBackups(of: database.arn.text)
        where region != home && backup.recoveryPointARN == nil && isOf(database, backup) {
            seen.insert(region)
            examine(backup, in: region)
        }
        for text in database.replicatedBackups {
            guard let region = ARN(text)?.region, region != home, !seen.contains(region) else { continue }
            if let gap = gap(in: region, \.automatedBackups) {
                unread("automated backups in \(region) unread: \(gap)")
            } else {
                deadEnd("its automated backups should be in \(region) and are not there")
            }
        }
        // What is retained after a replication ended the source does not tell of.
        unreadElsewhere("automated backups") { $0.automatedBackups.gap }
    }

    /// An earlier instance of the same name may have left some: they are kept when it is deleted.
    private func isOf(_ database: DBInstance, _ backup: DBInstanceAutomatedBackup) -> Bool {
        if let id = backup.resourceID, let own = database.resourceID { return id == own }
        guard let created = database.createdAt, let latest = backup.latestRestorableTime else { return true }
        return latest >= created
    }

    private mutating func examine(_ backup: DBInstanceAutomatedBackup, in region: Region) {
        var facts = PathFacts()
        switch backup.status {
        case .known(.replicating): break
        case .known(let status): facts.faults.append("its automated backups in \(region) are \(status.rawValue)")
        case .other(let text): facts.unread.append("its automated backups in \(region) are in state \(text)")
        case nil: facts.unread.append("state of its automated backups in \(region) is not known")
        }
        judgeRegion(region, &facts)
        judgeKey(backup.keyARN, in: region, of: "its automated backups in \(region)", &facts)
        let lag = backup.latestRestorableTime.map { Duration(from: $0, to: account.now) }
        if let lag {
            judgeLag(lag, of: "the automated backup in \(region)", &facts)
        } else {
            facts.unread.append("how far its automated backups in \(region) reach is not known")
        }
        append(
            RecoveryPath(
                mechanism: .rdsAutomatedBackupReplication, region: region, account: account.caller,
                target: backup.arn ?? backup.instanceARN, scope: .whole, healthy: true,
                assurance: lag == nil ? .configured : .observed,
                recoveryPoint: lag.map { Estimate(duration: $0, basis: .measured) },
                recoveryTime: RecoveryTimes.restore(of: resource.type),
                retention: backup.backupRetentionDays.map { .lasting(.days($0)) }, reasons: []), facts)
    }

    // MARK: Read replicas

    mutating func examineReplicas(named names: [String]) {
        var seen: Set<String> = []
        var names = names
        examineDatabases(following: resource.arn, by: [], &seen, &names)
        for place in native.replicas(of: resource.arn) {
            if let replica = native.cluster(place), replica.arn.region != home {
                // A secondary of a global database names its writer as its source too.
                guard !native.isSecondary(replica.arn.text, of: resource.arn) else { continue }
                seen.insert(replica.arn.text)
                examine(replica)
            }
        }
        // A replica of another region is named by its ARN.
        for name in names {
            guard let arn = ARN(name), let region = arn.region, region != home, !seen.contains(name),
                !native.isSecondary(name, of: resource.arn)
            else { continue }
            let isCluster = arn.resource.hasPrefix("cluster:")
            if let gap = isCluster ? gap(in: region, \.clusters) : gap(in: region, \.databases) {
                unread("replica in \(region) unread: \(gap)")
            } else {
                deadEnd("replica \(arn.resource) is not in \(region) any more")
            }
        }
    }

    /// A replica beside its source is lost with it; what follows that one in another region is not.
    ///
    /// - Parameter names: gets what the replicas beside it are said to replicate to.
    private mutating func examineDatabases(
        following source: String, by replicas: [DBInstance], _ seen: inout Set<String>, _ names: inout [String]
    ) {
        for place in native.replicas(of: source) {
            guard let replica = native.database(place), seen.insert(replica.arn.text).inserted else { continue }
            if replica.arn.region == home {
                names += replica.replicas
                examineDatabases(following: replica.arn.text, by: replicas + [replica], &seen, &names)
            } else {
                examine(replica, by: replicas)
            }
        }
    }

    /// - Parameter between: the replicas that it follows the database by.
    private mutating func examine(_ replica: DBInstance, by between: [DBInstance]) {
        guard let region = replica.arn.region else { return }
        var facts = PathFacts()
        let isSeen = judgeReplication(to: replica, &facts)
        judgeRegion(region, &facts)
        judgeKey(replica.keyARN, in: region, of: "replica \(replica.identifier)", &facts)
        var lag = measuredLag(of: replica.arn.text, called: "replica \(replica.identifier)", &facts)
        for other in between {
            _ = judgeReplication(to: other, &facts)
            judgeKey(other.keyARN, in: home, of: "replica \(other.identifier)", &facts)
            let more = measuredLag(of: other.arn.text, called: "replica \(other.identifier)", &facts)
            lag = (lag ?? RecoveryTimes.replicaLag) + (more ?? RecoveryTimes.replicaLag)
        }
        append(replicaPath(replica.arn, in: region, isSeen: isSeen, lag, facts), facts)
    }

    /// - Returns: whether it is seen to replicate.
    private func judgeReplication(to replica: DBInstance, _ facts: inout PathFacts) -> Bool {
        let state = replica.statusInfos.first { $0.type == "read replication" }
        switch state?.status {
        case "replicating": break
        case let status?:
            let why = state?.message.map { ": \($0)" } ?? ""
            facts.faults.append("replication to \(replica.identifier) is in state \(status)\(why)")
        case nil: facts.unread.append("state of the replication to \(replica.identifier) is not known")
        }
        judgeStatus(replica.status, of: "replica \(replica.identifier)", &facts)
        return state?.status == "replicating"
    }

    /// A cluster that replicates from elsewhere tells nothing of how far it is; its metric does.
    private mutating func examine(_ replica: DBCluster) {
        guard let region = replica.arn.region else { return }
        var facts = PathFacts()
        let lag = measuredLag(of: replica.arn.text, called: "cluster \(replica.identifier)", &facts)
        if lag == nil {
            facts.unread.append("state of the replication to cluster \(replica.identifier) is not known")
        }
        judgeStatus(replica.status, of: "cluster \(replica.identifier)", &facts)
        judgeKey(replica.keyARN, in: region, of: "cluster \(replica.identifier)", &facts)
        append(replicaPath(replica.arn, in: region, isSeen: lag != nil, lag, facts), facts)
    }

    /// How far something is behind that has stopped nobody knows.
    private func replicaPath(
        _ arn: ARN, in region: Region, isSeen: Bool, _ lag: Estimate?, _ facts: PathFacts
    ) -> RecoveryPath {
        RecoveryPath(
            mechanism: .rdsReadReplica, region: region, account: arn.account, target: arn.text, scope: .whole,
            healthy: true, assurance: isSeen || lag != nil ? .observed : .configured,
            recoveryPoint: lag ?? (facts.faults.isEmpty ? RecoveryTimes.replicaLag : nil),
            recoveryTime: RecoveryTimes.promotion, reasons: [])
    }

    private mutating func examineSource(of replica: DBInstance) {
        if let source = replica.replicaSource { examineSource(named: source) }
    }

    /// A replica whose source is elsewhere loses nothing with its region: the source has it all.
    ///
    /// - Parameter followed: what led here, so that replicas that name each other are not followed for ever.
    mutating func examineSource(named name: String, after followed: Set<String> = []) {
        guard let arn = ARN(name), let region = arn.region, region != home, !followed.contains(name) else { return }
        var facts = PathFacts()
        let isCluster = arn.resource.hasPrefix("cluster:")
        if let source = native.database(arn: name) {
            judgeStatus(source.status, of: "its source \(source.identifier)", &facts)
            judgeKey(source.keyARN, in: region, of: "its source \(source.identifier)", &facts)
        } else if let source = native.cluster(arn: name) {
            judgeStatus(source.status, of: "its source \(source.identifier)", &facts)
            judgeKey(source.keyARN, in: region, of: "its source \(source.identifier)", &facts)
        } else {
            let gap = isCluster ? gap(in: region, \.clusters) : gap(in: region, \.databases)
            facts.unread.append("its source in \(region) unread: \(gap ?? "not there")")
        }
        // Where that is not to be had, what it replicates itself has it all too.
        if !facts.isHealthy, let source = native.database(arn: name), let next = source.replicaSource {
            examineSource(named: NativeIndex.arn(of: next, beside: source), after: followed.union([name]))
        }
        append(
            RecoveryPath(
                mechanism: .rdsReadReplica, region: region, account: arn.account, target: name, scope: .whole,
                healthy: true, assurance: .observed, recoveryPoint: Estimate(duration: .zero, basis: .configured),
                recoveryTime: RecoveryTimes.repointing, reasons: []), facts)
    }

    /// Statuses in which an instance or cluster cannot be promoted or used.
    func judgeStatus(_ status: String?, of what: String, _ facts: inout PathFacts) {
        let broken = [
            "failed", "stopped", "stopping", "deleting", "creating", "storage-full", "restore-error",
            "incompatible-network", "incompatible-parameters", "incompatible-restore", "incompatible-option-group",
            "inaccessible-encryption-credentials", "inaccessible-encryption-credentials-recoverable",
            "insufficient-capacity",
        ]
        if let status, broken.contains(status) { facts.faults.append("\(what) is \(status)") }
    }

    /// Why a listing of a region was not read; nil when it was.
    func gap<Value>(in region: Region, _ listing: KeyPath<NativeRegion, Reading<Value>>) -> String? {
        guard let native = native.region(region) else { return "not read" }
        return native[keyPath: listing].gap
    }
}
