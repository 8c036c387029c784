import AWSModel
import Foundation
import SimulatedAWS

extension AccountLife {
    mutating func live(_ drawn: DrawnTable, _ step: Int) {
        let (basics, key) = (drawn.basics, arn(ofKey: drawn.basics.key))
        if step == 0 {
            aws.configure { account in
                account.tables.add(basics.name, in: basics.region, account: account.id, at: account.now)
                account.tables.update(basics.name, in: basics.region) { table in
                    table.keyARN = key
                    table.tags = basics.tags
                    table.deletionProtection = drawn.isGuarded
                    table.recoveryPeriodInDays = drawn.recoveryDays
                    table.size = ByteCount(1 << 30)
                }
            }
        }
        if step == drawn.recoverableFrom { recover(basics) }
        if drawn.backups.contains(step) {
            aws.configure { account in
                guard let table = account.tables[basics.name, basics.region] else { return }
                account.tables.backUp(table, named: "by-hand", at: account.now)
            }
        }
        for replica in drawn.replicas { live(replica, of: basics, step) }
    }

    private mutating func live(_ replica: DrawnTableReplica, of source: DrawnBasics, _ step: Int) {
        let (basics, key) = (replica.basics, arn(ofKey: replica.basics.key))
        if step == replica.from {
            aws.configure { account in
                account.tables.addReplica(
                    of: source.name, in: source.region, to: basics.region, keyARN: key, at: account.now)
            }
        }
        if step == replica.recoverableFrom { recover(basics) }
        if step == replica.stoppedFrom {
            // A replica that is being updated goes on to follow.
            if replica.trouble != "UPDATING" { stops[DrawnTable.arn(basics)] = aws.now }
            aws.configure {
                $0.tables.update(basics.name, in: basics.region) { $0.replicaTrouble = replica.trouble }
            }
        }
        if step == replica.removedFrom { aws.configure { $0.tables.remove(basics.name, in: basics.region) } }
    }

    private func recover(_ basics: DrawnBasics) {
        aws.configure { account in
            let now = account.now
            account.tables.update(basics.name, in: basics.region) { $0.recoverableSince = now }
        }
    }

    func settle(table replica: DrawnTableReplica) {
        let lag = lagSeconds(replica.lag, DrawnTable.arn(replica.basics))
        aws.configure {
            $0.tables.update(replica.basics.name, in: replica.basics.region) { $0.lagSeconds = lag }
        }
    }
}
