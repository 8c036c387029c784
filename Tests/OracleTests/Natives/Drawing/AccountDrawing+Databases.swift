import AWSModel

extension AccountDrawing {
    mutating func database(_ name: String, _ steps: Int) -> DrawnDatabase {
        var database = DrawnDatabase(basics: basics(name))
        database.backupDays = dice.pick(0, 1, 3, 7, 7, 7, 14, 35)
        database.isMultiAZ = dice.chance(40)
        database.isGuarded = dice.chance(40)
        let home = database.basics
        // A replica and backups elsewhere need automated backups (3.1, 3.2).
        if database.backupDays > 0 {
            for number in 0..<dice.pick(0, 0, 1, 1, 2) {
                database.replicas.append(replica("\(name)-r\(number)", of: home, steps))
            }
            if dice.chance(30) { database.keptBackups.append(keptBackup(of: home, steps)) }
        }
        for _ in 0..<dice.pick(0, 0, 1, 2) { database.snapshots.append(snapshot(of: home, steps)) }
        return database
    }

    mutating func replica(
        _ name: String, of source: DrawnBasics, _ steps: Int, near: Int = 20, depth: Int = 0
    ) -> DrawnReplica {
        let region = elsewhere(source.region, near: near)
        var replica = DrawnReplica(basics: DrawnBasics(name: name, region: region))
        // In one region a replica has its source's key.
        replica.basics.key = region == source.region ? source.key : key(ofCopyIn: region, of: source)
        replica.lag = dice.pick(
            .untold, .untold, .seconds(2), .seconds(40), .seconds(900), .seconds(20_000), .cannotBeTold)
        replica.from = dice.pick(0, 0, 0, 1, 2)
        if dice.chance(20) { replica.stoppedFrom = dice.number(replica.from + 1...steps + 2) }
        if dice.chance(8) { replica.status = dice.pick("stopped", "storage-full", "failed", "rebooting") }
        if depth == 0, dice.chance(12) {
            // Not back where the first one follows from.
            let second = self.replica(name + "x", of: replica.basics, steps, near: 0, depth: 1)
            if second.basics.region != source.region { replica.second = [second] }
        }
        return replica
    }

    private mutating func keptBackup(of source: DrawnBasics, _ steps: Int) -> DrawnKeptBackup {
        let region = elsewhere(source.region, near: 0)
        var kept = DrawnKeptBackup(region: region, key: key(ofCopyIn: region, of: source))
        kept.from = dice.pick(0, 0, 1)
        if dice.chance(20) { kept.stoppedFrom = dice.number(kept.from + 1...steps + 2) }
        kept.lag = dice.pick(300, 480, 480, 3_000, 20_000)
        return kept
    }

    mutating func snapshot(of source: DrawnBasics, _ steps: Int) -> DrawnSnapshot {
        var snapshot = DrawnSnapshot(step: dice.number(0...steps - 1))
        snapshot.trouble = dice.pick(nil, nil, nil, nil, .failed, .unfinished)
        if dice.chance(25) { snapshot.deletedFrom = dice.number(snapshot.step + 1...steps + 2) }
        guard snapshot.trouble == nil else { return snapshot }
        for _ in 0..<dice.pick(0, 1, 1, 2) {
            let region = elsewhere(source.region)
            var copy = DrawnSnapshot.Copy(region: region, key: key(ofCopyIn: region, of: source))
            copy.delay = dice.pick(0, 1, 2)
            copy.trouble = dice.pick(nil, nil, nil, nil, .failed, .unfinished)
            copy.tellsOrigin = !dice.chance(15)
            if copy.trouble == nil, dice.chance(15) {
                let second = elsewhere(source.region)
                copy.second = second
                copy.secondKey = copy.key == nil ? nil : key(of: second)
            }
            snapshot.copies.append(copy)
        }
        return snapshot
    }
}
