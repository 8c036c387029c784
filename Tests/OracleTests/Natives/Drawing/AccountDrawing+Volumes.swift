import AWSModel

extension AccountDrawing {
    mutating func volume(_ name: String, _ steps: Int, _ account: inout DrawnAccount) -> DrawnVolume {
        var volume = DrawnVolume(basics: basics("vol-0" + name), gibibytes: dice.pick(1, 8, 100))
        for _ in 0..<dice.pick(0, 0, 0, 1, 2) { volume.snapshots.append(snapshot(of: volume.basics, steps)) }
        if dice.chance(55) {
            let policy = policy("\(name)-policy", of: volume.basics, steps)
            volume.basics.tags["snapshots"] = dice.chance(90) ? policy.name : "never"
            account.natives.policies.append(policy)
        }
        return volume
    }

    private mutating func policy(_ name: String, of volume: DrawnBasics, _ steps: Int) -> DrawnSnapshotPolicy {
        var policy = DrawnSnapshotPolicy(name: name, region: dice.chance(95) ? volume.region : region())
        policy.hours = dice.pick(4, 6, 12, 12, 24)
        policy.weekday = dice.chance(10) ? "SUN" : nil
        policy.keeps = dice.pick(.newest(2), .newest(7), .newest(40), .days(1), .days(8), .days(30))
        policy.from = dice.pick(0, 0, 0, 1)
        if dice.chance(20) { policy.offFrom = dice.number(policy.from + 1...steps + 2) }
        if dice.chance(15) { policy.failsFrom = dice.number(policy.from + 1...steps) }
        for _ in 0..<dice.pick(0, 1, 1, 1, 2) {
            let region = elsewhere(volume.region, near: 0)
            guard !policy.copies.contains(where: { $0.region == region }) else { continue }
            policy.copies.append(
                DrawnSnapshotPolicy.Copy(
                    region: region, key: key(ofCopyIn: region, of: volume), days: dice.pick(1, 2, 8, 30)))
        }
        return policy
    }
}
