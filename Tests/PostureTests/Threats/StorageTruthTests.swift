import AWSModel
import Foundation
import Testing

@testable import Posture

/// The rows of table 5.1 for volumes and file systems.
struct StorageTruthTests {
    typealias Row = TruthTableTests.Row

    static let disk = TestAccount.arn("ec2", "volume/vol-1").text
    static let files = TestAccount.arn("elasticfilesystem", "file-system/fs-1").text

    @Test(arguments: [
        Row("no snapshot", disk, "n-nnn-") { $0.addVolume() },
        Row("by hand", disk, "r-rnn-") {
            $0.addVolume()
            $0.addSnapshot("snap-1", of: "vol-1")
        },
        Row("by a policy", disk, "p-pnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshotPolicy()
        },
        Row("a later one failed", disk, "r-rnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1", hoursOld: 10)
            $0.addSnapshot("snap-2", of: "vol-1", hoursOld: 1) { $0.state = .known(.error) }
            $0.addSnapshotPolicy()
        },
        Row("stale", disk, "r-rnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1", hoursOld: 50)
            $0.addSnapshotPolicy()
        },
        Row("by a policy that keeps them for days", disk, "r-rnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshotPolicy(retain: .init(interval: 3, unit: "DAYS"))
        },
        Row("by a policy that keeps them for days, and one that runs once a month", disk, "r-rnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshotPolicy(retain: .init(interval: 3, unit: "DAYS"))
            $0.addSnapshotPolicy(hours: 720, retain: .init(interval: 1, unit: "YEARS"))
        },
        Row("by a policy that keeps few", disk, "r-rnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshotPolicy(retain: .init(count: 10))
        },
        Row("by a policy that keeps them for a week, but for the last half day", disk, "p-pnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshotPolicy(retain: .init(count: 14))
        },
        Row("by a monthly policy that keeps them for eight days", disk, "r-rnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1", hoursOld: 160)
            $0.addSnapshotPolicy(hours: 720, retain: .init(interval: 8, unit: "DAYS"))
        },
        // Each schedule keeps what it makes, however long another keeps.
        Row("by one policy, often and for a day, and once a month for a year", disk, "r-rnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshotPolicy(hours: 6, retain: .init(interval: 1, unit: "DAYS"))
            $0.editSnapshotPolicies {
                $0.append(.init(create: .init(interval: 720), retain: .init(interval: 1, unit: "YEARS")))
            }
        },
        Row("kept for days, and its copies elsewhere for a month", disk, "p-pnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addCopy(of: "snap-1")
            $0.addSnapshotPolicy(
                retain: .init(interval: 2, unit: "DAYS"), keepingCopies: .init(interval: 1, unit: "MONTHS"))
        },
        Row("none at home, and a copy elsewhere that nobody renews", disk, "r-rnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-2", of: "vol-1", in: TestAccount.away)
        },
        Row("none at home, and what is elsewhere is unread", disk, "u-unn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.editNative(TestAccount.away) { $0.snapshots = denied(in: TestAccount.away) }
        },
        Row("by a policy that keeps few, and one by hand from before", disk, "r-rnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshot("snap-old", of: "vol-1", hoursOld: 16_800)
            $0.addSnapshotPolicy(retain: .init(count: 2))
        },
        Row("by a policy that does not say how many it keeps, and one of a week ago", disk, "p-pnn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshot("snap-old", of: "vol-1", hoursOld: 170)
            $0.addSnapshotPolicy(retain: nil)
        },
        Row("by a policy that does not say how many it keeps, and an ancient one", disk, "u-unn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshot("snap-old", of: "vol-1", hoursOld: 16_800)
            $0.addSnapshotPolicy(retain: nil)
        },
        Row("by a policy that does not say how many it keeps", disk, "u-unn-") {
            $0.addVolume("vol-1", StorageVerdictTests.tagged)
            $0.addSnapshot("snap-1", of: "vol-1")
            $0.addSnapshotPolicy(retain: nil)
        },
        Row("a copy beside it under another key", disk, "r-rnnr") {
            $0.addVolume { $0.keyARN = TestAccount.keyARN(TestAccount.home) }
            $0.addSnapshot("snap-1", of: "vol-1") { $0.keyARN = TestAccount.keyARN(TestAccount.home) }
            $0.addKey(TestAccount.keyARN(TestAccount.home), in: TestAccount.home)
            $0.addSnapshot("snap-2", of: "vol-ffffffff") {
                $0.text = "[Copied snap-1 from us-east-1]"
                $0.keyARN = TestAccount.keyARN(TestAccount.home) + "2"
            }
            $0.addKey(TestAccount.keyARN(TestAccount.home) + "2", in: TestAccount.home)
        },
        Row("unread", disk, "u-unn-") {
            $0.addVolume()
            $0.editNative(TestAccount.home) { $0.snapshots = denied() }
        },
    ])
    func fact_3_6_volumes(_ row: Row) { row.check() }

    /// An image of the instance holds the volumes that were there when it was made.
    @Test(arguments: [
        Row("backed up with its instance", disk, "p-pnn-", instance(made: 100, attached: 99)),
        Row("made after the image", disk, "r-rnn-", instance(made: 1, attached: 1)),
        Row("attached after the image", disk, "r-rnn-", instance(made: 9_000, attached: 1)),
        Row("attached nobody knows when", disk, "u-unn-", instance(made: 9_000, attached: nil)),
    ])
    func fact_2_10_images(_ row: Row) { row.check() }

    /// A volume's backups are under the volume's key, whatever the vault's (2.11).
    @Test(arguments: [(KeyMetadata.State.enabled, Verdict.protected), (.disabled, .atRisk)])
    func fact_2_11_whatIsUnderAKeyThatIsOffIsCopiedNoMore(state: KeyMetadata.State, verdict: Verdict) {
        var account = TestAccount.withNative()
        account.addVolume { $0.keyARN = TestAccount.keyARN(TestAccount.home) }
        account.addKey(TestAccount.keyARN(TestAccount.home), in: TestAccount.home, state: state)
        account.addVault()
        account.addPlan()
        account.editVault("local", in: TestAccount.home) {
            $0.vault.encryptionKeyARN = "arn:aws:kms:us-east-1:111122223333:key/off"
        }
        account.addPoint(of: Self.disk)
        #expect(account.resource(Self.disk)?.verdict == verdict)
    }

    /// A local image keeps the keys of the volumes in it.
    @Test func fact_2_11_anImageIsUnderTheKeysOfItsVolumes() {
        Row("an image at home", Self.disk, "p-pnnn") { account in
            Self.instance(made: 100, attached: 99)(&account)
            account.editNative(TestAccount.home) {
                $0.volumes = $0.volumes.map { volumes in
                    volumes.map { volume in
                        var volume = volume
                        volume.keyARN = TestAccount.keyARN(TestAccount.home)
                        return volume
                    }
                }
            }
        }.check()
    }

    private static func instance(made: Double, attached: Double?) -> @Sendable (inout TestAccount) -> Void {
        { account in
            let arn = TestAccount.arn("ec2", "instance/i-1").text
            account.addVolume {
                $0.instances = ["i-1"]
                $0.createdAt = TestAccount.hoursAgo(made)
                $0.attachedAt = attached.map { TestAccount.hoursAgo($0) }
            }
            account.addVault("local", in: TestAccount.home)
            account.addPlan(copyTo: [])
            account.addPoint(of: arn, in: "local", region: TestAccount.home)
        }
    }

    /// An archived snapshot takes up to three days to come back.
    @Test(arguments: [nil, "archive"])
    func fact_3_6_anArchivedSnapshotTakesDays(_ tier: String?) {
        var account = TestAccount.withNative()
        account.addVolume("vol-1", StorageVerdictTests.tagged)
        account.addSnapshot("snap-1", of: "vol-1") { $0.tier = tier }
        account.addSnapshotPolicy()
        let found = Analyzer.assess(account.inventory, scenarios: [], threats: [.corruption], now: TestAccount.now)
        let path = found.scenarios.first?.resources.first { $0.arn == Self.disk }?.paths.first
        #expect(path?.recoveryTime?.duration == .hours(tier == nil ? 1 : 72))
    }

    /// Where an objective says how old a snapshot may be, the schedule does not.
    @Test(arguments: [(48, Verdict.protected), (40, .atRisk)])
    func fact_3_6_anObjectiveSaysWhatIsOld(hours: Int, verdict: Verdict) {
        var account = TestAccount.withNative()
        account.addVolume("vol-1", StorageVerdictTests.tagged)
        account.addSnapshot("snap-1", of: "vol-1", hoursOld: 45)
        account.addSnapshotPolicy()
        let rule = ObjectiveRule(match: ResourceMatch(name: "*"), recoveryPoint: .hours(hours))
        let found = Analyzer.assess(
            account.inventory, scenarios: [], threats: [.corruption], objectives: Objectives([rule]),
            now: TestAccount.now)
        #expect(found.scenarios.first?.resources.first { $0.arn == Self.disk }?.verdict == verdict)
    }

    /// As long as its policy keeps them.
    @Test(arguments: [(30, Verdict.protected), (61, .atRisk)])
    func fact_3_6_copiesAreKeptAsTheirPolicySays(days: Int, verdict: Verdict) {
        var account = TestAccount.withNative()
        account.addVolume("vol-1", StorageVerdictTests.tagged)
        account.addSnapshot("snap-1", of: "vol-1")
        account.addCopy(of: "snap-1")
        account.addSnapshotPolicy(keepingCopies: .init(interval: 60, unit: "DAYS"))
        let rule = ObjectiveRule(match: ResourceMatch(name: "*"), retention: .days(days))
        #expect(
            account.assess(objectives: Objectives([rule]))?.resources.first { $0.arn == Self.disk }?.verdict == verdict)
    }

    @Test(arguments: [
        Row("alone", files, "n-nnn-") { $0.addFileSystem() },
        Row("a replica in another account stays when this one is lost", files, "n-nnp-") {
            $0.addFileSystem()
            $0.addFileSystemReplication(owner: TestAccount.otherID)
        },
        Row("a replica beside it has a key of its own", files, "n-nnnp") {
            $0.addFileSystem { $0.keyARN = TestAccount.keyARN(TestAccount.home) }
            $0.addFileSystemReplication(to: TestAccount.home)
        },
        Row("its replica follows", files, "n-nnn-") {
            $0.addFileSystem()
            $0.addFileSystemReplication()
        },
    ])
    func fact_3_7_fileSystems(_ row: Row) { row.check() }
}
