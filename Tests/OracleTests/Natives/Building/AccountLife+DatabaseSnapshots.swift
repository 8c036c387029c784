import AWSModel
import SimulatedAWS

extension AccountLife {
    /// - Parameter database: the ARN of an instance or a cluster.
    func live(_ drawn: DrawnSnapshot, _ number: Int, of database: String, _ step: Int) {
        guard let arn = ARN(database), let home = arn.region else { return }
        let name = (arn.resource.split(separator: ":").last.map(String.init) ?? "") + "-s\(number)"
        if step == drawn.step {
            aws.configure { account in
                guard let made = account.takeSnapshot(of: arn, named: name) else { return }
                account.databases.updateSnapshot(made.arn, in: home) { $0.fall(into: drawn.trouble) }
            }
        }
        for (index, copy) in drawn.copies.enumerated() where step == drawn.step + copy.delay {
            let key = self.arn(ofKey: copy.key)
            let copyName = "\(name)-c\(index)"
            aws.configure { account in
                guard let source = account.snapshot(name, in: home) else { return }
                let made = account.databases.copy(
                    source, to: copy.region, named: copyName, keyARN: key, account: account.id, at: account.now)
                account.databases.updateSnapshot(made.arn, in: copy.region) { $0.fall(into: copy.trouble) }
            }
        }
        for (index, copy) in drawn.copies.enumerated() where step == drawn.step + copy.delay + 1 {
            guard let region = copy.second else { continue }
            let (name, key) = ("\(name)-c\(index)", self.arn(ofKey: copy.secondKey))
            aws.configure { account in
                guard let source = account.snapshot(name, in: copy.region) else { return }
                account.databases.copy(
                    source, to: region, named: name + "x", keyARN: key, account: account.id, at: account.now)
            }
        }
        if step == drawn.deletedFrom {
            aws.configure { account in
                guard let made = account.snapshot(name, in: home) else { return }
                account.databases.updateSnapshot(made.arn, in: home, nil)
            }
        }
    }
}

extension RDSSnapshot {
    fileprivate mutating func fall(into trouble: DrawnSnapshot.Trouble?) {
        guard let trouble else { return }
        status = trouble == .failed ? "failed" : "creating"
    }
}

extension SimulatedAccount {
    fileprivate mutating func takeSnapshot(of arn: ARN, named name: String) -> RDSSnapshot? {
        if let instance = databases.instance(arn) { return databases.snapshot(instance, named: name, at: now) }
        let cluster = arn.region.flatMap { databases.clusters[$0]?.values.first { $0.arn == arn } }
        return cluster.map { databases.snapshot($0, named: name, at: now) }
    }

    /// One that was made by hand.
    fileprivate func snapshot(_ name: String, in region: Region) -> RDSSnapshot? {
        databases.snapshots[region]?.values.first { $0.arn.hasSuffix("snapshot:" + name) }
    }
}
