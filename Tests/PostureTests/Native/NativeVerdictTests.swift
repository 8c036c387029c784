import AWSModel
import Foundation
import Testing

@testable import Posture

/// What a service's own protection makes of a region's outage (domain, section 3).
struct NativeVerdictTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let arn: String
        let verdict: Verdict
        let reason: String
        let mechanism: RecoveryPath.Mechanism?
        let edit: @Sendable (inout TestAccount) -> Void

        init(
            _ name: String, _ arn: ARN, _ verdict: Verdict, _ reason: String,
            _ mechanism: RecoveryPath.Mechanism? = nil, _ edit: @escaping @Sendable (inout TestAccount) -> Void
        ) {
            (self.name, self.arn, self.verdict, self.reason) = (name, arn.text, verdict, reason)
            (self.mechanism, self.edit) = (mechanism, edit)
        }

        var testDescription: String { name }

        func check() throws {
            var account = TestAccount.withNative()
            edit(&account)
            let found = try #require(account.resource(arn, lost: ARN(arn)?.region ?? TestAccount.home))
            #expect(found.verdict == verdict, "\(found.reason)")
            #expect(found.reason.contains(reason), "\(found.reason)")
            if let mechanism { #expect(found.paths.first?.mechanism == mechanism) }
        }
    }

    static let shop = TestAccount.arn("rds", "db:shop")
    static let copy = TestAccount.arn("rds", "db:copy")

    @Test(arguments: [
        Row("nothing", shop, .unprotected, "no replica, automated backup or snapshot in another region") {
            $0.addDatabase()
        },
        Row("replicating", shop, .protected, "automated backups in us-west-2", .rdsAutomatedBackupReplication) {
            $0.addDatabase()
            $0.addReplicatedBackup()
        },
        Row("behind", shop, .atRisk, "is 30 h behind") {
            $0.addDatabase()
            $0.addReplicatedBackup(hoursOld: 30)
        },
        Row("of an earlier instance of that name", shop, .unprotected, "no replica, automated backup or snapshot") {
            $0.addDatabase { $0.resourceID = "db-2" }
            $0.addReplicatedBackup(.retained, hoursOld: 14_400) { $0.resourceID = "db-1" }
        },
        Row("of an earlier instance, by its time", shop, .unprotected, "no replica, automated backup or snapshot") {
            $0.addDatabase { $0.createdAt = TestAccount.hoursAgo(100) }
            $0.addReplicatedBackup(.retained, hoursOld: 14_400)
        },
        Row("retained only", shop, .atRisk, "are retained") {
            $0.addDatabase()
            $0.addReplicatedBackup(.retained)
        },
        Row("AWS Backup's are not counted twice", shop, .unprotected, "no replica, automated backup or snapshot") {
            $0.addDatabase()
            $0.addReplicatedBackup { $0.recoveryPointARN = "arn:aws:backup:us-west-2::recovery-point:1" }
        },
        Row("the source says so, the region does not", shop, .unprotected, "should be in us-west-2 and are not there") {
            $0.addDatabase { $0.replicatedBackups = ["arn:aws:rds:us-west-2:111122223333:auto-backup:ab-1"] }
        },
        Row("the region is unread", shop, .unknown, "automated backups in us-west-2 unread: denied") {
            $0.addDatabase { $0.replicatedBackups = ["arn:aws:rds:us-west-2:111122223333:auto-backup:ab-1"] }
            $0.editNative(TestAccount.away) { $0.automatedBackups = denied(in: TestAccount.away) }
        },
        Row("what is retained elsewhere is unread", shop, .unknown, "automated backups in us-west-2 unread: denied") {
            $0.addDatabase()
            $0.editNative(TestAccount.away) { $0.automatedBackups = denied(in: TestAccount.away) }
        },
        Row("its key is disabled", shop, .atRisk, "key of its automated backups in us-west-2 is Disabled") {
            $0.addDatabase()
            $0.addReplicatedBackup { $0.keyARN = TestAccount.keyARN(TestAccount.away) }
            $0.addKey(TestAccount.keyARN(TestAccount.away), in: TestAccount.away, state: .disabled)
        },
        Row("its key is unread", shop, .unknown, "key of its automated backups in us-west-2 unread") {
            $0.addDatabase()
            $0.addReplicatedBackup { $0.keyARN = "arn:aws:kms:us-west-2:111122223333:key/other" }
        },
    ])
    func fact_3_1_automatedBackups(_ row: Row) throws { try row.check() }

    @Test(arguments: [
        Row("replicating", shop, .protected, "read replica in us-west-2", .rdsReadReplica) {
            $0.addDatabase()
            $0.addReplica()
        },
        Row("in error", shop, .atRisk, "replication to shop-dr is in state error") {
            $0.addDatabase()
            $0.addReplica("error")
        },
        Row("no word of it", shop, .unknown, "state of the replication to shop-dr is not known") {
            $0.addDatabase()
            $0.addReplica(nil)
        },
        Row("the replica is stopped", shop, .atRisk, "replica shop-dr is stopped") {
            $0.addDatabase()
            $0.addReplica { $0.status = "stopped" }
        },
        Row("its key is of the lost region", shop, .atRisk, "key of replica shop-dr is in us-east-1") {
            $0.addDatabase()
            $0.addReplica { $0.keyARN = TestAccount.keyARN(TestAccount.home) }
            $0.addKey(TestAccount.keyARN(TestAccount.home), in: TestAccount.home)
        },
        Row("the source's key is disabled", copy, .atRisk, "key of its source origin is Disabled") {
            $0.addDatabase("origin", in: TestAccount.away) { $0.keyARN = TestAccount.keyARN(TestAccount.away) }
            $0.addDatabase("copy") { $0.replicaSource = TestAccount.arn("rds", "db:origin", TestAccount.away).text }
            $0.addKey(TestAccount.keyARN(TestAccount.away), in: TestAccount.away, state: .disabled)
        },
        Row("the replica's region is unread", shop, .unknown, "replica in us-west-2 unread") {
            $0.addDatabase { $0.replicas = [TestAccount.arn("rds", "db:shop-dr", TestAccount.away).text] }
            $0.editNative(TestAccount.away) { $0.databases = unreachable(in: TestAccount.away) }
        },
        Row("the region of a replica's replica is unread", shop, .unknown, "replica in us-west-2 unread") {
            $0.addDatabase()
            $0.addDatabase("reader") {
                $0.replicaSource = "shop"
                $0.replicas = [TestAccount.arn("rds", "db:shop-dr", TestAccount.away).text]
            }
            $0.editNative(TestAccount.away) { $0.databases = unreachable(in: TestAccount.away) }
        },
        Row("a replica in the region is none", shop, .unprotected, "no replica") {
            $0.addDatabase()
            $0.addDatabase("shop-2") { $0.replicaSource = "shop" }
        },
        Row("Multi-AZ covers a zone", shop, .unprotected, "Multi-AZ covers a zone, not the region") {
            $0.addDatabase { $0.multiAZ = true }
        },
        Row("a replica beside its source", TestAccount.arn("rds", "db:reader"), .protected, "read replica in us-west-2")
        {
            $0.addDatabase()
            $0.addReplica()
            $0.addDatabase("reader") { $0.replicaSource = "shop" }
        },
        Row(
            "a replica beside its source has a replica of its own", TestAccount.arn("rds", "db:reader"), .protected,
            "read replica in us-west-2"
        ) {
            $0.addDatabase()
            $0.addDatabase("reader") { $0.replicaSource = "shop" }
            $0.addReplica { $0.replicaSource = TestAccount.arn("rds", "db:reader").text }
        },
        Row("a replica of a replica beside it", shop, .protected, "recovery point 2 min (typical)", .rdsReadReplica) {
            $0.addDatabase()
            $0.addDatabase("reader") {
                $0.replicaSource = "shop"
                $0.statusInfos = [.init(type: "read replication", status: "replicating")]
            }
            $0.addReplica { $0.replicaSource = TestAccount.arn("rds", "db:reader").text }
        },
        Row("what it follows it by has stopped", shop, .atRisk, "replication to reader is in state error") {
            $0.addDatabase()
            $0.addDatabase("reader") {
                $0.replicaSource = "shop"
                $0.statusInfos = [.init(type: "read replication", status: "error")]
            }
            $0.addReplica { $0.replicaSource = TestAccount.arn("rds", "db:reader").text }
        },
        Row("what it follows it by has a disabled key", shop, .atRisk, "key of replica reader is Disabled") {
            $0.addDatabase()
            $0.addDatabase("reader") {
                $0.replicaSource = "shop"
                $0.statusInfos = [.init(type: "read replication", status: "replicating")]
                $0.keyARN = TestAccount.keyARN(TestAccount.home)
            }
            $0.addReplica { $0.replicaSource = TestAccount.arn("rds", "db:reader").text }
            $0.addKey(TestAccount.keyARN(TestAccount.home), in: TestAccount.home, state: .disabled)
        },
        Row("what it follows it by lags", shop, .protected, "recovery point 11 min (measured)", .rdsReadReplica) {
            $0.addDatabase()
            $0.addDatabase("reader") {
                $0.replicaSource = "shop"
                $0.statusInfos = [.init(type: "read replication", status: "replicating")]
            }
            $0.addReplica { $0.replicaSource = TestAccount.arn("rds", "db:reader").text }
            $0.addLag(of: TestAccount.arn("rds", "db:reader"), read(600))
            $0.addLag(of: TestAccount.arn("rds", "db:shop-dr", TestAccount.away), read(60))
        },
        Row("replicas that name each other", TestAccount.arn("rds", "db:reader"), .unprotected, "no replica") {
            $0.addDatabase { $0.replicaSource = "reader" }
            $0.addDatabase("reader") { $0.replicaSource = "shop" }
        },
        Row("a replica's own region", TestAccount.arn("rds", "db:copy"), .protected, "read replica in us-west-2") {
            $0.addDatabase("origin", in: TestAccount.away)
            $0.addDatabase("copy") { $0.replicaSource = TestAccount.arn("rds", "db:origin", TestAccount.away).text }
        },
        Row("the source is full, and has a source itself", copy, .protected, "read replica in eu-west-1") {
            $0.addDatabase("root", in: TestAccount.third)
            $0.addDatabase("origin", in: TestAccount.away) {
                $0.replicaSource = TestAccount.arn("rds", "db:root", TestAccount.third).text
                $0.status = "storage-full"
            }
            $0.addDatabase("copy") { $0.replicaSource = TestAccount.arn("rds", "db:origin", TestAccount.away).text }
        },
        Row("replicas in two regions that name each other", copy, .protected, "read replica in us-west-2") {
            $0.addDatabase("origin", in: TestAccount.away) { $0.replicaSource = copy.text }
            $0.addDatabase("copy") { $0.replicaSource = TestAccount.arn("rds", "db:origin", TestAccount.away).text }
        },
    ])
    func fact_3_2_readReplicas(_ row: Row) throws { try row.check() }

    static let catalogue = TestAccount.arn("rds", "cluster:catalogue")

    @Test(arguments: [
        Row("alone", catalogue, .unprotected, "no global database with another region") { $0.addCluster() },
        Row("connected", catalogue, .protected, "global database in us-west-2", .auroraGlobalDatabase) {
            $0.addCluster()
            $0.addCluster("catalogue-dr", in: TestAccount.away)
            $0.addGlobal()
        },
        Row("pending resync", catalogue, .atRisk, "waits to be synchronised") {
            $0.addCluster()
            $0.addCluster("catalogue-dr", in: TestAccount.away)
            $0.addGlobal(.pendingResync)
        },
        Row("no word of it", catalogue, .unknown, "is connected is not known") {
            $0.addCluster()
            $0.addCluster("catalogue-dr", in: TestAccount.away)
            $0.addGlobal(nil)
        },
        Row("the secondary is unread", catalogue, .unknown, "cluster catalogue-dr in us-west-2 unread") {
            $0.addCluster()
            $0.addGlobal()
            $0.editNative(TestAccount.away) { $0.clusters = denied(in: TestAccount.away) }
        },
        Row("global databases unread", catalogue, .unknown, "global databases unread") {
            $0.addCluster()
            $0.editNative(TestAccount.home) { $0.globalClusters = denied() }
        },
    ])
    func fact_3_3_globalDatabases(_ row: Row) throws { try row.check() }

    @Test(arguments: [
        Row("no word of its state", catalogue, .unknown, "state of the replication to cluster catalogue-dr") {
            $0.addCluster()
            $0.addClusterReplica()
        },
        Row("stopped", catalogue, .atRisk, "cluster catalogue-dr is stopped") {
            $0.addCluster()
            $0.addClusterReplica { $0.status = "stopped" }
        },
        Row("named, and gone", catalogue, .unprotected, "replica cluster:catalogue-dr is not in us-west-2 any more") {
            $0.addCluster { $0.replicas = [TestAccount.arn("rds", "cluster:catalogue-dr", TestAccount.away).text] }
        },
        Row("named, in a region unread", catalogue, .unknown, "replica in us-west-2 unread: denied") {
            $0.addCluster { $0.replicas = [TestAccount.arn("rds", "cluster:catalogue-dr", TestAccount.away).text] }
            $0.editNative(TestAccount.away) { $0.clusters = denied(in: TestAccount.away) }
        },
        Row("a replica's own region", catalogue, .protected, "read replica in us-west-2") {
            $0.addCluster("origin", in: TestAccount.away)
            $0.addCluster { $0.replicationSource = TestAccount.arn("rds", "cluster:origin", TestAccount.away).text }
        },
        Row("a secondary is no replica besides", catalogue, .atRisk, "waits to be synchronised") {
            $0.addCluster()
            $0.addClusterReplica()
            $0.addGlobal(.pendingResync)
        },
    ])
    func fact_3_3_clusterReplicas(_ row: Row) throws { try row.check() }

    @Test func fact_3_3_headlessSecondaryTakesLonger() throws {
        var account = TestAccount.withNative()
        account.addCluster()
        account.addCluster("catalogue-dr", in: TestAccount.away) { $0.members = [] }
        account.addGlobal()
        let found = try #require(account.resource(Self.catalogue.text))
        #expect(found.verdict == .protected)
        #expect(found.recoveryTime?.duration == .minutes(45))
        #expect(found.paths.first?.reasons.first?.contains("has no instance") == true)
    }

    static let orders = TestAccount.arn("dynamodb", "table/orders")

    @Test(arguments: [
        Row("nothing", orders, .unprotected, "no replica in another region") { $0.addTable() },
        Row("point-in-time recovery is regional", orders, .unprotected, "point-in-time recovery in us-east-1 only") {
            $0.addTable(recovery: read(PointInTimeRecovery(status: .known(.enabled))))
        },
        Row("a backup by hand is regional", orders, .unprotected, "its backups stay in us-east-1") {
            $0.addTable()
            $0.addTableBackup()
        },
        Row("unread", orders, .unknown, "table unread: denied") {
            $0.addTable()
            $0.editNative(TestAccount.home) {
                $0.tables = $0.tables.map { tables in
                    var tables = tables
                    tables[0].table = denied()
                    return tables
                }
            }
        },
    ])
    func fact_3_4_pointInTimeRecovery(_ row: Row) throws { try row.check() }

    static func replica(_ region: Region, _ status: Table.Replica.Status?) -> Table.Replica {
        Table.Replica(region: region, status: status.map { .known($0) })
    }

    @Test(arguments: [
        Row("active", orders, .protected, "global table in us-west-2", .dynamoDBGlobalTable) {
            $0.addTable { $0.replicas = [replica(TestAccount.away, .active), replica(TestAccount.home, .active)] }
        },
        Row("itself only", orders, .unprotected, "no replica in another region") {
            $0.addTable { $0.replicas = [replica(TestAccount.home, .active)] }
        },
        Row("creating", orders, .atRisk, "replica in us-west-2 is CREATING") {
            $0.addTable { $0.replicas = [replica(TestAccount.away, .creating)] }
        },
        Row("its key is lost", orders, .atRisk, "INACCESSIBLE_ENCRYPTION_CREDENTIALS") {
            $0.addTable { $0.replicas = [replica(TestAccount.away, .keyInaccessible)] }
        },
        Row("its state is new", orders, .unknown, "is in state ODD") {
            $0.addTable { $0.replicas = [Table.Replica(region: TestAccount.away, status: .other("ODD"))] }
        },
        Row("not there", orders, .atRisk, "there is no table orders in us-west-2") {
            $0.addTable { $0.replicas = [replica(TestAccount.away, .active)] }
            $0.editNative(TestAccount.away) { $0.tables = $0.tables.map { _ in [] } }
        },
        Row("its region unread", orders, .unknown, "table orders in us-west-2 unread") {
            $0.addTable { $0.replicas = [replica(TestAccount.away, .active)] }
            $0.editNative(TestAccount.away) { $0.tables = denied(in: TestAccount.away) }
        },
        Row("its own table is without its key", orders, .atRisk, "orders in us-west-2 is INACCESSIBLE") {
            $0.addTable { $0.replicas = [replica(TestAccount.away, .active)] }
            $0.editNative(TestAccount.away) { $0.tables = $0.tables.map { _ in [] } }
            $0.addTable(in: TestAccount.away) { $0.status = "INACCESSIBLE_ENCRYPTION_CREDENTIALS" }
        },
        Row("its own table stands alone", orders, .atRisk, "is no replica of another") {
            $0.addTable {
                $0.globalTableVersion = "2019.11.21"
                $0.replicas = [replica(TestAccount.away, .active)]
            }
            $0.editNative(TestAccount.away) { $0.tables = $0.tables.map { _ in [] } }
            $0.addTable(in: TestAccount.away)
        },
        Row("the old kind", orders, .protected, "global table in us-west-2", .dynamoDBGlobalTable) {
            $0.addTable()
            $0.addTable(in: TestAccount.away)
            $0.addOldGlobalTable()
        },
        Row("the old kind, itself only", orders, .unprotected, "no replica in another region") {
            $0.addTable()
            $0.addOldGlobalTable(in: [TestAccount.home])
        },
        Row("the old kind, of another name", orders, .unprotected, "no replica in another region") {
            $0.addTable()
            $0.addOldGlobalTable("carts")
        },
        Row("the old kind, under way", orders, .atRisk, "replica in us-west-2 is CREATING") {
            $0.addTable()
            $0.addTable(in: TestAccount.away) { $0.status = "CREATING" }
            $0.addOldGlobalTable()
        },
        Row("the old kind, gone", orders, .unprotected, "its replica in us-west-2 is not there any more") {
            $0.addTable()
            $0.addOldGlobalTable()
        },
        Row("the old kind, its replica unread", orders, .unknown, "state of the replica in us-west-2 is not known") {
            $0.addTable()
            $0.addOldGlobalTable()
            $0.editNative(TestAccount.away) { $0.tables = denied(in: TestAccount.away) }
        },
        Row("the old kind unread", orders, .unknown, "global tables of version 2017.11.29 unread: denied") {
            $0.addTable()
            $0.editNative(TestAccount.home) { $0.globalTables = denied() }
        },
        Row("the old kind read by no earlier version", orders, .unknown, "version 2017.11.29 unread: not read") {
            $0.addTable()
            $0.editNative(TestAccount.home) { $0.globalTables = nil }
        },
        Row("the old kind, unlisted", orders, .unknown, "version 2017.11.29 are not listed") {
            $0.addTable { $0.globalTableVersion = "2017.11.29" }
        },
        Row("a new one needs no listing of old ones", orders, .protected, "global table in us-west-2") {
            $0.addTable { $0.replicas = [replica(TestAccount.away, .active)] }
            $0.editNative(TestAccount.home) { $0.globalTables = denied() }
        },
    ])
    func fact_3_5_globalTables(_ row: Row) throws { try row.check() }
}
