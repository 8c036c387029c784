import AWSModel
import Foundation
import Posture
import Testing

@testable import Recovery

@Suite("The runbook")
struct RunbookTests {
    private func runbook(_ only: Set<String>? = nil, _ edit: (inout Inventory) -> Void = { _ in }) throws -> Runbook {
        var inventory = try TestInventory.make()
        edit(&inventory)
        return Runbook(inventory, losing: "us-east-1", only: only, now: TestInventory.now)
    }

    @Test("Has a page for each resource that the loss hits, and an index with the age of what it knows")
    func pages() throws {
        let runbook = try runbook()
        #expect(
            Set(runbook.pages.map(\.file)) == ["s3-bucket-media.md", "ebs-volume-vol-1.md", "aurora-cluster-shop.md"])
        #expect(runbook.index.contains("Read at 2026-11-21T12:00:00Z"))
        #expect(runbook.pages.allSatisfy { runbook.index.contains("](\($0.file))") })
    }

    @Test("Has the exact command, with what is to be filled in in capitals")
    func commands() throws {
        let page = try #require(runbook(["media"]).pages.first).markdown
        #expect(page.contains("aws backup start-restore-job --recovery-point-arn arn:aws:backup:us-west-2:"))
        #expect(page.contains(#""DestinationBucketName":"BUCKET""#) && page.contains("- BUCKET: Bucket."))
        #expect(page.contains("Could not read the recovery point's metadata in us-west-2"))
        let cluster = try #require(runbook([TestInventory.cluster]).pages.first).markdown
        #expect(cluster.contains("aws rds create-db-instance --db-instance-identifier shop-dr-1"))
        #expect(cluster.contains("--db-instance-class CLASS") && cluster.contains("--allow-data-loss"))
    }

    @Test("Says where there is no way, and what could not be read")
    func unread() throws {
        let runbook = try runbook { inventory in
            inventory.backup[1].vaults = Reading(
                .denied(code: "AccessDenied"), call: "backup:ListBackupVaults", region: "us-west-2",
                at: TestInventory.now)
        }
        #expect(runbook.index.contains("## What could not be read"))
        #expect(runbook.index.contains("backup:ListBackupVaults in us-west-2: denied"))
        let page = try #require(runbook.pages.first { $0.resource == "arn:aws:s3:::media" })
        #expect(page.markdown.contains("There is no way back that was read."))
    }

    private static func denied<Value>() -> Reading<Value> {
        Reading(.denied(code: "AccessDenied"), call: "test:Read", region: "us-east-1", at: TestInventory.now)
    }

    /// Neither the rules of the bucket nor what the vaults hold of it.
    private static func unread(_ inventory: inout Inventory) {
        inventory.buckets[0].replication = denied()
        for index in inventory.backup.indices { inventory.backup[index].vaults = denied() }
    }

    @Test("What is unknown stands under a heading of its own, whatever its page has")
    func unknown() throws {
        let index = try runbook(nil, Self.unread).index
        let heading = try #require(index.range(of: "## Whether there is a way back is not known")?.upperBound)
        #expect(index[heading...].contains("media](s3-bucket-media.md): unknown"))
        #expect(!index[..<heading].contains("media](s3-bucket-media.md)"))
    }

    @Test("Says why it is not whole: a listing that was not read, nothing but unknowns, nothing at all")
    func gap() throws {
        #expect(try runbook().gap == nil)
        let blind = try runbook { $0.bucketListing = Self.denied() }.gap
        #expect(blind?.hasPrefix("not all that the loss of us-east-1 hits could be read: the buckets") == true)
        let unknown = try runbook(["media"], Self.unread).gap
        #expect(unknown?.hasPrefix("what the loss of us-east-1 leaves of 1 resource is not known: ") == true)
        let empty = try runbook { inventory in
            inventory.buckets = []
            for index in inventory.backup.indices {
                inventory.native?[index].clusters = TestInventory.read([])
                inventory.native?[index].globalClusters = TestInventory.read([])
                inventory.native?[index].volumes = TestInventory.read([])
                inventory.backup[index].vaults = TestInventory.read([])
                inventory.backup[index].protectedResources = TestInventory.read([])
            }
        }.gap
        #expect(empty?.hasPrefix("Nothing to protect was found") == true)
    }

    @Test("Nothing that AWS sent is markup")
    func markup() { #expect(Markdown.text("a*b_[c](d)\n# e") == ##"a\*b\_\[c\](d) \# e"##) }

    @Test("A volume in the image of its instance has a way back, with its commands")
    func image() throws {
        var inventory = try TestInventory.make()
        let image = try #require(ARN("arn:aws:ec2:us-west-2::image/ami-1"))
        let instance = "arn:aws:ec2:us-east-1:111122223333:instance/i-1"
        inventory.native?[0].volumes = TestInventory.read([
            Volume(id: "vol-1", zone: "us-east-1a", instances: ["i-1"], tags: [])
        ])
        for index in inventory.backup.indices where inventory.backup[index].region == "us-west-2" {
            var vaults = inventory.backup[index].vaults.value ?? []
            var resources = vaults[0].resources.value ?? []
            resources.append(
                VaultedResource(
                    resourceARN: instance, resourceType: "EC2",
                    newest: TestInventory.read(
                        RecoveryPoint(
                            arn: image, vaultName: "dr", resourceARN: instance, resourceType: "EC2",
                            status: .known(.completed), createdAt: TestInventory.now.addingTimeInterval(-3600)))))
            vaults[0].resources = TestInventory.read(resources)
            inventory.backup[index].vaults = TestInventory.read(vaults)
        }
        let runbook = Runbook(inventory, losing: "us-east-1", only: [TestInventory.volume], now: TestInventory.now)
        let page = try #require(runbook.pages.first).markdown
        #expect(page.contains("make a volume of the image ami-1 by hand in us-west-2"))
        #expect(page.contains("aws ec2 describe-images --image-ids ami-1 --query"))
        #expect(
            page.contains(
                "\naws ec2 create-volume --snapshot-id SNAPSHOT-ID --availability-zone AVAILABILITY-ZONE --region us-west-2"
            ))
        #expect(page.contains("- SNAPSHOT-ID: ") && page.contains("- AVAILABILITY-ZONE: of us-west-2"))
        #expect(runbook.index.contains("There is a way back") && !runbook.index.contains("No way back is known"))
    }
}
