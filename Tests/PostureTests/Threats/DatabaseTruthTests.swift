import AWSModel
import Foundation
import Testing

@testable import Posture

/// The rows of table 5.1 for databases, clusters and tables without AWS Backup.
struct DatabaseTruthTests {
    typealias Row = TruthTableTests.Row

    static let shop = TestAccount.arn("rds", "db:shop").text
    static let orders = TestAccount.arn("dynamodb", "table/orders").text

    @Test(arguments: [
        Row("automated backups", shop, "r-pnn-") { $0.addDatabase() },
        Row("and deletion protection", shop, "p-pnn-") { $0.addDatabase { $0.deletionProtection = true } },
        Row("kept for 3 days", shop, "r-rnn-") {
            $0.addDatabase {
                $0.deletionProtection = true
                $0.backupRetentionDays = 3
            }
        },
        Row("off", shop, "n-nnn-") { $0.addDatabase { $0.backupRetentionDays = 0 } },
        Row("days behind", shop, "r-rnn-") {
            $0.addDatabase {
                $0.deletionProtection = true
                $0.latestRestorableTime = TestAccount.hoursAgo(200)
                $0.status = "storage-full"
            }
        },
        Row("stopped, so that nothing changes", shop, "p-pnn-") {
            $0.addDatabase {
                $0.deletionProtection = true
                $0.latestRestorableTime = TestAccount.hoursAgo(100)
                $0.status = "stopped"
            }
        },
        Row("under a key that is disabled", shop, "r-rnnn") {
            $0.addDatabase {
                $0.deletionProtection = true
                $0.keyARN = TestAccount.keyARN(TestAccount.home)
            }
            $0.addKey(TestAccount.keyARN(TestAccount.home), in: TestAccount.home, state: .disabled)
        },
        Row("whose key it is under is not known", shop, "u-unnu") {
            $0.addDatabase {
                $0.deletionProtection = true
                $0.keyARN = TestAccount.keyARN(TestAccount.home) + "-unread"
            }
        },
        Row("a replica follows", shop, "n-nnn-") {
            $0.addDatabase { $0.backupRetentionDays = 0 }
            $0.addReplica()
        },
        Row("a replica has a key of its own", shop, "n-nnnp") {
            $0.addDatabase {
                $0.backupRetentionDays = 0
                $0.keyARN = TestAccount.keyARN(TestAccount.home)
            }
            $0.addReplica { $0.keyARN = TestAccount.keyARN(TestAccount.away) }
        },
        Row("a snapshot by hand outlives it", shop, "r-rnn-") {
            $0.addDatabase { $0.backupRetentionDays = 0 }
            $0.addDatabaseSnapshot(in: TestAccount.home)
        },
        Row("a copy by hand outlives it", shop, "r-rnnr") {
            $0.addDatabase {
                $0.backupRetentionDays = 0
                $0.keyARN = TestAccount.keyARN(TestAccount.home)
            }
            $0.addDatabaseSnapshot()
        },
        Row("a copy beside it under another key", shop, "r-rnnr") {
            $0.addDatabase {
                $0.backupRetentionDays = 0
                $0.keyARN = TestAccount.keyARN(TestAccount.home)
            }
            $0.addDatabaseSnapshot(in: TestAccount.home) { $0.keyARN = TestAccount.keyARN(TestAccount.home) + "2" }
            $0.addKey(TestAccount.keyARN(TestAccount.home) + "2", in: TestAccount.home)
        },
        Row("a snapshot under its own key", shop, "r-rnnn") {
            $0.addDatabase {
                $0.backupRetentionDays = 0
                $0.keyARN = TestAccount.keyARN(TestAccount.home)
            }
            $0.addDatabaseSnapshot(in: TestAccount.home) { $0.keyARN = TestAccount.keyARN(TestAccount.home) }
            $0.addKey(TestAccount.keyARN(TestAccount.home), in: TestAccount.home)
        },
        Row("snapshots unread", shop, "u-unn-") {
            $0.addDatabase { $0.backupRetentionDays = 0 }
            $0.editNative(TestAccount.home) { $0.databaseSnapshots = denied() }
        },
        Row("backups in another region stay", shop, "p-pnn-") {
            $0.addDatabase()
            $0.addReplicatedBackup()
        },
    ])
    func fact_5_1_databases(_ row: Row) { row.check() }

    static let catalogue = TestAccount.arn("rds", "cluster:catalogue").text

    @Test(arguments: [
        Row("automated backups", catalogue, "r-pnn-") { $0.addCluster() },
        Row("automated backups under a disabled key", catalogue, "r-rnnn") {
            $0.addCluster { $0.keyARN = TestAccount.keyARN(TestAccount.home) }
            $0.addKey(TestAccount.keyARN(TestAccount.home), in: TestAccount.home, state: .disabled)
        },
        Row("a snapshot by hand outlives it", catalogue, "r-rnn-") {
            $0.addCluster { $0.backupRetentionDays = 0 }
            $0.addClusterSnapshot(in: TestAccount.home)
        },
        Row("a replica follows", catalogue, "n-nnn-") {
            $0.addCluster { $0.backupRetentionDays = 0 }
            $0.addClusterReplica()
        },
        Row(
            "a replica is judged by its source", TestAccount.arn("rds", "cluster:catalogue-dr", TestAccount.away).text,
            "------"
        ) {
            $0.addCluster()
            $0.addClusterReplica()
        },
    ])
    func fact_5_1_clusters(_ row: Row) { row.check() }

    /// What befalls a replica does not befall its source.
    @Test func fact_3_2_aReplicaIsJudgedByItsSource() {
        Row("replica", TestAccount.arn("rds", "db:shop-dr", TestAccount.away).text, "------") {
            $0.addDatabase()
            $0.addReplica { $0.backupRetentionDays = 0 }
        }.check()
    }

    private static func recovery(hoursBehind: Double = 0.1, days: Int? = nil) -> Reading<PointInTimeRecovery> {
        read(
            PointInTimeRecovery(
                status: .known(.enabled), periodDays: days, latest: TestAccount.hoursAgo(hoursBehind)))
    }

    @Test(arguments: [
        Row("off", orders, "n-nnn-") { $0.addTable() },
        Row("on", orders, "p-pnn-") { $0.addTable(recovery: recovery()) },
        Row("on, and nobody tells how far it reaches", orders, "u-unn-") {
            $0.addTable(recovery: read(PointInTimeRecovery(status: .known(.enabled))))
        },
        Row("on, and days behind", orders, "r-rnn-") { $0.addTable(recovery: recovery(hoursBehind: 200)) },
        Row("on, under a key that is disabled", orders, "r-rnnn") {
            $0.addTable(recovery: recovery()) {
                $0.encryption = Table.Encryption(keyARN: TestAccount.keyARN(TestAccount.home))
            }
            $0.addKey(TestAccount.keyARN(TestAccount.home), in: TestAccount.home, state: .disabled)
        },
        Row("reaching back a day", orders, "r-rnn-") {
            $0.addTable(recovery: recovery(days: 1))
        },
        Row("unread", orders, "u-unn-") { $0.addTable(recovery: denied()) },
        Row("a global table follows", orders, "n-nnn-") {
            $0.addTable { $0.replicas = [Table.Replica(region: TestAccount.away, status: .known(.active))] }
        },
        Row("a backup by hand", orders, "r-rnn-") {
            $0.addTable()
            $0.addTableBackup()
        },
        Row("a backup by hand of an earlier table", orders, "n-nnn-") {
            $0.addTable()
            $0.addTableBackup { $0.tableID = "id-0" }
        },
        Row("a backup under way", orders, "n-nnn-") {
            $0.addTable()
            $0.addTableBackup { $0.status = .known(.creating) }
        },
        Row("a backup of AWS Backup's is its recovery point", orders, "n-nnn-") {
            $0.addTable()
            $0.addTableBackup { $0.kind = .known(.backup) }
        },
        Row("backups by hand unread", orders, "u-unn-") {
            $0.addTable()
            $0.editNative(TestAccount.home) { $0.tableBackups = denied() }
        },
        Row("a replica's backup by hand", orders, "r-rnn-") {
            $0.addTable { $0.replicas = [Table.Replica(region: TestAccount.away, status: .known(.active))] }
            $0.addTable(in: TestAccount.away)
            $0.addTableBackup(in: TestAccount.away)
        },
        Row("whether a replica has it is unread", orders, "u-unn-") {
            $0.addTable { $0.replicas = [Table.Replica(region: TestAccount.away, status: .known(.active))] }
            $0.addTable(in: TestAccount.away, recovery: denied(in: TestAccount.away))
        },
        Row("whether it has replicas, of another account perhaps, is unread", orders, "u-unuu") {
            $0.addTable()
            $0.editNative(TestAccount.home) { native in
                native.tables = native.tables.map { tables in
                    tables.map { contents in
                        var contents = contents
                        contents.table = denied()
                        return contents
                    }
                }
            }
        },
        Row("whether it has replicas of the old kind is unread", orders, "u-unn-") {
            $0.addTable()
            $0.editNative(TestAccount.home) { $0.globalTables = denied() }
        },
        Row("a replica has it", orders, "p-pnn-") {
            $0.addTable { $0.replicas = [Table.Replica(region: TestAccount.away, status: .known(.active))] }
            $0.addTable(in: TestAccount.away, recovery: recovery())
        },
    ])
    func fact_3_4_tables(_ row: Row) { row.check() }

    /// A replica of another account cannot be looked at, and stays when this one is lost.
    @Test func fact_3_5_aReplicaOfAnotherAccount() {
        let arn = "arn:aws:dynamodb:us-west-2:444455556666:table/orders"
        Row("another account's replica", Self.orders, "n-nnp-") {
            $0.addTable {
                $0.replicas = [Table.Replica(region: TestAccount.away, status: .known(.active), arn: arn)]
                $0.globalTableVersion = "2019.11.21"
            }
            $0.editNative(TestAccount.away) { $0.tables = read([], in: TestAccount.away) }
        }.check()
    }

    /// An ARN of a database or table is its name, which an earlier one may have had.
    @Test(arguments: [shop, orders, catalogue])
    func fact_2_13_backupsOfAnEarlierOneOfTheName(_ arn: String) {
        func verdict(madeHoursAgo hours: Double) -> Verdict? {
            var account = TestAccount.withNative()
            account.addDatabase { $0.createdAt = TestAccount.hoursAgo(hours) }
            account.addTable { $0.createdAt = TestAccount.hoursAgo(hours) }
            account.addCluster { $0.createdAt = TestAccount.hoursAgo(hours) }
            account.addVault()
            account.addPlan()
            account.editBackup(TestAccount.home) {
                $0.settings = read(
                    BackupRegionSettings(
                        optIn: ["RDS": true, "Aurora": true, "DynamoDB": true],
                        management: ["DynamoDB": true]))
            }
            account.addPoint(of: arn, hoursOld: 10)
            return account.resource(arn)?.verdict
        }
        #expect(verdict(madeHoursAgo: 100) == .protected)
        #expect(verdict(madeHoursAgo: 1) == .atRisk)
    }

    /// With AWS Backup's advanced features a table's backups are under their vault's key, and one that is off makes none.
    @Test(arguments: [(KeyMetadata.State.enabled, Verdict.protected), (.pendingDeletion, .atRisk)])
    func fact_2_11_aTableIsBackedUpUnderItsVaultsKey(state: KeyMetadata.State, verdict: Verdict) {
        var account = TestAccount.withNative()
        account.addTable()
        account.addKey(TestAccount.keyARN(TestAccount.home), in: TestAccount.home, state: state)
        account.addVault()
        account.addPlan()
        account.editVault("local", in: TestAccount.home) {
            $0.vault.encryptionKeyARN = TestAccount.keyARN(TestAccount.home)
        }
        account.editBackup(TestAccount.home) {
            $0.settings = read(BackupRegionSettings(optIn: ["DynamoDB": true], management: ["DynamoDB": true]))
        }
        account.addPoint(of: Self.orders)
        #expect(account.resource(Self.orders)?.verdict == verdict)
    }

    /// How far something is behind that has stopped nobody knows.
    @Test func fact_3_2_aBrokenReplicaHasNoRecoveryPoint() {
        func point(_ status: String) -> Estimate? {
            var account = TestAccount.withNative()
            account.addDatabase()
            account.addReplica(status)
            return account.resource(Self.shop)?.paths.first { $0.mechanism == .rdsReadReplica }?.recoveryPoint
        }
        #expect(point("replicating") == RecoveryTimes.replicaLag)
        #expect(point("error") == nil)
    }

    /// What has not come to a replica yet is not in its past.
    @Test func fact_3_5_recoveryOfALaggingReplica() throws {
        var account = TestAccount.withNative()
        let recovery = PointInTimeRecovery(status: .known(.enabled), latest: TestAccount.hoursAgo(0.1))
        account.addTable { $0.replicas = [Table.Replica(region: TestAccount.away, status: .known(.active))] }
        account.addTable(in: TestAccount.away, recovery: read(recovery))
        account.addLag(of: TestAccount.arn("dynamodb", "table/orders", TestAccount.away), read(3_600))
        let found = Analyzer.assess(account.inventory, scenarios: [], threats: [.corruption], now: TestAccount.now)
        let orders = try #require(found.scenarios.first?.resources.first { $0.arn == Self.orders })
        #expect(orders.recoveryPoint == Estimate(duration: .seconds(3_960), basis: .measured))
    }

    /// Its source has its past, and is in a region that was not read.
    @Test(arguments: [
        Row("a replica of what was not read", shop, "u-uuu-") {
            $0.addDatabase {
                $0.replicaSource = TestAccount.arn("rds", "db:origin", TestAccount.away).text
                $0.backupRetentionDays = 0
            }
        }
    ])
    func fact_3_2_unreadSource(_ row: Row) { row.check() }
}
