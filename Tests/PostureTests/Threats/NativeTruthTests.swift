import AWSModel
import Foundation
import Testing

@testable import Posture

/// The rows of table 5.1 for databases, tables, volumes and file systems without AWS Backup.
struct NativeTruthTests {
    typealias Row = TruthTableTests.Row

    static let shop = TestAccount.arn("rds", "db:shop").text
    static let orders = TestAccount.arn("dynamodb", "table/orders").text
    static let disk = TestAccount.arn("ec2", "volume/vol-1").text
    static let files = TestAccount.arn("elasticfilesystem", "file-system/fs-1").text

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
        Row("whether it has replicas is unread", orders, "u-unnu") {
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

    @Test(arguments: [
        Row("no snapshot", disk, "n-nnn-") { $0.addVolume() },
        Row("by hand", disk, "r-rnn-") {
            $0.addVolume()
            $0.addSnapshot("snap-1", of: "vol-1")
        },
        Row("by a policy", disk, "p-pnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshotPolicy()
        },
        Row("a later one failed", disk, "r-rnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1", hoursOld: 10)
            $0.addSnapshot("snap-2", of: "vol-1", hoursOld: 1) { $0.state = .known(.error) }
            $0.addSnapshotPolicy()
        },
        Row("stale", disk, "r-rnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1", hoursOld: 50)
            $0.addSnapshotPolicy()
        },
        Row("by a policy that keeps them for days", disk, "r-rnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshotPolicy(retain: .init(interval: 3, unit: "DAYS"))
        },
        Row("by a policy that keeps them for days, and one that runs once a month", disk, "r-rnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshotPolicy(retain: .init(interval: 3, unit: "DAYS"))
            $0.addSnapshotPolicy(hours: 720, retain: .init(interval: 1, unit: "YEARS"))
        },
        Row("by a policy that keeps few", disk, "r-rnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshotPolicy(retain: .init(count: 10))
        },
        Row("by a policy that keeps them for a week, but for the last half day", disk, "p-pnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshotPolicy(retain: .init(count: 14))
        },
        Row("by a monthly policy that keeps them for eight days", disk, "r-rnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1", hoursOld: 160)
            $0.addSnapshotPolicy(hours: 720, retain: .init(interval: 8, unit: "DAYS"))
        },
        // Each schedule keeps what it makes, however long another keeps.
        Row("by one policy, often and for a day, and once a month for a year", disk, "r-rnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshotPolicy(hours: 6, retain: .init(interval: 1, unit: "DAYS"))
            $0.editSnapshotPolicies {
                $0.append(.init(create: .init(interval: 720), retain: .init(interval: 1, unit: "YEARS")))
            }
        },
        Row("kept for days, and its copies elsewhere for a month", disk, "p-pnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addCopy(of: "snap-1")
            $0.addSnapshotPolicy(
                retain: .init(interval: 2, unit: "DAYS"), keepingCopies: .init(interval: 1, unit: "MONTHS"))
        },
        Row("none at home, and a copy elsewhere that nobody renews", disk, "r-rnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-2", of: "vol-1", in: TestAccount.away)
        },
        Row("none at home, and what is elsewhere is unread", disk, "u-unn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.editNative(TestAccount.away) { $0.snapshots = denied(in: TestAccount.away) }
        },
        Row("by a policy that keeps few, and one by hand from before", disk, "r-rnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshot("snap-old", of: "vol-1", hoursOld: 16_800)
            $0.addSnapshotPolicy(retain: .init(count: 2))
        },
        Row("by a policy that does not say how many it keeps, and one of a week ago", disk, "p-pnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshot("snap-old", of: "vol-1", hoursOld: 170)
            $0.addSnapshotPolicy(retain: nil)
        },
        Row("by a policy that does not say how many it keeps, and an ancient one", disk, "u-unn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshot("snap-old", of: "vol-1", hoursOld: 16_800)
            $0.addSnapshotPolicy(retain: nil)
        },
        Row("by a policy that does not say how many it keeps", disk, "u-unn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshotPolicy(retain: nil)
        },
        Row("a copy beside it under another key", disk, "r-rnnr") {
            $0.addVolume { $0.keyARN = TestAccount.keyARN(TestAccount.home) }
            $0.addSnapshot("snap-1", of: "vol-1") { $0.keyARN = TestAccount.keyARN(TestAccount.home) }
            $0.addKey(TestAccount.keyARN(TestAccount.home), in: TestAccount.home)
            $0.addSnapshot("snap-2", of: "vol-ffffffff") {
                $0.text = "[Copied snap-1 from us-east-1]"
                $0.keyARN = TestAccount.keyARN(TestAccount.home) + "2"
            }
            $0.addKey(TestAccount.keyARN(TestAccount.home) + "2", in: TestAccount.home)
        },
        Row("unread", disk, "u-unn-") {
            $0.addVolume()
            $0.editNative(TestAccount.home) { $0.snapshots = denied() }
        },
    ])
    func fact_3_6_volumes(_ row: Row) { row.check() }

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

    /// An image of the instance holds the volumes that were there when it was made.
    @Test(arguments: [
        Row("backed up with its instance", disk, "p-pnn-", instance(made: 100, attached: 99)),
        Row("made after the image", disk, "r-rnn-", instance(made: 1, attached: 1)),
        Row("attached after the image", disk, "r-rnn-", instance(made: 9_000, attached: 1)),
        Row("attached nobody knows when", disk, "u-unn-", instance(made: 9_000, attached: nil)),
    ])
    func fact_2_10_images(_ row: Row) { row.check() }

    /// A volume's backups are under the volume's key, whatever the vault's (2.11).
    @Test(arguments: [(KeyMetadata.State.enabled, Verdict.protected), (.disabled, .atRisk)])
    func fact_2_11_whatIsUnderAKeyThatIsOffIsCopiedNoMore(state: KeyMetadata.State, verdict: Verdict) {
        var account = TestAccount.withNative()
        account.addVolume { $0.keyARN = TestAccount.keyARN(TestAccount.home) }
        account.addKey(TestAccount.keyARN(TestAccount.home), in: TestAccount.home, state: state)
        account.addVault()
        account.addPlan()
        account.editVault("local", in: TestAccount.home) {
            $0.vault.encryptionKeyARN = "arn:aws:kms:us-east-1:111122223333:key/off"
        }
        account.addPoint(of: Self.disk)
        #expect(account.resource(Self.disk)?.verdict == verdict)
    }

    /// A local image keeps the keys of the volumes in it.
    @Test func fact_2_11_anImageIsUnderTheKeysOfItsVolumes() {
        Row("an image at home", Self.disk, "p-pnnn") { account in
            Self.instance(made: 100, attached: 99)(&account)
            account.editNative(TestAccount.home) {
                $0.volumes = $0.volumes.map { volumes in
                    volumes.map { volume in
                        var volume = volume
                        volume.keyARN = TestAccount.keyARN(TestAccount.home)
                        return volume
                    }
                }
            }
        }.check()
    }

    private static func instance(made: Double, attached: Double?) -> @Sendable (inout TestAccount) -> Void {
        { account in
            let arn = TestAccount.arn("ec2", "instance/i-1").text
            account.addVolume {
                $0.instances = ["i-1"]
                $0.createdAt = TestAccount.hoursAgo(made)
                $0.attachedAt = attached.map { TestAccount.hoursAgo($0) }
            }
            account.addVault("local", in: TestAccount.home)
            account.addPlan(copyTo: [])
            account.addPoint(of: arn, in: "local", region: TestAccount.home)
        }
    }

    @Test(arguments: [
        Row("alone", files, "n-nnn-") { $0.addFileSystem() },
        Row("a replica beside it has a key of its own", files, "n-nnnp") {
            $0.addFileSystem { $0.keyARN = TestAccount.keyARN(TestAccount.home) }
            $0.addFileSystemReplication(to: TestAccount.home)
        },
        Row("its replica follows", files, "n-nnn-") {
            $0.addFileSystem()
            $0.addFileSystemReplication()
        },
    ])
    func fact_3_7_fileSystems(_ row: Row) { row.check() }
}
