import AWSCore
import AWSModel
import Foundation
import Testing

@testable import SimulatedAWS

struct SimulatedBackupWireTests {
    /// The names of all vaults, page by page, and how many pages there were.
    private static func vaults(_ bench: inout BackupBench, pageSize: String) -> (names: [String], pages: Int) {
        var names: [String] = []
        var token: String?
        var pages = 0
        repeat {
            var query = ["maxResults": pageSize]
            query["nextToken"] = token
            let reply = bench.call(.get, "/backup-vaults/", query: query)
            names += reply.rows("BackupVaultList").compactMap { $0["BackupVaultName"]?.asText }
            token = reply["NextToken"]?.asText
            pages += 1
        } while token != nil && pages < 100
        return (names, pages)
    }

    private static func benchWithFive() -> BackupBench {
        var bench = BackupBench(vaults: false)
        for name in ["a", "b", "c", "d", "e"] {
            bench.backup.add(SimulatedVault(name: name, region: BackupBench.home, createdAt: bench.now))
        }
        return bench
    }

    @Test("Pages together are the whole, each row once", arguments: [("1", 5), ("2", 3), ("5", 1), ("1000", 1)])
    func pages(size: String, count: Int) {
        var bench = Self.benchWithFive()
        let read = Self.vaults(&bench, pageSize: size)
        #expect(read.names == ["a", "b", "c", "d", "e"])
        #expect(read.pages == count)
    }

    @Test("Empty pages that carry a token are not the end (6.10)")
    func emptyPages() {
        var bench = Self.benchWithFive()
        bench.backup.paging.emptyPages = 2
        let read = Self.vaults(&bench, pageSize: "5")
        #expect(read.names.count == 5)
        #expect(read.pages == 3)
    }

    @Test(
        "A limit or token that is none is refused",
        arguments: [["maxResults": "0"], ["maxResults": "1001"], ["maxResults": "x"], ["nextToken": "!"]])
    func wrongPaging(query: [String: String]) {
        var bench = Self.benchWithFive()
        #expect(bench.call(.get, "/backup-vaults/", query: query).error == "InvalidParameterValueException")
    }

    @Test("Recovery points of an RDS instance come in pages of 20 at least")
    func rdsPages() {
        var bench = BackupBench()
        bench.backup.add(
            SimulatedRecoveryPoint(
                arn: "arn:aws:rds:us-east-1:1:snapshot:awsbackup:1", resourceARN: BackupBench.database.arn,
                resourceType: "RDS", createdAt: bench.now), toVault: "main", in: BackupBench.home)
        let path = "/resources/\(BackupBench.database.arn.replacing(":", with: "%3A"))/recovery-points/"
        #expect(bench.call(.get, path, query: ["maxResults": "19"]).status == 400)
        #expect(bench.call(.get, path, query: ["maxResults": "20"]).rows("RecoveryPoints").count == 1)
    }

    @Test("An error carries its name in the header and its message in the body")
    func errorShape() {
        var bench = BackupBench()
        let reply = bench.call(.get, "/backup-jobs/none")
        #expect(reply.status == 400)
        #expect(reply.error == "ResourceNotFoundException")
        #expect(reply["Message"]?.asText == "Backup job none not found")
    }

    @Test("What is no operation is unknown, what is no JSON is refused")
    func unknown() {
        var bench = BackupBench()
        #expect(bench.call(.get, "/nowhere").error == "UnknownOperationException")
        let request = SimulatedRequest(
            method: .put, path: "/backup-jobs", body: Array("{".utf8), region: BackupBench.home, account: "1")
        let response = bench.backup.respond(to: request, at: bench.now, world: bench.world)
        #expect(response.headers["x-amzn-errortype"] == "SerializationException")
    }

    @Test("A required member that is missing is named")
    func missing() {
        var bench = BackupBench()
        let reply = bench.call(.put, "/backup-jobs", .json(#"{"BackupVaultName":"main"}"#))
        #expect(reply.error == "MissingParameterValueException")
        #expect(reply["Message"]?.asText?.contains("ResourceArn") == true)
    }

    @Test("A request names its operation")
    func operation() {
        let request = SimulatedRequest(
            method: .get, path: "/backup-vaults/v/recovery-points/arn%3Aa%2Fb/restore-metadata",
            region: BackupBench.home, account: "1")
        #expect(SimulatedBackup.operation(of: request) == "GetRecoveryPointRestoreMetadata")
    }

    @Test("Tags of vaults, plans and recovery points are kept and taken away")
    func tags() {
        var bench = BackupBench()
        let plan = bench.plan([BackupBench.rule()], resources: nil)
        let point = "arn:aws:backup:us-east-1:123456789012:recovery-point:1"
        bench.backup.add(
            SimulatedRecoveryPoint(arn: point, resourceARN: "arn:x", resourceType: "S3", createdAt: bench.now),
            toVault: "main", in: BackupBench.home)
        for arn in [BackupBench.vaultARN("main", BackupBench.home), plan.arn, point] {
            let path = arn.replacing(":", with: "%3A").replacing("/", with: "%2F")
            #expect(bench.call(.post, "/tags/\(path)", .json(#"{"Tags":{"a":"1","b":"2"}}"#)).status == 200)
            bench.call(.post, "/untag/\(path)", .json(#"{"TagKeyList":["a"]}"#))
            #expect(bench.call(.get, "/tags/\(path)/")["Tags"]?.asMap == ["b": "2"])
        }
        #expect(bench.call(.get, "/tags/arn%3Anone/").error == "ResourceNotFoundException")
    }

    @Test("Settings of a region are changed one by one")
    func regionSettings() {
        var bench = BackupBench()
        bench.call(.put, "/account-settings", .json(#"{"ResourceTypeOptInPreference":{"EBS":false}}"#))
        let settings = bench.call(.get, "/account-settings")["ResourceTypeOptInPreference"]
        #expect(settings?["EBS"]?.asFlag == false)
        #expect(settings?["S3"]?.asFlag == true)
        let other = bench.call(.get, "/account-settings", in: BackupBench.away)
        #expect(other["ResourceTypeOptInPreference"]?["EBS"]?.asFlag == true)
    }

    @Test("Only the organization's account reads its settings")
    func globalSettings() {
        var bench = BackupBench()
        #expect(bench.call(.get, "/global-settings").status == 200)
        bench.backup.managesOrganization = false
        #expect(bench.call(.get, "/global-settings").error == "InvalidRequestException")
    }

    @Test("The clock's first moment runs no schedule of the time before it")
    func firstMoment() {
        var backup = SimulatedBackup(account: "123456789012", partition: "aws")
        let now = Date(timeIntervalSince1970: 1_795_132_800)
        backup.add(SimulatedVault(name: "main", region: BackupBench.home, createdAt: now - 90 * 86400))
        backup.add(
            BackupPlan(name: "p", rules: [BackupBench.rule()]),
            selections: [BackupSelection(name: "s", roleARN: BackupBench.role, resources: ["*"])],
            in: BackupBench.home, createdAt: now - 90 * 86400)
        backup.advance(to: now, world: BenchWorld(resources: [BackupBench.home: [BackupBench.volume]]))
        #expect(backup.backupJobs(in: BackupBench.home).isEmpty)
    }
}

struct BackupJSONTests {
    @Test(
        "JSON is read as its kinds",
        arguments: [
            ("true", .flag(true)), ("false", .flag(false)), ("1", .integer(1)), ("0", .integer(0)),
            ("1.5", .number(1.5)),
            ("null", .null), ("\"1\"", .text("1")), ("[1,true]", .list([.integer(1), .flag(true)])),
            ("{\"a\":{}}", .object(["a": .object([:])])), ("9223372036854775807", .integer(.max)), ("", .object([:])),
        ] as [(String, BackupJSON)])
    func kinds(text: String, value: BackupJSON) {
        #expect(BackupJSON.parse(Array(text.utf8)) == value)
    }

    @Test("What is no JSON is nothing", arguments: ["{", "{\"a\":}", "nope"])
    func broken(text: String) {
        #expect(BackupJSON.parse(Array(text.utf8)) == nil)
    }

    @Test("What is written is read back")
    func roundTrip() {
        let value = BackupJSON.object([
            "a": .list([.null, .flag(false), .integer(-1), .number(0.25), .text("\u{1}\"\\é/🙂")]), "b": .object([:]),
        ])
        #expect(BackupJSON.parse(value.bytes) == value)
    }
}
