import AWSModel
import Foundation
import Testing

@testable import Posture

/// EBS and EFS in a region's outage (domain, 3.6 and 3.7).
struct StorageVerdictTests {
    typealias Row = NativeVerdictTests.Row

    static let volume = TestAccount.arn("ec2", "volume/vol-1")
    static let tagged: @Sendable (inout Volume) -> Void = { $0.tags = [Tag(key: "backup", value: "yes")] }

    @Test(arguments: [
        Row("no snapshot", volume, .unprotected, "no snapshot in another region") { $0.addVolume() },
        Row("local snapshots", volume, .unprotected, "its snapshots are in us-east-1 only") {
            $0.addVolume()
            $0.addSnapshot("snap-1", of: "vol-1")
        },
        Row("copied by a policy", volume, .protected, "snapshot copy in us-west-2", .ebsSnapshotCopy) {
            $0.addVolume("vol-1", tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addCopy(of: "snap-1")
            $0.addSnapshotPolicy()
        },
        Row("a later copy failed", volume, .atRisk, "a copy to us-west-2 after the newest one failed") {
            $0.addVolume("vol-1", tagged)
            $0.addSnapshot("snap-1", of: "vol-1", hoursOld: 15)
            $0.addSnapshot("snap-2", of: "vol-1", hoursOld: 3)
            $0.addCopy(of: "snap-1", hoursOld: 14)
            $0.addCopy(of: "snap-2", hoursOld: 2) { $0.state = .known(.error) }
            $0.addSnapshotPolicy()
        },
        Row("copied once by hand", volume, .atRisk, "no policy renews it") {
            $0.addVolume()
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addCopy(of: "snap-1")
        },
        Row("the policy takes another tag", volume, .atRisk, "no policy renews it") {
            $0.addVolume()
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addCopy(of: "snap-1")
            $0.addSnapshotPolicy()
        },
        Row("the policy is off", volume, .atRisk, "no policy renews it") {
            $0.addVolume("vol-1", tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addCopy(of: "snap-1")
            $0.addSnapshotPolicy(state: "DISABLED")
        },
        Row(
            "its policy deletes copies before it makes the next", volume, .atRisk,
            "are deleted before its policy renews"
        ) {
            $0.addVolume("vol-1", tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addCopy(of: "snap-1")
            $0.addSnapshotPolicy(hours: 24, keepingCopies: .init(interval: 1, unit: "DAYS"))
        },
        Row(
            "its policy copies under a key that is disabled, and the newest copy is of before", volume, .atRisk,
            "the key that snapshot policy policy-1 copies under is Disabled"
        ) {
            $0.addVolume("vol-1", tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addCopy(of: "snap-1")
            $0.addSnapshotPolicy(hours: 24, copyKey: TestAccount.keyARN(TestAccount.away))
            $0.addKey(TestAccount.keyARN(TestAccount.away), in: TestAccount.away, state: .disabled)
        },
        Row("the key that its policy copies under is unread", volume, .unknown, "copies under unread") {
            $0.addVolume("vol-1", tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addCopy(of: "snap-1")
            $0.addSnapshotPolicy(hours: 24, copyKey: TestAccount.keyARN(TestAccount.away) + "-unread")
        },
        Row("stale by its origin's time", volume, .atRisk, "its policy renews it within 18 h") {
            $0.addVolume("vol-1", tagged)
            $0.addSnapshot("snap-1", of: "vol-1", hoursOld: 40)
            $0.addCopy(of: "snap-1", hoursOld: 2)
            $0.addSnapshotPolicy()
        },
        Row("still being copied", volume, .unprotected, "its snapshots are in us-east-1 only") {
            $0.addVolume()
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addCopy(of: "snap-1") { $0.state = .known(.pending) }
        },
        Row("its policy leaves boot volumes out", volume, .atRisk, "no policy renews it") {
            $0.addVolume { $0.bootsInstance() }
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addCopy(of: "snap-1")
            $0.addDefaultSnapshotPolicy(.init(bootVolumes: true))
        },
        Row("its policy leaves its type out", volume, .unprotected, "snapshot policy policy-2 leaves it out") {
            $0.addVolume { $0.type = "st1" }
            $0.addDefaultSnapshotPolicy(.init(volumeTypes: ["st1"]))
        },
        Row("its policy leaves its tag out", volume, .unprotected, "snapshot policy policy-2 leaves it out") {
            $0.addVolume("vol-1", tagged)
            $0.addDefaultSnapshotPolicy(.init(tags: [Tag(key: "backup", value: "yes")]))
        },
        Row("its policy leaves others out", volume, .protected, "snapshot copy in us-west-2") {
            $0.addVolume {
                $0.instances = ["i-1"]
                $0.device = "/dev/sdf"
                $0.type = "gp3"
            }
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addCopy(of: "snap-1")
            $0.addDefaultSnapshotPolicy(.init(bootVolumes: true, volumeTypes: ["st1"]))
        },
        Row("whether it boots is unread", volume, .unknown, "whether its instance boots from it is not read") {
            $0.addVolume { $0.instances = ["i-1"] }
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addCopy(of: "snap-1")
            $0.addDefaultSnapshotPolicy(.init(bootVolumes: true))
        },
        Row("its type is unread", volume, .unknown, "its type is not read") {
            $0.addVolume()
            $0.addDefaultSnapshotPolicy(.init(volumeTypes: ["st1"]))
        },
        Row("a policy of instances leaves boot volumes out", volume, .unprotected, "no snapshot in another region") {
            $0.addVolume { $0.bootsInstance() }
            $0.addInstanceSnapshotPolicy(.init(excludesBootVolume: true))
        },
        Row("a policy of instances may take it", volume, .unknown, "takes its instance is not read") {
            $0.addVolume { $0.bootsInstance() }
            $0.addInstanceSnapshotPolicy(.init(excludedDataVolumeTags: []))
        },
        Row("one that copies nowhere may take it", volume, .unprotected, "no snapshot in another region") {
            $0.addVolume { $0.bootsInstance() }
            $0.addInstanceSnapshotPolicy(.init(excludedDataVolumeTags: []), to: nil)
        },
        Row("today's copy is under way, and what older ones were made of is gone", volume, .unknown, "is not told") {
            $0.addVolume("vol-1", tagged)
            $0.addSnapshot("snap-2", of: "vol-1", hoursOld: 1)
            $0.addSnapshotPolicy(hours: 24, retain: .init(count: 1), keepingCopies: .init(interval: 14, unit: "DAYS"))
            let tags = [Tag(key: "aws:dlm:lifecycle-policy-id", value: "policy-1")]
            $0.addCopy(of: "snap-2", hoursOld: 1) {
                $0.state = .known(.pending)
                $0.tags = tags
            }
            $0.addCopy(of: "snap-1", hoursOld: 25) { $0.tags = tags }
        },
        Row("another volume's copy", volume, .unprotected, "its snapshots are in us-east-1 only") {
            $0.addVolume()
            $0.addVolume("vol-2")
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshot("snap-2", of: "vol-2")
            $0.addCopy(of: "snap-2")
        },
        Row("a copy that tells nothing", volume, .unknown, "of which volumes the copies in us-west-2 are is not told") {
            $0.addVolume("vol-1", tagged)
            $0.addSnapshotPolicy()
            $0.addCopy(of: "snap-9") {
                $0.text = nil
                $0.tags = [Tag(key: "aws:dlm:lifecycle-policy-id", value: "policy-1")]
            }
        },
        Row("AWS Backup's are not counted twice", volume, .unprotected, "no snapshot in another region") {
            $0.addVolume()
            $0.addSnapshot("snap-1", of: "vol-1", in: TestAccount.away) {
                $0.tags = [Tag(key: "aws:backup:source-resource", value: volume.text)]
            }
        },
        Row("policies unread", volume, .unknown, "snapshot policies of us-east-1 unread") {
            $0.addVolume()
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addCopy(of: "snap-1")
            $0.editNative(TestAccount.home) { $0.snapshotPolicies = denied() }
        },
        Row("the copies' region is unread", volume, .unknown, "snapshots in us-west-2 unread") {
            $0.addVolume("vol-1", tagged)
            $0.addSnapshotPolicy()
            $0.editNative(TestAccount.away) { $0.snapshots = unreachable(in: TestAccount.away) }
        },
    ])
    func fact_3_6_snapshots(_ row: Row) throws { try row.check() }

    static let files = TestAccount.arn("elasticfilesystem", "file-system/fs-1")
    static let replica = TestAccount.arn("elasticfilesystem", "file-system/fs-2", TestAccount.away)

    @Test(arguments: [
        Row("alone", files, .unprotected, "not replicated to another region") { $0.addFileSystem() },
        Row("One Zone", files, .unprotected, "One Zone, and not replicated") {
            $0.addFileSystem { $0.zone = "us-east-1a" }
        },
        Row("in step", files, .protected, "replicated to us-west-2", .efsReplication) {
            $0.addFileSystem()
            $0.addFileSystemReplication()
        },
        Row("hours behind", files, .atRisk, "is 5 h behind") {
            $0.addFileSystem()
            $0.addFileSystemReplication(minutesOld: 310)
        },
        Row("paused", files, .atRisk, "its replication to us-west-2 is PAUSED") {
            $0.addFileSystem()
            $0.addFileSystemReplication(.paused)
        },
        Row("in error", files, .atRisk, "is ERROR") {
            $0.addFileSystem()
            $0.addFileSystemReplication(.error)
        },
        Row("the replica is gone", files, .atRisk, "file system fs-2 is not in us-west-2 any more") {
            $0.addFileSystem()
            $0.addFileSystemReplication()
            $0.editNative(TestAccount.away) { $0.fileSystems = read([], in: TestAccount.away) }
        },
        Row("the replica is unread", files, .unknown, "the replica in us-west-2 unread") {
            $0.addFileSystem()
            $0.addFileSystemReplication()
            $0.editNative(TestAccount.away) { $0.fileSystems = denied(in: TestAccount.away) }
        },
        Row("never in step yet", files, .atRisk, "still under way") {
            $0.addFileSystem()
            $0.addFileSystemReplication(.enabling, minutesOld: nil)
        },
        Row("no word of when", files, .unknown, "when it was last replicated") {
            $0.addFileSystem()
            $0.addFileSystemReplication(minutesOld: nil)
        },
        Row("the source of a replica", replica, .protected, "replicated to us-east-1") {
            $0.addFileSystem()
            $0.addFileSystemReplication()
        },
        Row("the source is being deleted", replica, .atRisk, "its source fs-1 is deleting") {
            $0.addFileSystem { $0.state = "deleting" }
            $0.addFileSystemReplication()
        },
        Row("the source's key is disabled", replica, .atRisk, "key of its source fs-1 is Disabled") {
            $0.addFileSystem { $0.keyARN = TestAccount.keyARN(TestAccount.home) }
            $0.addFileSystemReplication()
            $0.addKey(TestAccount.keyARN(TestAccount.home), in: TestAccount.home, state: .disabled)
        },
        Row("the source is gone", replica, .atRisk, "its source fs-1 is not in us-east-1 any more") {
            $0.addFileSystemReplication()
        },
        Row("the source is unread", replica, .unknown, "its source in us-east-1 unread") {
            $0.addFileSystemReplication()
            $0.editNative(TestAccount.home) { $0.fileSystems = denied() }
        },
        Row("in the same region", files, .unprotected, "in the same region") {
            $0.addFileSystem()
            $0.addFileSystemReplication(to: TestAccount.home)
        },
        Row("unread", files, .unknown, "replication of file systems unread") {
            $0.addFileSystem()
            $0.editNative(TestAccount.home) { $0.fileSystemReplications = denied() }
        },
    ])
    func fact_3_7_replication(_ row: Row) throws { try row.check() }

    /// What is asked here is the loss of the replica's region.
    @Test("fact 3.7: a replica's source has it all where it is there to be seen")
    func fact_3_7_source() {
        func judged(_ edit: (inout TestAccount) -> Void) -> ResourceAssessment? {
            var account = TestAccount.withNative()
            edit(&account)
            return account.resource(Self.replica.text, lost: TestAccount.away)
        }
        let whole = judged {
            $0.addFileSystem()
            $0.addFileSystemReplication()
        }
        #expect(whole?.verdict == .protected)
        #expect(whole?.paths.first?.mechanism == .efsReplication)
        let gone = judged { $0.addFileSystemReplication(to: TestAccount.away, .error) }
        #expect(gone?.verdict == .atRisk)
        #expect(gone?.reason == "its source fs-1 is not in us-east-1 any more")
        let unread = judged {
            $0.addFileSystem()
            $0.addFileSystemReplication()
            $0.editNative(TestAccount.home) { $0.fileSystems = denied() }
        }
        #expect(unread?.verdict == .unknown)
        #expect(unread?.reason.hasPrefix("its source in us-east-1 unread") == true)
    }
}
