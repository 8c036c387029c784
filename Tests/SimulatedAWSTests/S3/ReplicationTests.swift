import AWSCore
import AWSModel
import Foundation
import SimulatedAWS
import Testing

@Suite("Replication")
struct ReplicationTests {
    private let account = TestAccount()

    @Test("copies an object when its lag has passed, and not before (1.18)")
    func copiesWithLag() {
        account.replicate(Rule.v2())
        account.put("a")
        account.aws.advance(by: .seconds(14))
        #expect(account.status("a") == "PENDING")
        #expect(!account.has("a", in: "dst"))
        account.aws.advance(by: .seconds(2))
        #expect(account.status("a") == "COMPLETED")
        #expect(account.status("a", in: "dst") == "REPLICA")
    }

    @Test("keeps the version's identifier, time, type and metadata in the replica")
    func keepsProperties() {
        account.replicate(Rule.v2())
        let version = account.put("a", headers: ["Content-Type": "text/plain", "x-amz-meta-owner": "web"])
        account.settle()
        let replica = account.s3(.head, "dst/a")
        #expect(replica.headers["x-amz-version-id"] == version)
        #expect(replica.headers["Content-Type"] == "text/plain")
        #expect(replica.headers["x-amz-meta-owner"] == "web")
        #expect(replica.headers["Last-Modified"] == account.s3(.head, "src/a").headers["Last-Modified"])
    }

    @Test("leaves objects alone that are older than the rule: they have no status (1.8, 1.18)")
    func ignoresOlderObjects() {
        account.put("old")
        account.replicate(Rule.v2())
        account.settle()
        #expect(account.status("old") == nil)
        #expect(!account.has("old", in: "dst"))
    }

    @Test("does nothing by a disabled rule (1.4)")
    func ignoresDisabledRules() {
        account.replicate(Rule.v2(status: "Disabled"))
        account.put("a")
        account.settle()
        #expect(account.status("a") == nil)
    }

    @Test("matches prefixes by the letter (1.5)", arguments: [("logs/a", true), ("Logs/a", false), ("xlogs/a", false)])
    func matchesPrefix(_ key: String, copied: Bool) {
        account.replicate(Rule.v2(filter: "<Filter><Prefix>logs/</Prefix></Filter>"))
        account.put(key)
        account.settle()
        #expect(account.has(key, in: "dst") == copied)
    }

    @Test("takes tags at the time of the PUT, not later ones (1.8)")
    func matchesTags() {
        account.replicate(Rule.v2(filter: "<Filter><Tag><Key>tier</Key><Value>gold</Value></Tag></Filter>"))
        account.put("tagged", headers: ["x-amz-tagging": "tier=gold&x=y"])
        account.put("later")
        account.s3(
            .put, "src/later?tagging",
            body: "<Tagging><TagSet><Tag><Key>tier</Key><Value>gold</Value></Tag></TagSet></Tagging>")
        account.settle()
        #expect(account.status("tagged") == "COMPLETED")
        #expect(account.status("later") == nil)
    }

    @Test("lets the higher priority win for one destination (1.4)")
    func priorityWins() {
        account.replicate(
            Rule.v2(priority: 1, inDestination: "<StorageClass>GLACIER_IR</StorageClass>", id: "low"),
            Rule.v2(
                priority: 2, filter: "<Filter><Prefix>a</Prefix></Filter>",
                inDestination: "<StorageClass>STANDARD_IA</StorageClass>", id: "high"))
        account.put("a")
        account.put("b")
        account.settle()
        #expect(account.s3(.head, "dst/a").headers["x-amz-storage-class"] == "STANDARD_IA")
        #expect(account.s3(.head, "dst/b").headers["x-amz-storage-class"] == "GLACIER_IR")
    }

    @Test("applies rules for different destinations all (1.4)")
    func copiesToAllDestinations() {
        account.aws.configure { $0.createBucket("dst2", in: "eu-west-1", versioning: .enabled) }
        account.replicate(Rule.v2(priority: 1), Rule.v2(priority: 2, to: "dst2"))
        account.put("a")
        account.settle()
        #expect(account.has("a", in: "dst") && account.has("a", in: "dst2"))
    }

    @Test("is FAILED when one of two destinations fails (1.18)")
    func oneFailureFails() {
        account.aws.configure { $0.createBucket("dst2", in: "eu-west-1", versioning: .enabled) }
        account.replicate(Rule.v2(priority: 1), Rule.v2(priority: 2, to: "dst2"))
        account.aws.configure { $0.deleteBucket("dst2") }
        account.put("a")
        account.settle()
        #expect(account.status("a") == "FAILED")
        #expect(account.has("a", in: "dst"))
    }

    @Test("does not pass a replica on to a third bucket (1.8)")
    func doesNotChain() {
        account.aws.configure { $0.createBucket("third", in: "eu-west-1", versioning: .enabled) }
        account.replicate(Rule.v2())
        account.replicate(Rule.v2(to: "third"), from: "dst")
        account.put("a")
        account.settle()
        account.settle()
        #expect(!account.has("a", in: "third"))
    }

    @Test(
        "leaves archived classes alone (1.8)",
        arguments: [("GLACIER", false), ("DEEP_ARCHIVE", false), ("STANDARD_IA", true)])
    func storageClasses(_ storageClass: String, copied: Bool) {
        account.replicate(Rule.v2())
        account.put("a", headers: ["x-amz-storage-class": storageClass])
        account.settle()
        #expect(account.has("a", in: "dst") == copied)
    }

    @Test("fails when the destination's versioning was suspended, or the destination deleted (1.14)")
    func failsAtDestination() {
        account.replicate(Rule.v2())
        account.aws.configure { $0.updateBucket("dst") { $0.versioning = .suspended } }
        account.put("a")
        account.settle()
        #expect(account.status("a") == "FAILED")
        #expect(account.aws.configure { $0.replication.history.map(\.failure) } == ["DstBucketUnversioned"])
    }

    @Test("stays PENDING while the destination's region is dark, and goes on by itself (1.18)")
    func outlivesOutage() {
        account.replicate(Rule.v2())
        account.aws.faults.darkRegions = ["us-west-2": .silent]
        account.put("a")
        account.aws.advance(by: .seconds(3600))
        #expect(account.status("a") == "PENDING")
        account.aws.faults.darkRegions = [:]
        account.settle()
        #expect(account.status("a") == "COMPLETED")
    }

    @Test("drops a version that was purged before it was copied (5.1, note 3)")
    func dropsPurged() {
        account.replicate(Rule.v2())
        let version = account.put("a")
        account.s3(.delete, "src/a?versionId=\(version)")
        account.settle()
        #expect(!account.has("a", in: "dst"))
    }

    @Test("puts an overwrite on top in the replica and keeps the older version (1.7)")
    func overwrites() {
        account.replicate(Rule.v2())
        account.put("a", body: "good")
        account.put("a", body: "bad")
        account.settle()
        #expect(account.s3(.get, "dst/a").text == "bad")
        #expect(account.aws.configure { $0.buckets["dst"]?.objects.versions(of: "a").count } == 2)
    }
}
