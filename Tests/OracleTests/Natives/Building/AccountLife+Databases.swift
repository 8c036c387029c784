import AWSModel
import Foundation
import SimulatedAWS

extension AccountLife {
    mutating func live(_ drawn: DrawnDatabase, _ step: Int) {
        if step == 0 { layOut(drawn) }
        for replica in drawn.replicas { live(replica, of: drawn.arn, step) }
        for kept in drawn.keptBackups { live(kept, of: drawn, step) }
        for (number, snapshot) in drawn.snapshots.enumerated() { live(snapshot, number, of: drawn.arn, step) }
    }

    private func layOut(_ drawn: DrawnDatabase) {
        let (basics, key) = (drawn.basics, arn(ofKey: drawn.basics.key))
        aws.configure { account in
            account.databases.addInstance(basics.name, in: basics.region, account: account.id, at: account.now)
            account.databases.updateInstance(basics.name, in: basics.region) { instance in
                instance.keyARN = key
                instance.tags = basics.tags
                instance.backupRetentionDays = drawn.backupDays
                instance.isMultiAZ = drawn.isMultiAZ
                instance.deletionProtection = drawn.isGuarded
                instance.size = ByteCount(5 << 30)
            }
        }
    }

    private mutating func live(_ replica: DrawnReplica, of source: String, _ step: Int) {
        let (basics, key, source) = (replica.basics, arn(ofKey: replica.basics.key), ARN(source))
        if step == replica.from {
            aws.configure { account in
                account.databases.addInstance(basics.name, in: basics.region, account: account.id, at: account.now)
                account.databases.updateInstance(basics.name, in: basics.region) { instance in
                    instance.sourceARN = source
                    instance.keyARN = key
                    instance.backupRetentionDays = 0
                }
            }
        }
        if step == replica.stoppedFrom {
            stops[arn(of: replica)] = aws.now
            aws.configure {
                $0.databases.updateInstance(basics.name, in: basics.region) { $0.replicationError = "It stopped." }
            }
        }
        for second in replica.second { live(second, of: arn(of: replica), step) }
    }

    func settle(_ replica: DrawnReplica) {
        let (basics, lag) = (replica.basics, lagSeconds(replica.lag, arn(of: replica)))
        aws.configure {
            $0.databases.updateInstance(basics.name, in: basics.region) { instance in
                instance.lagSeconds = lag
                instance.status = replica.status ?? instance.status
            }
        }
    }

    private func arn(of replica: DrawnReplica) -> String {
        "arn:aws:rds:\(replica.basics.region):\(DrawnAccount.id):db:\(replica.basics.name)"
    }

    private func live(_ kept: DrawnKeptBackup, of drawn: DrawnDatabase, _ step: Int) {
        let key = arn(ofKey: kept.key)
        if step == kept.from {
            aws.configure { account in
                guard let source = ARN(drawn.arn).flatMap(account.databases.instance) else { return }
                let made = account.databases.replicateBackups(
                    of: source, to: kept.region, account: account.id, keyARN: key, at: account.now)
                account.databases.updateBackupReplication(made.arn) { $0.lag = .seconds(kept.lag) }
            }
        }
        if step == kept.stoppedFrom {
            aws.configure { account in
                for held in account.databases.backupReplications[kept.region] ?? []
                where held.source.arn.text == drawn.arn {
                    let now = account.now
                    account.databases.updateBackupReplication(held.arn) { $0.stoppedAt = now }
                }
            }
        }
    }
}
