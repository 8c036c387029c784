import AWSModel
import Foundation
import Posture
import Testing

@testable import Recovery

/// What replicates something has it as its way back: the source writes already, and nothing is done to it.
@Suite("A replica whose region is lost")
struct SourcePathTests {
    private static let west: Region = "us-west-2"
    private static func arn(_ kind: String, _ name: String, _ region: Region) throws -> ARN {
        let service = kind.hasPrefix("file") ? "elasticfilesystem" : "rds"
        return try #require(ARN("arn:aws:\(service):\(region):111122223333:\(kind)\(name)"))
    }

    /// The ways back to what is lost with us-east-1, and its page of the runbook.
    private func ways(to resource: ARN, _ edit: (inout Inventory) throws -> Void) throws -> ([RecoveryWay], String) {
        var inventory = try TestInventory.make()
        try edit(&inventory)
        let briefing = Briefing(inventory, now: TestInventory.now)
        let lost = Incident(.regionLost, lost: "us-east-1")
        guard case .ways(let ways)? = briefing.fact(for: .ways(resource: resource.text, lost)) else { return ([], "") }
        let runbook = Runbook(inventory, losing: "us-east-1", only: [resource.text], now: TestInventory.now)
        return (ways, try #require(runbook.pages.first).markdown + runbook.index)
    }

    /// A replica of a replica; the first of them all is in a region that is not read.
    private func cascade(middle status: String) throws -> (ways: [RecoveryWay], page: String, first: ARN, middle: ARN) {
        let first = try Self.arn("db:", "orders", "eu-west-1")
        let middle = try Self.arn("db:", "orders-b", Self.west)
        let last = try Self.arn("db:", "orders-c", "us-east-1")
        let (ways, page) = try ways(to: last) { inventory in
            inventory.native?[1].databases = TestInventory.read([
                DBInstance(
                    identifier: "orders-b", arn: middle, engine: "mysql", status: status,
                    replicaSource: first.text, replicas: [last.text])
            ])
            inventory.native?[0].databases = TestInventory.read([
                DBInstance(
                    identifier: "orders-c", arn: last, engine: "mysql", status: "available",
                    replicaSource: middle.text)
            ])
        }
        return (ways, page, first, middle)
    }

    @Test("in a cascade is served from the middle, which stays a replica of its own source")
    func cascade() throws {
        let (ways, page, _, middle) = try cascade(middle: "available")
        #expect(ways.map(\.means) == [.repoint] && ways.first?.target == middle.text)
        #expect(page.contains("serve from its source orders-b in us-west-2") && page.contains("No call is made"))
        #expect(!page.contains("promote"))
    }

    @Test("in a cascade whose middle is broken is served from the first, and neither is promoted")
    func brokenCascade() throws {
        let (ways, page, first, middle) = try cascade(middle: "failed")
        #expect(Set(ways.map(\.target)) == [first.text, middle.text])
        #expect(ways.allSatisfy { $0.means == .repoint })
        #expect(!page.contains("promote"))
    }

    @Test("is promoted where it is the source's region that is lost")
    func promoted() throws {
        let source = try Self.arn("db:", "orders", "us-east-1")
        let replica = try Self.arn("db:", "orders-b", Self.west)
        let (ways, page) = try ways(to: source) { inventory in
            inventory.native?[0].databases = TestInventory.read([
                DBInstance(
                    identifier: "orders", arn: source, engine: "mysql", status: "available", replicas: [replica.text])
            ])
            inventory.native?[1].databases = TestInventory.read([
                DBInstance(
                    identifier: "orders-b", arn: replica, engine: "mysql", status: "available",
                    replicaSource: source.text)
            ])
        }
        #expect(ways.map(\.means) == [.promoteReplica])
        #expect(page.contains("aws rds promote-read-replica --db-instance-identifier orders-b --region us-west-2"))
    }

    @Test("in a global database is served from the writer, to which nothing fails over")
    func secondary() throws {
        let writer = try #require(ARN(TestInventory.secondary))
        let (ways, page) = try ways(to: try #require(ARN(TestInventory.cluster))) { inventory in
            for index in [0, 1] {
                var clusters = inventory.native?[index].globalClusters.value ?? []
                for member in clusters[0].members.indices {
                    clusters[0].members[member].isWriter = clusters[0].members[member].clusterARN == writer
                }
                inventory.native?[index].globalClusters = TestInventory.read(clusters)
            }
        }
        #expect(ways.first?.means == .repoint && ways.first?.target == writer.text)
        #expect(!page.contains("failover-global-cluster"))
    }

    @Test("of a file system is served from the source, and its replication stays")
    func fileSystem() throws {
        let source = try Self.arn("file-system/", "fs-a", Self.west)
        let copy = try Self.arn("file-system/", "fs-b", "us-east-1")
        let replication = FileSystemReplication(
            sourceID: "fs-a", sourceRegion: Self.west, sourceARN: source.text,
            destinations: [.init(fileSystem: "fs-b", region: "us-east-1", status: .known(.enabled))])
        let (ways, page) = try ways(to: copy) { inventory in
            for (index, system) in [copy, source].enumerated() {
                inventory.native?[index].fileSystems = TestInventory.read([
                    FileSystemContents(
                        fileSystem: FileSystem(id: ARN.identifier(of: system.text), arn: system),
                        backsUpDaily: TestInventory.read(false))
                ])
                inventory.native?[index].fileSystemReplications = TestInventory.read([replication])
            }
        }
        #expect(ways.first?.means == .repoint && ways.first?.target == source.text)
        #expect(!page.contains("delete-replication-configuration"))
    }

    @Test("A cluster that replicates is promoted by hand, by the command that is for clusters")
    func cluster() throws {
        let replica = try Self.arn("cluster:", "shop-copy", Self.west)
        let (ways, page) = try ways(to: try #require(ARN(TestInventory.cluster))) { inventory in
            let clusters = [
                DBCluster(
                    identifier: "shop-copy", arn: replica, engine: "aurora-mysql", status: "available",
                    members: ["shop-copy-1"], replicationSource: TestInventory.cluster)
            ]
            for index in [0, 1] { inventory.native?[index].globalClusters = TestInventory.read([]) }
            inventory.native?[1].clusters = TestInventory.read(clusters)
        }
        let command =
            "aws rds promote-read-replica-db-cluster --db-cluster-identifier shop-copy --region us-west-2"
        let way = try #require(ways.first { $0.target == replica.text })
        #expect(way.means == .byHand && way.reasons.first?.hasSuffix(command) == true)
        #expect(page.contains("```sh\n\(command)\n```") && !page.contains("## No way back is known"))
    }
}
