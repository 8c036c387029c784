import AWSModel
import Foundation
import Testing

@testable import SimulatedAWS

@Suite("What AWS Backup sees")
struct AccountWorldTests {
    private static let region: Region = "us-east-1"

    private func types(_ lay: (inout SimulatedAccount) -> Void) -> [String] {
        var account = SimulatedAccount(at: TestAccount.start)
        lay(&account)
        return AccountWorld(account).resources(in: Self.region).map { "\($0.type) \($0.name ?? "-")" }
    }

    @Test("is each resource once, by the name of its type")
    func types() {
        let found = types { account in
            let id = account.id
            account.createBucket("media", in: Self.region)
            account.databases.addInstance("shop", in: Self.region, account: id, at: account.now)
            account.databases.addCluster("films", in: Self.region, account: id, at: account.now)
            account.tables.add("orders", in: Self.region, account: id, at: account.now)
            account.volumes.addVolume("vol-1", in: Self.region, account: id, at: account.now)
            account.fileSystems.add("fs-1", in: Self.region, account: id, at: account.now)
            account.addResource(
                SimulatedResource(arn: "arn:aws:fsx:us-east-1:123456789012:file-system/fs-2", type: "FSx"),
                in: Self.region)
            account.tables.add("elsewhere", in: "eu-west-1", account: id, at: account.now)
        }
        #expect(found == ["S3 media", "RDS shop", "Aurora films", "DynamoDB orders", "EBS -", "EFS -", "FSx -"])
    }

    @Test("is a cluster, not the instances that serve it")
    func members() {
        let found = types { account in
            account.databases.addCluster("films", in: Self.region, account: account.id, at: account.now)
            account.databases.addInstance("films-1", in: Self.region, account: account.id, at: account.now)
            account.databases.updateInstance("films-1", in: Self.region) { $0.clusterIdentifier = "films" }
        }
        #expect(found == ["Aurora films"])
    }

    @Test(
        "tells engines apart",
        arguments: [("aurora-mysql", "Aurora"), ("postgres", "RDS"), ("docdb", "DocumentDB"), ("neptune", "Neptune")])
    func engines(_ engine: String, _ type: String) {
        let found = types { account in
            account.databases.addCluster("films", in: Self.region, account: account.id, at: account.now)
            account.databases.updateCluster("films", in: Self.region) { $0.engine = engine }
        }
        #expect(found == ["\(type) films"])
    }
}
