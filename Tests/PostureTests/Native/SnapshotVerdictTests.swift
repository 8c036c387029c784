import AWSModel
import Foundation
import Testing

@testable import Posture

/// What a snapshot that somebody copied to another region makes of an outage (domain, section 3).
struct SnapshotVerdictTests {
    typealias Row = NativeVerdictTests.Row
    static let shop = NativeVerdictTests.shop
    static let catalogue = NativeVerdictTests.catalogue

    @Test(arguments: [
        Row("copied", shop, .atRisk, "newest copy of a snapshot is 3 days old and nothing renews it", .rdsSnapshotCopy)
        {
            $0.addDatabase()
            $0.addDatabaseSnapshot()
        },
        Row("copied twice", shop, .atRisk, "is 2 days old") {
            $0.addDatabase()
            $0.addDatabaseSnapshot()
            $0.addDatabaseSnapshot(daysOld: 2) { $0.arn = TestAccount.arn("rds", "snapshot:2", TestAccount.away) }
        },
        Row("copied from a snapshot that is told by its region only", shop, .atRisk, "nothing renews it") {
            $0.addDatabase()
            $0.addDatabaseSnapshot {
                $0.source = nil
                $0.sourceRegion = TestAccount.home
            }
        },
        Row("in its own region", shop, .unprotected, "no replica, automated backup or snapshot in another region") {
            $0.addDatabase()
            $0.addDatabaseSnapshot(in: TestAccount.home)
        },
        Row("of that region's own database", shop, .unprotected, "no replica, automated backup or snapshot") {
            $0.addDatabase()
            $0.addDatabaseSnapshot { $0.source = nil }
        },
        Row("of another account's", shop, .unprotected, "no replica, automated backup or snapshot") {
            $0.addDatabase()
            $0.addDatabaseSnapshot { $0.source = "arn:aws:rds:us-east-1:999999999999:snapshot:theirs" }
        },
        Row("of another database", shop, .unprotected, "no replica, automated backup or snapshot") {
            $0.addDatabase()
            $0.addDatabaseSnapshot { $0.database = "crm" }
        },
        Row("before the database was renamed", shop, .atRisk, "nothing renews it") {
            $0.addDatabase { $0.resourceID = "db-1" }
            $0.addDatabaseSnapshot {
                $0.database = "crm"
                $0.resourceID = "db-1"
            }
        },
        Row("by way of a third region", shop, .atRisk, "nothing renews it") {
            $0.addDatabase()
            $0.addDatabaseSnapshot(in: TestAccount.third)
            $0.addDatabaseSnapshot { $0.source = TestAccount.arn("rds", "snapshot:by-hand", TestAccount.third).text }
        },
        Row("by way of a third region, where it is gone", shop, .atRisk, "nothing renews it") {
            $0.addDatabase { $0.createdAt = TestAccount.hoursAgo(1000) }
            $0.addDatabaseSnapshot {
                $0.source = TestAccount.arn("rds", "snapshot:by-hand", TestAccount.third).text
                $0.databaseCreatedAt = TestAccount.hoursAgo(1000)
            }
        },
        Row("of an earlier database of that name", shop, .unprotected, "no replica, automated backup or snapshot") {
            $0.addDatabase { $0.createdAt = TestAccount.hoursAgo(24) }
            $0.addDatabaseSnapshot(daysOld: 300)
        },
        Row("under way", shop, .unprotected, "no replica, automated backup or snapshot") {
            $0.addDatabase()
            $0.addDatabaseSnapshot { $0.status = "creating" }
        },
        Row("AWS Backup's are not counted twice", shop, .unprotected, "no replica, automated backup or snapshot") {
            $0.addDatabase()
            $0.addDatabaseSnapshot { $0.type = "awsbackup" }
        },
        Row("unread in one region", shop, .unknown, "snapshots of databases in us-west-2 unread: denied") {
            $0.addDatabase()
            $0.editNative(TestAccount.away) { $0.databaseSnapshots = denied(in: TestAccount.away) }
        },
        Row("read by no earlier version", shop, .unknown, "and 1 more regions unread: not read") {
            $0.addDatabase()
            for region in [TestAccount.away, TestAccount.third] {
                $0.editNative(region) { $0.databaseSnapshots = nil }
            }
        },
        Row("unread beside a replica", shop, .protected, "read replica in us-west-2") {
            $0.addDatabase()
            $0.addReplica()
            $0.editNative(TestAccount.away) { $0.databaseSnapshots = denied(in: TestAccount.away) }
        },
        Row("its key is disabled", shop, .atRisk, "newest copy of a snapshot", .rdsSnapshotCopy) {
            $0.addDatabase()
            $0.addDatabaseSnapshot { $0.keyARN = TestAccount.keyARN(TestAccount.away) }
            $0.addKey(TestAccount.keyARN(TestAccount.away), in: TestAccount.away, state: .disabled)
        },
    ])
    func fact_3_1_copiesByHand(_ row: Row) throws { try row.check() }

    @Test(arguments: [
        Row("copied", catalogue, .atRisk, "newest copy of a snapshot is 3 days old", .rdsSnapshotCopy) {
            $0.addCluster()
            $0.addClusterSnapshot()
        },
        Row("copied from one that still stands", catalogue, .atRisk, "newest copy of a snapshot is 9 days old") {
            $0.addCluster()
            $0.addClusterSnapshot(in: TestAccount.home, daysOld: 9)
            $0.addClusterSnapshot()
        },
        Row("in its own region", catalogue, .unprotected, "no global database with another region") {
            $0.addCluster()
            $0.addClusterSnapshot(in: TestAccount.home)
        },
        Row("unread", catalogue, .unknown, "snapshots of clusters in us-west-2 unread: denied") {
            $0.addCluster()
            $0.editNative(TestAccount.away) { $0.clusterSnapshots = denied(in: TestAccount.away) }
        },
        Row("a Multi-AZ cluster's", catalogue, .atRisk, "newest copy of a snapshot") {
            $0.addCluster { $0.engine = "mysql" }
            $0.addClusterSnapshot()
        },
    ])
    func fact_3_3_copiesByHand(_ row: Row) throws { try row.check() }

    /// Of a copy of a cluster's snapshot only its own moment is told.
    @Test func fact_3_3_aCopyMayBeOlderThanItsMoment() throws {
        var account = TestAccount.withNative()
        account.addCluster()
        account.addClusterSnapshot()
        let path = try #require(account.resource(Self.catalogue.text)?.paths.first)
        #expect(path.reasons.last == "it was copied then, from a snapshot that is older")
        #expect(path.retention == .forever)
    }
}
