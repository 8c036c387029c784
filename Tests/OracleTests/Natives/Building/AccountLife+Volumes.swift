import AWSModel
import Foundation
import SimulatedAWS

extension AccountLife {
    mutating func live(_ drawn: DrawnVolume, _ step: Int) {
        let (basics, key) = (drawn.basics, arn(ofKey: drawn.basics.key))
        if step == 0 {
            aws.configure { account in
                account.volumes.addVolume(basics.name, in: basics.region, account: account.id, at: account.now)
                account.volumes.updateVolume(basics.name, in: basics.region) { volume in
                    volume.gibibytes = drawn.gibibytes
                    volume.size = ByteCount(Int64(drawn.gibibytes) << 30)
                    volume.keyARN = key
                    volume.tags = basics.tags
                }
            }
        }
        for (number, snapshot) in drawn.snapshots.enumerated() { live(snapshot, number, of: drawn, step) }
    }

    private mutating func live(_ drawn: DrawnSnapshot, _ number: Int, of volume: DrawnVolume, _ step: Int) {
        let (place, home) = ("\(volume.basics.name) \(number)", volume.basics.region)
        if step == drawn.step {
            volumeSnapshots[place] = aws.configure { account in
                account.volumes.volumes[home]?[volume.basics.name].map { found in
                    let made = account.volumes.snapshot(found, at: account.now, description: "by hand")
                    account.fail(made, drawn.trouble)
                    return made.id
                }
            }
        }
        for (index, copy) in drawn.copies.enumerated() {
            // A snapshot is copied once it is whole.
            let delay = max(1, copy.delay)
            if step == drawn.step + delay {
                volumeSnapshots["\(place) \(index)"] = self.copy(
                    volumeSnapshots[place], in: home, to: copy.region, copy.key, copy.trouble, copy.tellsOrigin)
            }
            if step == drawn.step + delay + 1, let second = copy.second {
                _ = self.copy(
                    volumeSnapshots["\(place) \(index)"], in: copy.region, to: second, copy.secondKey, nil, true)
            }
        }
        if step == drawn.deletedFrom, let id = volumeSnapshots[place] {
            aws.configure { $0.volumes.deleteSnapshot(id, in: home) }
        }
    }

    private func copy(
        _ id: String?, in home: Region, to region: Region, _ key: String?, _ trouble: DrawnSnapshot.Trouble?,
        _ tellsOrigin: Bool
    ) -> String? {
        let key = arn(ofKey: key)
        return aws.configure { account in
            guard let source = id.flatMap({ account.volumes.snapshots[home]?[$0] }), source.isCompleted(at: account.now)
            else { return nil }
            let made = account.volumes.copy(
                source, to: region, at: account.now, description: tellsOrigin ? nil : "for later", keyARN: key)
            account.fail(made, trouble)
            return made.id
        }
    }

    mutating func live(_ drawn: DrawnSnapshotPolicy, _ step: Int) {
        if step == drawn.from {
            let details = drawn.details { self.arn(ofKey: $0) }
            policyIDs[drawn.name] = aws.configure { account in
                account.lifecyclePolicies.add(
                    drawn.name, details: details, roleARN: "arn:aws:iam::\(DrawnAccount.id):role/dlm",
                    in: drawn.region, account: account.id, at: account.now
                ).id
            }
        }
        if step == drawn.failsFrom, let region = drawn.copies.first?.region {
            aws.configure { $0.volumes.failingCopies[region] = "ResourceLimitExceeded" }
        }
        if step == drawn.offFrom, let id = policyIDs[drawn.name] {
            aws.configure { $0.lifecyclePolicies.update(id, in: drawn.region) { $0.state = "DISABLED" } }
        }
    }
}

extension SimulatedAccount {
    fileprivate mutating func fail(_ snapshot: SimulatedSnapshot, _ trouble: DrawnSnapshot.Trouble?) {
        guard trouble != nil else { return }
        volumes.updateSnapshot(snapshot.id, in: snapshot.region) { $0.failure = "It failed." }
    }
}
