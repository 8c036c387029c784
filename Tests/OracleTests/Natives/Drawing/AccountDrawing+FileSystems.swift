import AWSModel

extension AccountDrawing {
    mutating func fileSystem(_ name: String, _ steps: Int) -> DrawnFileSystem {
        var fileSystem = DrawnFileSystem(basics: basics("fs-0" + name))
        fileSystem.isOneZone = dice.chance(20)
        guard dice.chance(65) else { return fileSystem }
        let region = elsewhere(fileSystem.basics.region)
        var replica = DrawnFileReplica(
            basics: DrawnBasics(
                name: "fs-1" + name, region: region,
                key: dice.chance(60) ? key(of: region) : key(ofCopyIn: region, of: fileSystem.basics)))
        replica.from = dice.pick(0, 0, 0, 1, steps)
        if dice.chance(20) { replica.failedFrom = dice.number(replica.from + 1...steps + 2) }
        if dice.chance(8) { replica.endedFrom = dice.number(replica.from + 1...steps + 2) }
        fileSystem.replica = replica
        return fileSystem
    }
}
