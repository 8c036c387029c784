import AWSCore
import AWSModel
import Foundation
import Testing

@testable import SimulatedAWS

@Suite("Snapshots of databases that are made by hand")
struct SimulatedSnapshotTests {
    private let aws: SimulatedAWS

    init() {
        var account = SimulatedAccount(at: TestAccount.start)
        account.databases.addInstance("shop", in: "us-east-1", account: account.id, at: account.now)
        account.databases.addCluster("catalogue", in: "us-east-1", account: account.id, at: account.now)
        aws = SimulatedAWS(account)
    }

    private func rds(_ action: String, in region: Region, _ parameters: [String: String]) -> HTTPResponse {
        let pairs = [("Action", action), ("Version", "2014-10-31")] + parameters.sorted { $0.key < $1.key }
        return aws.respond(
            to: HTTPRequest(
                method: .post, origin: HTTPOrigin(host: "rds.\(region).amazonaws.com"),
                headers: ["content-type": "application/x-www-form-urlencoded"],
                body: Array(QueryItem.encoded(pairs.map { QueryItem($0.0, $0.1) }).utf8)))
    }

    private func listed(_ action: String, in region: Region) -> String {
        rds(action, in: region, ["SnapshotType": "manual"]).text
    }

    @Test("keep the moment of their data when they are copied, and say what they were copied from")
    func copy() {
        _ = rds(
            "CreateDBSnapshot", in: "us-east-1", ["DBInstanceIdentifier": "shop", "DBSnapshotIdentifier": "By-Hand"])
        aws.advance(by: .seconds(3_600))
        let source = "arn:aws:rds:us-east-1:123456789012:snapshot:by-hand"
        let copied = rds(
            "CopyDBSnapshot", in: "us-west-2",
            ["SourceDBSnapshotIdentifier": source, "TargetDBSnapshotIdentifier": "far"])
        #expect(copied.status == 200)
        let text = listed("DescribeDBSnapshots", in: "us-west-2")
        #expect(text.contains("<SourceDBSnapshotIdentifier>\(source)</SourceDBSnapshotIdentifier>"))
        #expect(text.contains("<SourceRegion>us-east-1</SourceRegion>"))
        #expect(text.contains("<DBInstanceIdentifier>shop</DBInstanceIdentifier>"))
        #expect(
            text.contains(
                "<OriginalSnapshotCreateTime>\(WireTime.iso(TestAccount.start))</OriginalSnapshotCreateTime>"))
        #expect(
            text.contains(
                "<SnapshotCreateTime>\(WireTime.iso(TestAccount.start.addingTimeInterval(3_600)))</SnapshotCreateTime>")
        )
        #expect(!listed("DescribeDBSnapshots", in: "us-east-1").contains("SourceRegion"))
    }

    @Test("of clusters are another listing")
    func clusters() {
        _ = rds(
            "CreateDBClusterSnapshot", in: "us-east-1",
            ["DBClusterIdentifier": "catalogue", "DBClusterSnapshotIdentifier": "by-hand"])
        let source = "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:by-hand"
        _ = rds(
            "CopyDBClusterSnapshot", in: "us-west-2",
            ["SourceDBClusterSnapshotIdentifier": source, "TargetDBClusterSnapshotIdentifier": "far"])
        #expect(
            listed("DescribeDBClusterSnapshots", in: "us-west-2").contains(
                "<SourceDBClusterSnapshotArn>\(source)</SourceDBClusterSnapshotArn>"))
        #expect(!listed("DescribeDBSnapshots", in: "us-west-2").contains("far"))
    }

    @Test("stay when their database goes, until they are deleted themselves")
    func deletion() {
        _ = rds(
            "CreateDBSnapshot", in: "us-east-1", ["DBInstanceIdentifier": "shop", "DBSnapshotIdentifier": "by-hand"])
        _ = rds("DeleteDBInstance", in: "us-east-1", ["DBInstanceIdentifier": "shop"])
        #expect(listed("DescribeDBSnapshots", in: "us-east-1").contains("by-hand"))
        _ = rds("DeleteDBSnapshot", in: "us-east-1", ["DBSnapshotIdentifier": "by-hand"])
        #expect(!listed("DescribeDBSnapshots", in: "us-east-1").contains("by-hand"))
    }
}
