import AWSModel

extension AccountDrawing {
    mutating func table(_ name: String, _ steps: Int) -> DrawnTable {
        var table = DrawnTable(basics: basics(name))
        if dice.chance(60) { table.recoverableFrom = dice.pick(0, 0, 0, 1) }
        table.recoveryDays = dice.pick(35, 35, 35, 7, 3)
        table.isGuarded = dice.chance(30)
        if dice.chance(25) { table.backups.append(dice.number(0...steps)) }
        guard dice.chance(50) else { return table }
        for region in DrawnAccount.regions where region != table.basics.region && dice.chance(60) {
            table.replicas.append(replica(of: table.basics, in: region, steps))
        }
        return table
    }

    private mutating func replica(of source: DrawnBasics, in region: Region, _ steps: Int) -> DrawnTableReplica {
        var replica = DrawnTableReplica(
            basics: DrawnBasics(name: source.name, region: region, key: key(ofCopyIn: region, of: source)))
        replica.lag = dice.pick(.untold, .untold, .seconds(1), .seconds(60), .seconds(900), .seconds(20_000))
        replica.from = dice.pick(0, 0, 0, 1, 2)
        if dice.chance(15) {
            replica.trouble = dice.pick(
                "INACCESSIBLE_ENCRYPTION_CREDENTIALS", "REGION_DISABLED", "CREATION_FAILED", "DELETING", "UPDATING")
            replica.stoppedFrom = dice.number(replica.from + 1...steps + 2)
        }
        if dice.chance(10) { replica.removedFrom = dice.number(replica.from + 1...steps + 2) }
        if dice.chance(30) { replica.recoverableFrom = replica.from + dice.pick(0, 1) }
        return replica
    }
}
