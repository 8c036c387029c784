import AWSModel

/// DynamoDB: the other regions of a global table (3.5).
extension NativeSearch {
    mutating func examineTable(_ place: NativePlace) {
        guard let contents = native.table(place) else { return }
        guard let table = contents.table.value else {
            unread("table unread: \(contents.table.gap ?? "not there")")
            return
        }
        let others = otherReplicas(of: contents)
        if let gap = others.gap { unread(gap) }
        for replica in others.replicas { examine(replica, of: table) }
        for region in others.gone { deadEnd("its replica in \(region) is not there any more") }
        guard found.paths.isEmpty, found.deadEnds.isEmpty else { return }
        if !native.tableBackups(of: contents.name, in: home).isEmpty { deadEnd("its backups stay in \(home)") }
        deadEnd(
            contents.pointInTimeRecovery.value?.status == .known(.enabled)
                ? "point-in-time recovery in \(home) only" : "no replica in another region")
    }

    /// The replicas in other regions; the table itself does not tell of those of version 2017.11.29 (3.5).
    func otherReplicas(of contents: TableContents) -> (replicas: [Table.Replica], gone: [Region], gap: String?) {
        let told = (contents.table.value?.replicas ?? []).filter { $0.region != home }
        guard told.isEmpty, contents.table.value?.globalTableVersion != "2019.11.21" else { return (told, [], nil) }
        if let gap = gap(in: home, \.globalTables) {
            return ([], [], "global tables of version 2017.11.29 unread: \(gap)")
        }
        guard let global = native.globalTable(named: contents.name, in: home) else {
            let isOld = contents.table.value?.globalTableVersion == "2017.11.29"
            return ([], [], isOld ? "replicas of its global table of version 2017.11.29 are not listed" : nil)
        }
        var replicas: [Table.Replica] = []
        var gone: [Region] = []
        for region in global.replicas.map(\.region) where region != home {
            guard gap(in: region, \.tables) == nil else {
                replicas.append(Table.Replica(region: region))
                continue
            }
            guard let other = native.table(named: contents.name, in: region), !other.table.isAbsent else {
                gone.append(region)
                continue
            }
            let state = other.table.value
            replicas.append(
                Table.Replica(
                    region: region, status: state?.status.map { Open($0) }, keyARN: state?.encryption?.keyARN))
        }
        return (replicas, gone, nil)
    }

    /// What the replica's own region says of it: that stands, whatever the others list.
    private func judgeTable(_ own: Table, in region: Region, _ facts: inout PathFacts) {
        let name = own.name
        if let gap = gap(in: region, \.tables) ?? native.table(named: name, in: region)?.table.gap {
            facts.unread.append("table \(name) in \(region) unread: \(gap)")
            return
        }
        guard let contents = native.table(named: name, in: region), !contents.table.isAbsent else {
            facts.faults.append("there is no table \(name) in \(region)")
            return
        }
        guard let table = contents.table.value else { return }
        if let status = table.status, !["ACTIVE", "UPDATING"].contains(status) {
            facts.faults.append("table \(name) in \(region) is \(status)")
        }
        if own.globalTableVersion == "2019.11.21", (table.replicas ?? []).isEmpty {
            facts.faults.append("table \(name) in \(region) is no replica of another")
        }
    }

    /// Backups that somebody asked for: they outlive the table, stay in its region, and nothing renews them (3.4).
    mutating func examineBackups(ofTable name: String, in regions: [Region]) {
        for region in regions {
            if let gap = gap(in: region, \.tableBackups) {
                found.unread.append(UnreadFact("backups of tables in \(region) unread: \(gap)", ceiling: .atRisk))
                continue
            }
            let id = native.table(named: name, in: region)?.table.value?.id
            let own = native.tableBackups(of: name, in: region).filter { backup in
                // Not those of AWS Backup, nor those of an earlier table of that name.
                (backup.kind == nil || backup.kind == .known(.user))
                    && (backup.tableID == nil || id == nil || backup.tableID == id)
            }
            let dated = own.filter { $0.status == .known(.available) }
                .compactMap { backup in backup.createdAt.map { (backup, $0) } }
            guard let (backup, moment) = dated.max(by: { $0.1 < $1.1 }) else { continue }
            var facts = PathFacts()
            let age = Duration(from: moment, to: account.now)
            facts.faults.append("newest backup by hand is \(age.words) old and nothing renews it")
            append(
                RecoveryPath(
                    mechanism: .dynamoDBBackup, region: region, account: ARN(backup.arn)?.account,
                    target: backup.arn, scope: .whole, healthy: true, assurance: .observed,
                    recoveryPoint: Estimate(duration: age, basis: .measured),
                    recoveryTime: RecoveryTimes.restore(of: .dynamoDBTable), retention: .forever, reasons: []), facts)
        }
    }

    private mutating func examine(_ replica: Table.Replica, of table: Table) {
        var facts = PathFacts()
        switch replica.status {
        case .known(.active), .known(.updating): break
        case .known(let status): facts.faults.append("replica in \(replica.region) is \(status.rawValue)")
        case .other(let text): facts.unread.append("replica in \(replica.region) is in state \(text)")
        case nil: facts.unread.append("state of the replica in \(replica.region) is not known")
        }
        let arn = table.arn(in: replica.region)
        if arn.account == table.arn.account {
            judgeTable(table, in: replica.region, &facts)
        } else {
            // Another account's cannot be looked at from here.
            facts.notes.append("it is account \(arn.account?.digits ?? "")'s")
        }
        judgeRegion(replica.region, &facts)
        judgeKey(replica.keyARN, in: replica.region, of: "replica in \(replica.region)", &facts)
        let lag = measuredLag(of: arn.text, called: "the replica in \(replica.region)", &facts)
        append(
            RecoveryPath(
                mechanism: .dynamoDBGlobalTable, region: replica.region, account: arn.account, target: arn.text,
                scope: .whole, healthy: true,
                assurance: replica.status == .known(.active) || lag != nil ? .observed : .configured,
                recoveryPoint: table.consistency == .known(.strong)
                    ? Estimate(duration: .zero, basis: .configured) : lag ?? RecoveryTimes.tableLag,
                recoveryTime: RecoveryTimes.repointing, reasons: []), facts)
    }
}
