import AWSModel
import Foundation
import SimulatedAWS

extension AccountLife {
    mutating func live(_ drawn: DrawnCluster, _ step: Int) {
        if step == 0 { layOut(drawn) }
        for secondary in drawn.secondaries + drawn.replicas { live(secondary, of: drawn, step) }
        for (number, snapshot) in drawn.snapshots.enumerated() { live(snapshot, number, of: drawn.arn, step) }
    }

    private func layOut(_ drawn: DrawnCluster) {
        let key = arn(ofKey: drawn.basics.key)
        aws.configure { account in
            let made = account.addCluster(drawn.basics, key, drawn.isAurora, instances: drawn.isAurora ? 1 : 3)
            account.databases.updateCluster(made.identifier, in: made.region) { cluster in
                cluster.backupRetentionDays = drawn.backupDays
                cluster.deletionProtection = drawn.isGuarded
            }
            guard drawn.isGlobal else { return }
            account.databases.addGlobalCluster(
                drawn.global, in: made.region, account: account.id, engine: made.engine,
                engineVersion: made.engineVersion)
            account.databases.join(made, to: drawn.global)
        }
    }

    private mutating func live(_ replica: DrawnReplica, of drawn: DrawnCluster, _ step: Int) {
        let (basics, key) = (replica.basics, arn(ofKey: replica.basics.key))
        if step == replica.from {
            aws.configure { account in
                let made = account.addCluster(basics, key, true, instances: replica.isHeadless ? 0 : 1)
                if drawn.isGlobal {
                    account.databases.join(made, to: drawn.global)
                } else {
                    account.databases.updateCluster(made.identifier, in: made.region) {
                        $0.sourceARN = ARN(drawn.arn)
                    }
                }
            }
        }
        guard step == replica.stoppedFrom else { return }
        let arn = DrawnCluster.arn(basics)
        stops[arn] = aws.now
        aws.configure { account in
            account.databases.updateGlobalCluster(drawn.global) { global in
                for index in global.members.indices where global.members[index].cluster.text == arn {
                    global.members[index].synchronization = "pending-resync"
                }
            }
        }
    }

    func settle(cluster replica: DrawnReplica) {
        let (basics, lag) = (replica.basics, lagSeconds(replica.lag, DrawnCluster.arn(replica.basics)))
        aws.configure {
            $0.databases.updateCluster(basics.name, in: basics.region) { cluster in
                cluster.lagSeconds = lag
                cluster.status = replica.status ?? cluster.status
            }
        }
    }
}

extension SimulatedAccount {
    fileprivate mutating func addCluster(
        _ drawn: DrawnBasics, _ key: String?, _ isAurora: Bool, instances: Int
    ) -> SimulatedDBCluster {
        let made = databases.addCluster(drawn.name, in: drawn.region, account: id, at: now)
        databases.updateCluster(drawn.name, in: drawn.region) { cluster in
            cluster.engine = isAurora ? "aurora-postgresql" : "postgres"
            cluster.keyARN = key
            cluster.tags = drawn.tags
            cluster.size = ByteCount(5 << 30)
        }
        for number in 0..<instances {
            let name = "\(drawn.name)-i\(number)"
            databases.addInstance(name, in: drawn.region, account: id, at: now)
            databases.updateInstance(name, in: drawn.region) { $0.clusterIdentifier = drawn.name }
        }
        return databases.clusters[drawn.region]?[drawn.name] ?? made
    }
}
