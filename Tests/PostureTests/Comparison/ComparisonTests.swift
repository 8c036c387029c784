import AWSModel
import Foundation
import Testing

@testable import Posture

@Suite("Replication and backup compared for one resource")
struct ComparisonTests {
    private let media = TestAccount.bucketARN("media")

    private func comparison(_ edit: (inout TestAccount) -> Void) throws -> Comparison {
        var account = TestAccount()
        edit(&account)
        let resource = try #require(account.resource(media))
        return Comparison(resource, in: AccountView(account.inventory, now: TestAccount.now))
    }
    private func row(_ aspect: String, _ edit: (inout TestAccount) -> Void) throws -> Comparison.Row {
        try #require(try comparison(edit).rows.first { $0.aspect == aspect })
    }
    private func bare(_ account: inout TestAccount) { account.addBucket("media") }
    private func both(_ account: inout TestAccount) {
        account.addBucket("media") { $0.replicate(.to("media-dr")) }
        account.addDestination("media-dr")
        account.addVault()
        account.addPoint(of: media)
        account.addPlan(selecting: [media])
    }

    @Test("there are the eight rows, whatever the resource has")
    func rows() throws {
        let aspects = [
            "Protects against", "Recovery point", "Recovery time", "Deletions", "Point in time", "Covers this type",
            "Costs",
            "Best for",
        ]
        #expect(try comparison(bare).rows.map(\.aspect) == aspects)
        #expect(try comparison(both).rows.map(\.aspect) == aspects)
    }

    @Test("a bucket with nothing is covered by neither")
    func nothing() throws {
        #expect(try row("Protects against", bare).cover == .neither)
        #expect(try row("Recovery point", bare).cover == .neither)
        #expect(try comparison(bare).advice.first?.text.contains("replication rule") == true)
    }

    @Test("a bucket with a replica and a copy is covered by both")
    func covered() throws {
        let row = try row("Protects against", both)
        #expect(row.cover == .both)
        #expect(row.replication.contains("us-west-2"))
        #expect(row.backup.contains("us-west-2"))
    }

    @Test("fact 1.6: a V2 rule without delete markers keeps the replica, one with them passes deletes on")
    func deletions() throws {
        #expect(try row("Deletions", both).cover == .both)
        let passing = try row("Deletions") {
            $0.addBucket("media") { $0.replicate(.to("media-dr") { $0.deleteMarkerReplication = .known(.enabled) }) }
            $0.addDestination("media-dr")
        }
        #expect(passing.cover == .neither)
        #expect(passing.replication == "delete markers propagate to the replica")
    }

    @Test("what was not read is unknown, never covered")
    func unread() throws {
        let replication = try row("Protects against") {
            $0.addBucket("media") { $0.replication = denied() }
        }
        #expect(replication.cover == .unknown)
        #expect(replication.replication.contains("denied"))
        let vaults = try row("Recovery point") {
            $0.addBucket("media")
            $0.editBackup("us-west-2") { $0.vaults = denied() }
        }
        #expect(vaults.cover == .unknown)
    }

    @Test("a type that is not opted in is not covered by AWS Backup")
    func optIn() throws {
        let row = try row("Covers this type") {
            $0.addBucket("media")
            $0.editBackup("us-east-1") {
                $0.settings = $0.settings.map { BackupRegionSettings(optIn: ["S3": false], management: $0.management) }
            }
        }
        #expect(row.backup == "not opted in in us-east-1")
        #expect(row.cover == .replication)
    }

    @Test("a database's own point-in-time recovery is named where it is on, and only there", arguments: [0, 7])
    func ownRecovery(days: Int) throws {
        var account = TestAccount.withNative()
        account.addDatabase { $0.backupRetentionDays = days }
        let comparison = try Analyzer.dossier(
            of: TestAccount.arn("rds", "db:shop").text, in: account.inventory, now: TestAccount.now
        ).comparison
        let row = try #require(comparison.rows.first { $0.aspect == "Point in time" })
        #expect(row.nuance.contains("its own point-in-time recovery covers this for 7 days") == (days > 0))
    }
}
