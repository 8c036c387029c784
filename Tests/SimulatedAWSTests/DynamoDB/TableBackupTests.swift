import AWSCore
import AWSModel
import Foundation
import Testing

@testable import SimulatedAWS

@Suite("Backups of tables by hand, and global tables of the old kind")
struct TableBackupTests {
    private let aws: SimulatedAWS

    init() {
        var account = SimulatedAccount(at: TestAccount.start)
        for region in ["us-east-1", "us-west-2"] as [Region] {
            account.tables.add("orders", in: region, account: account.id, at: account.now)
        }
        aws = SimulatedAWS(account)
    }

    private func call(_ operation: String, _ body: String = "{}", in region: Region = "us-east-1") -> HTTPResponse {
        aws.respond(
            to: HTTPRequest(
                method: .post, origin: HTTPOrigin(host: "dynamodb.\(region).amazonaws.com"),
                headers: ["x-amz-target": "DynamoDB_20120810.\(operation)"], body: Array(body.utf8)))
    }

    @Test("fact 3.4: a backup stays in its region, and outlives its table")
    func backup() {
        #expect(call("CreateBackup", "{\"TableName\": \"orders\", \"BackupName\": \"a\"}").status == 200)
        #expect(call("DeleteTable", "{\"TableName\": \"orders\"}").status == 200)
        #expect(call("ListBackups").text.contains("\"TableName\":\"orders\""))
        #expect(!call("ListBackups", in: "us-west-2").text.contains("orders"))
        #expect(!call("ListBackups", "{\"BackupType\": \"SYSTEM\"}").text.contains("orders"))
    }

    @Test("fact 3.4: a deleted table with point-in-time recovery leaves a backup of the system's for 35 days")
    func systemBackup() {
        aws.configure { account in
            let now = account.now
            account.tables.update("orders", in: "us-east-1") { $0.recoverableSince = now }
        }
        #expect(call("DeleteTable", "{\"TableName\": \"orders\"}").status == 200)
        #expect(!call("ListBackups").text.contains("orders"))
        #expect(call("ListBackups", "{\"BackupType\": \"SYSTEM\"}").text.contains("\"BackupType\":\"SYSTEM\""))
        aws.advance(by: .seconds(36 * 86_400))
        #expect(!call("ListBackups", "{\"BackupType\": \"ALL\"}").text.contains("orders"))
    }

    @Test("backups come in pages")
    func pages() throws {
        for name in ["a", "b", "c"] {
            _ = call("CreateBackup", "{\"TableName\": \"orders\", \"BackupName\": \"\(name)\"}")
        }
        let first = call("ListBackups", "{\"Limit\": 2}").text
        #expect(first.contains("\"a\"") && first.contains("\"b\"") && !first.contains("\"c\""))
        struct Page: Decodable { let LastEvaluatedBackupArn: String }
        let last = try JSONReply.decode(Page.self, from: Array(first.utf8)).LastEvaluatedBackupArn
        let rest = call("ListBackups", "{\"ExclusiveStartBackupArn\": \"\(last)\"}").text
        #expect(rest.contains("\"c\"") && !rest.contains("\"b\"") && !rest.contains("LastEvaluated"))
    }

    @Test("fact 3.5: a global table of version 2017.11.29 is told by its own listing alone")
    func oldKind() {
        let regions = "[{\"RegionName\": \"us-east-1\"}, {\"RegionName\": \"us-west-2\"}]"
        let made = call("CreateGlobalTable", "{\"GlobalTableName\": \"orders\", \"ReplicationGroup\": \(regions)}")
        #expect(made.status == 200)
        #expect(call("ListGlobalTables").text.contains("\"GlobalTableName\":\"orders\""))
        #expect(call("ListGlobalTables", "{\"RegionName\": \"eu-west-1\"}").text.contains("\"GlobalTables\":[]"))
        #expect(!call("DescribeTable", "{\"TableName\": \"orders\"}").text.contains("Replicas"))
    }
}
