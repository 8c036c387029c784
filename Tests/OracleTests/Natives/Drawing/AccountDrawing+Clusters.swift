import AWSModel

extension AccountDrawing {
    mutating func cluster(_ name: String, _ steps: Int) -> DrawnCluster {
        var cluster = DrawnCluster(basics: basics(name))
        cluster.isAurora = dice.chance(80)
        cluster.backupDays = dice.pick(1, 3, 7, 7, 14, 35)
        cluster.isGuarded = dice.chance(40)
        let home = cluster.basics
        for _ in 0..<dice.pick(0, 0, 1, 2) {
            var snapshot = snapshot(of: home, steps)
            // Whether a snapshot of a cluster of several zones can be copied is not known (2.10).
            if !cluster.isAurora { snapshot.copies = [] }
            cluster.snapshots.append(snapshot)
        }
        guard cluster.isAurora else { return cluster }
        switch dice.number(0...9) {
        case 0...4:
            let others = DrawnAccount.regions.filter { $0 != home.region }
            for region in others where dice.chance(60) {
                cluster.secondaries.append(secondary("\(name)-\(region)", of: home, in: region, steps))
            }
            cluster.isGlobal = true
        case 5, 6: cluster.replicas.append(replica("\(name)-r", of: home, steps, near: 10, depth: 1))
        default: break
        }
        return cluster
    }

    private mutating func secondary(
        _ name: String, of source: DrawnBasics, in region: Region, _ steps: Int
    ) -> DrawnReplica {
        var secondary = DrawnReplica(basics: DrawnBasics(name: name, region: region))
        secondary.basics.key = key(ofCopyIn: region, of: source)
        secondary.lag = dice.pick(.untold, .untold, .seconds(1), .seconds(30), .seconds(900), .seconds(20_000))
        secondary.from = dice.pick(0, 0, 0, 1, 2)
        if dice.chance(20) { secondary.stoppedFrom = dice.number(secondary.from + 1...steps + 2) }
        if dice.chance(8) { secondary.status = dice.pick("stopped", "failed", "backing-up") }
        secondary.isHeadless = dice.chance(25)
        return secondary
    }
}
