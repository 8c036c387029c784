import AWSModel
import Testing

@testable import Posture

@Suite("The costs of replication and backup compared")
struct CostRowTests {
    private let media = TestAccount.bucketARN("media")

    private func row(_ usage: BucketUsage?, _ edit: (inout TestAccount) -> Void) throws -> Comparison.Row {
        var account = TestAccount()
        edit(&account)
        account.inventory.usage = usage.map { ["media": $0] }
        let resource = try #require(account.resource(media))
        let comparison = Comparison(resource, in: AccountView(account.inventory, now: TestAccount.now))
        return try #require(comparison.rows.first { $0.aspect == "Costs" })
    }
    private func replicated(_ account: inout TestAccount) {
        account.addBucket("media") { $0.replicate(.to("media-dr")) }
        account.addDestination("media-dr")
    }
    private func both(_ account: inout TestAccount) {
        replicated(&account)
        account.addVault()
        account.addPoint(of: media) { $0.size = ByteCount(100 << 30) }
    }

    @Test("both are told, and which is cheaper where that is certain")
    func cheaper() throws {
        let row = try row(.of(gigabytes: 100, puts: 1_000, uploadedGigabytes: 10), both)
        #expect(row.replication == "$2.51 a month")
        #expect(row.backup.hasPrefix("at least $5.20 a month; not known: older recovery points"))
        #expect(row.cover == .replication)
        #expect(row.nuance.hasPrefix("replication is cheaper here"))
    }

    @Test("a least on the dearer side alone decides nothing")
    func uncertain() throws {
        let row = try row(.of(gigabytes: 100, puts: 10_000_000, uploadedGigabytes: 10), both)
        #expect(row.replication == "$52.50 a month")
        #expect(row.cover == .unknown)
    }

    @Test("a continuous backup is known whole, and may be the cheaper")
    func backup() throws {
        let row = try row(.of(gigabytes: 100, puts: 10_000_000, uploadedGigabytes: 10)) { account in
            replicated(&account)
            account.addVault("local", in: "us-east-1")
            account.addPoint(of: media, in: "local", region: "us-east-1") {
                $0.size = ByteCount(100 << 30)
                $0.arn = ARN("arn:aws:backup:us-east-1:111122223333:recovery-point:continuous:1") ?? $0.arn
                $0.status = .known(.available)
            }
        }
        #expect(row.backup == "$19.00 a month")
        #expect(row.cover == .backup)
    }

    @Test("what is not there is told as it would be")
    func projected() throws {
        let row = try row(.of(gigabytes: 100, puts: 1_000, uploadedGigabytes: 10), replicated)
        #expect(row.backup.hasPrefix("none; would be at least $10.20 a month"))
        #expect(row.cover == .replication)
    }

    @Test("where sizes were not read it says so")
    func unread() throws {
        let row = try row(nil, replicated)
        #expect(row.replication.hasPrefix("not known: storage: its size was not read"))
        #expect(row.cover == .unknown)
    }

    @Test("a bucket with neither costs nothing, and that is known where the vaults were read")
    func nothing() throws {
        let row = try row(.of(gigabytes: 100)) { $0.addBucket("media") }
        #expect(row.replication == "nothing ($0): no replica")
        #expect(row.backup == "nothing ($0): no recovery point")
        #expect(row.cover == .neither)
        let unread = try self.row(nil) {
            $0.addBucket("media")
            $0.editBackup("us-east-1") { $0.vaults = denied() }
        }
        #expect(unread.cover == .unknown)
    }
}
