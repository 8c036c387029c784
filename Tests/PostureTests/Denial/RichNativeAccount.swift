import AWSModel
import Foundation

@testable import Posture

/// Databases, tables, volumes and file systems with every kind of protection and fault.
func richNativeAccount() -> TestAccount {
    var account = TestAccount.withNative()
    addDatabases(to: &account)
    addClustersAndTables(to: &account)
    addDisks(to: &account)
    return account
}

private func addDatabases(to account: inout TestAccount) {
    func replica(_ name: String, of source: String, lag: Reading<Double>, _ status: String = "replicating") {
        account.addDatabase(name, in: TestAccount.away) {
            $0.replicaSource = TestAccount.arn("rds", "db:\(source)").text
            $0.statusInfos = [.init(type: "read replication", status: status)]
            $0.keyARN = TestAccount.keyARN(TestAccount.away)
        }
        account.addLag(of: TestAccount.arn("rds", "db:\(name)", TestAccount.away), lag)
    }
    for name in ["shop", "late", "lost", "broken", "lonely", "copied"] {
        account.addDatabase(name) {
            $0.deletionProtection = name != "late"
            if ["shop", "late", "lost", "broken"].contains(name) {
                $0.replicas = [TestAccount.arn("rds", "db:\(name)-dr", TestAccount.away).text]
            }
        }
    }
    account.addDatabase("off") { $0.backupRetentionDays = 0 }
    replica("shop-dr", of: "shop", lag: read(12))
    replica("late-dr", of: "late", lag: read(5 * 3600))
    replica("lost-dr", of: "lost", lag: read(-1))
    replica("broken-dr", of: "broken", lag: absent(), "error")
    account.addKey(TestAccount.keyARN(TestAccount.away), in: TestAccount.away)
    account.addReplicatedBackup(hoursOld: 7)
    account.addDatabaseSnapshot { $0.database = "copied" }
}

private func addClustersAndTables(to account: inout TestAccount) {
    account.addCluster()
    account.addCluster("alone")
    account.addCluster("catalogue-dr", in: TestAccount.away)
    account.addGlobal()
    account.addLag(of: TestAccount.arn("rds", "cluster:catalogue-dr", TestAccount.away), read(6 * 3600))
    account.addClusterSnapshot()
    account.addTable("solo", recovery: read(PointInTimeRecovery(status: .known(.enabled))))
    account.addTable("bare")
    account.addTable("world") {
        $0.globalTableVersion = "2019.11.21"
        $0.replicas = [.init(region: TestAccount.away, status: .known(.active))]
    }
    account.addTable("world", in: TestAccount.away) {
        $0.globalTableVersion = "2019.11.21"
        $0.replicas = [.init(region: TestAccount.home, status: .known(.active))]
    }
    account.addLag(of: TestAccount.arn("dynamodb", "table/world", TestAccount.away), read(9 * 3600))
}

private func addDisks(to account: inout TestAccount) {
    let instance = "arn:aws:ec2:us-east-1:111122223333:instance/i-1"
    account.addVolume("vol-1", StorageVerdictTests.tagged)
    account.addVolume("vol-2") {
        $0.instances = ["i-1"]
        $0.attachedAt = TestAccount.hoursAgo(900)
    }
    account.addVolume("vol-3")
    account.addSnapshot("snap-1", of: "vol-1")
    account.addCopy(of: "snap-1")
    account.addSnapshot("snap-3", of: "vol-3")
    account.addSnapshotPolicy(retain: .init(count: 5))
    account.addVault()
    account.addPlan(selecting: [instance])
    account.addPoint(of: instance)
    account.addFileSystem()
    account.addFileSystem("fs-3")
    account.addFileSystemReplication(minutesOld: 600)
}
