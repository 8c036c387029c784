import AWSCore
import AWSServices
import Foundation
import Testing

@Suite("Replies, populated from botocore's service models")
struct ReplyConformanceTests {
    /// Fields that a fully populated reply leaves unfilled, and why.
    private static let unfilled: [String: String] = [
        "Backup.ListRecoveryPointsByBackupVault items[].storageClass": "only DescribeRecoveryPoint tells it",
        "IAM.ListAttachedRolePolicies items[].document": "the listing has names and ARNs only",
        "IAM.GetRolePolicy arn": "an inline policy has none",
        "EC2.DescribeRegions [].optInStatus": "the service model has no enumeration of it",
        "RDS.DescribeDBInstanceAutomatedBackups items[].status": "the service model has no enumeration of it",
        "S3.GetBucketLifecycleConfiguration rules[].transitions[].date": "noncurrent versions move after days only",
        "S3.GetBucketLifecycleConfiguration rules[].transitions[].noncurrent": "false for current versions",
    ]
    /// Values that stay as written, and why.
    private static let unknownValues = ["aws:fsx": "the encryption of FSx volumes behind access points, not of buckets"]

    @Test("every field of an output is filled from a fully populated reply", arguments: operations)
    func everyFieldIsFilled(name: String) throws {
        let replies = try #require(try Self.replies.get()[name])
        let first = try #require(replies.first)
        let unfilled = FieldWalk.unfilled(try first.decoded).map { "\(name) \($0)" }.sorted()
        #expect(unfilled == Self.unfilled.keys.filter { $0.hasPrefix(name + " ") }.sorted())
    }

    @Test("every value of every enumeration is known", arguments: operations)
    func everyValueIsKnown(name: String) throws {
        for reply in try #require(try Self.replies.get()[name]) {
            let unknown = FieldWalk.fields(try reply.decoded).filter { field in
                field.isUnfilled && !Self.empty.contains(field.text) && Self.unfilled["\(name) \(field.path)"] == nil
                    && Self.unknownValues[field.text] == nil
            }
            #expect(unknown.map(\.text) == [])
        }
    }

    @Test("every field is read from the member that it was reviewed to be read from")
    func everyFieldHasItsMember() throws {
        var lines: Set<String> = []
        for (name, replies) in try Self.replies.get() {
            let reply = try #require(replies.first)
            for field in FieldWalk.fields(try reply.decoded) {
                guard let origin = reply.origins[field.text] else { continue }
                lines.insert("\(name)\(field.path.isEmpty ? "" : " ")\(field.path) = \(origin)")
            }
        }
        let golden = Botocore.directory.appending(path: "Members.txt")
        if ProcessInfo.processInfo.environment["LIFEBOAT_RECORD"] != nil {
            try Data((lines.sorted().joined(separator: "\n") + "\n").utf8).write(to: golden)
        }
        let reviewed = Set(try String(contentsOf: golden, encoding: .utf8).split(separator: "\n").map(String.init))
        #expect(lines.subtracting(reviewed).sorted() == [])
        #expect(reviewed.subtracting(lines).sorted() == [])
    }

    private static let empty: Set = ["nil", "[]", "[:]", "", "false", "0"]
    private static let operations = OperationCatalogue.all.map { operationName($0) }

    /// The replies of each operation, asked once for all.
    private static let replies = Result {
        let questions = OperationCatalogue.all.map { ["service": Botocore.service($0.service), "operation": $0.name] }
        let answers = try Botocore.ask("replies", questions, for: [[WrittenReply]].self)
        var replies: [String: [PopulatedReply]] = [:]
        for (operation, written) in zip(OperationCatalogue.all, answers) {
            replies[operationName(operation)] = written.map { PopulatedReply(operation: operation, written: $0) }
        }
        return replies
    }
}

/// A reply as the scripts write it.
private struct WrittenReply: Decodable {
    let headers: [String: String]
    let body: String
    let origins: [String: String]
}

/// A reply with every member populated.
private struct PopulatedReply: Sendable {
    let operation: any AWSCore.Operation.Type
    let response: HTTPResponse
    /// Of each value, the member of the output shape that it is.
    let origins: [String: String]

    init(operation: any AWSCore.Operation.Type, written: WrittenReply) {
        self.operation = operation
        response = HTTPResponse(
            status: 200, headers: HTTPHeaders(written.headers.map { ($0.key, $0.value) }),
            body: Array(written.body.utf8))
        origins = written.origins
    }

    var decoded: any Sendable {
        get throws { try operation.decode(response) }
    }
}
