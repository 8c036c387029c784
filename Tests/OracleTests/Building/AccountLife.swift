import AWSCore
import AWSModel
import Foundation
import SimulatedAWS

/// Lets a drawn account live: lays it out, writes objects all along, and lets happen what was drawn.
struct AccountLife: Sendable {
    /// A Wednesday, 2026-11-18 11:06:40 UTC.
    static let start = Date(timeIntervalSince1970: 1_795_000_000)
    static let step: TimeInterval = 8 * 3600

    let drawn: DrawnAccount
    let aws: SimulatedAWS
    /// The last moment at which something about buckets, keys or rules was changed: what is older, no configuration
    /// of now promises.
    private(set) var settledAt = AccountLife.start
    /// By name and region; see `DrawnKey`.
    private(set) var keys: [String: ARN] = [:]
    /// The snapshots of volumes that were made by hand, by what they were drawn for.
    var volumeSnapshots: [String: String] = [:]
    /// The ids of snapshot policies, by name.
    var policyIDs: [String: String] = [:]
    /// When what followed another resource stopped to, by its ARN.
    var stops: [String: Date] = [:]
    private var planIDs: [Int: String] = [:]

    init(_ drawn: DrawnAccount) {
        self.drawn = drawn
        aws = SimulatedAWS(account: DrawnAccount.id, at: Self.start)
        layOut()
        for step in 0...drawn.steps { live(step) }
        settleNatives()
    }

    /// The account as it is at the end.
    var account: SimulatedAccount { aws.configure { $0 } }

    private mutating func layOut() {
        for region in DrawnAccount.regions {
            for name in DrawnKey.names {
                keys[DrawnKey.placeholder(name, region)] = aws.configure { $0.createKey(alias: name, in: region) }
            }
            switchKey("off", in: region, .disabled)
            switchKey("dying", in: region, .pendingDeletion)
        }
        let keys = keys
        let drawn = drawn
        aws.configure { account in
            for state in account.regions.states.keys where !DrawnAccount.regions.contains(state) {
                account.regions.states[state] = nil
            }
            account.createReplicationRole("crr-complete")
            account.createServiceRole("crr-reader", for: "s3.amazonaws.com", allowing: Self.reading)
            account.createServiceRole(
                "crr-withoutDelete", for: "s3.amazonaws.com", allowing: Self.reading + Self.writing)
            let policies = [
                "service-role/AWSBackupServiceRolePolicyForBackup", "AWSBackupServiceRolePolicyForS3Backup",
            ]
            .map { "arn:aws:iam::aws:policy/" + $0 }
            account.createServiceRole("backup", for: "backup.amazonaws.com", attaching: policies)
            account.createServiceRole("backup-no-s3", for: "backup.amazonaws.com", attaching: [policies[0]])
            for bucket in drawn.buckets { account.add(bucket, keys) }
            for resource in drawn.resources {
                account.addResource(
                    SimulatedResource(
                        arn: resource.arn, type: resource.type,
                        name: resource.arn.split(separator: "/").last.map(String.init),
                        tags: resource.tags, size: ByteCount(Int64(resource.gigabytes) << 30)), in: resource.region)
            }
            for vault in drawn.vaults { account.add(vault, keys) }
            for region in DrawnAccount.regions { account.setSettings(of: drawn, in: region) }
        }
    }

    /// Eight hours: what was drawn for them, then objects now and then.
    private mutating func live(_ step: Int) {
        liveNatives(step)
        for bucket in drawn.buckets where bucket.rulesFrom == step && !bucket.rules.isEmpty { putRules(of: bucket) }
        for bucket in drawn.buckets where bucket.lock?.from == step {
            aws.configure { account in
                account.updateBucket(bucket.name) {
                    if $0.versioning == .enabled { $0.objectLock = bucket.lock?.configuration }
                }
            }
            settledAt = aws.now
        }
        for (index, plan) in drawn.plans.enumerated() where plan.from == step {
            planIDs[index] = aws.configure { account in
                account.backup.add(
                    BackupPlan(name: "plan\(index)", rules: plan.rules), selections: plan.selections, in: plan.region,
                    createdAt: account.now
                ).id
            }
        }
        for event in drawn.events where event.step == step { happen(event.kind) }
        var dice = Dice(seed: drawn.seed ^ UInt64(step) &* 0x9E37_79B9)
        for _ in 0..<2 {
            write(&dice)
            aws.advance(by: .seconds(Self.step / 2 - Double(dice.number(0...600))))
        }
        if step == drawn.steps {
            // What had to wait for a region goes on some time before the end.
            aws.faults = SimulatedFaults()
            aws.advance(by: .seconds(1_200))
            // The last ones may still be on their way at the end.
            write(&dice)
            aws.advance(by: .seconds(dice.pick(1, 30, 600, 3_600)))
        }
    }

    private mutating func putRules(of bucket: DrawnBucket) {
        let keys = keys
        let rules = bucket.rules.map { rule in
            var rule = rule
            rule.destination.replicaKMSKeyID = rule.destination.replicaKMSKeyID.map { keys[$0]?.text ?? $0 }
            return rule
        }
        aws.configure {
            $0.setReplication(
                ReplicationConfiguration(
                    role: "arn:aws:iam::\(DrawnAccount.id):role/crr-\(bucket.role.rawValue)", rules: rules),
                of: bucket.name)
        }
        settledAt = aws.now
    }

    /// Writes a few objects into each bucket; one whose key is disabled refuses them.
    private func write(_ dice: inout Dice) {
        for bucket in drawn.buckets {
            // Of two versions of one moment nobody can say which is the newer.
            var written: Set<String> = []
            for _ in 0..<dice.pick(0, 1, 2) {
                var draft = ObjectDraft(
                    key: dice.pick("a/1", "a/2", "b/1", "logs/x", "top", "n\(dice.number(0...99))"),
                    content: .bytes(Array("\(dice.number(0...999_999))".utf8)))
                if dice.chance(40) { draft.tags = [Tag(key: "team", value: "x")] }
                let own = dice.number(0...99)
                if own < 3 {
                    draft.encryption = BucketEncryption(algorithm: .known(.sseS3))
                } else if own < 6 {
                    draft.encryption = BucketEncryption(
                        algorithm: .known(.sseKMS), kmsKeyID: keys[DrawnKey.placeholder("good", bucket.region)]?.text)
                }
                // Who writes over replicas has others' objects to lose than the source's.
                if isDestination(bucket) { draft.key = "own/" + draft.key }
                guard written.insert(draft.key).inserted else { continue }
                aws.configure { [draft] in _ = try? $0.write(draft, to: bucket.name) }
            }
            if dice.chance(5), !isDestination(bucket), written.insert("a/1").inserted {
                aws.configure { _ = $0.deleteObject("a/1", in: bucket.name) }
            }
        }
    }

    private func isDestination(_ bucket: DrawnBucket) -> Bool {
        drawn.buckets.contains { $0.rules.contains { $0.destination.bucketName == bucket.name } }
    }

    private mutating func switchKey(_ name: String, in region: Region, _ state: KeyMetadata.State) {
        guard let key = keys[DrawnKey.placeholder(name, region)] else { return }
        aws.configure { $0.setKeyState(state, of: key) }
    }

    private mutating func happen(_ event: DrawnEvent.Kind) {
        switch event {
        case .versioning(let bucket, let status):
            aws.configure { account in
                account.updateBucket(bucket) { bucket in
                    // AWS refuses (1.14, 1.15).
                    guard status == .enabled || (bucket.objectLock == nil && bucket.replication == nil) else { return }
                    bucket.versioning = status
                }
            }
            settledAt = aws.now
        case .deleteBucket(let bucket):
            aws.configure { $0.deleteBucket(bucket) }
            settledAt = aws.now
        case .removeRules(let bucket):
            aws.configure { $0.setReplication(nil, of: bucket) }
            settledAt = aws.now
        case .key(let name, let region, let state):
            switchKey(name, in: region, state)
            settledAt = aws.now
        case .eventBridge(let bucket, let isOn): aws.configure { $0.setEventBridge(isOn, on: bucket) }
        case .darkness(let region): aws.faults.darkRegions[region] = .silent
        case .light: aws.faults.darkRegions = [:]
        case .copiesFail(let arn): aws.configure { $0.backup.failingCopies[arn] = Self.copyFailure }
        case .backupsFail(let arn): aws.configure { $0.backup.failingBackups[arn] = Self.backupFailure }
        case .backupsWork:
            aws.configure {
                $0.backup.failingCopies = [:]
                $0.backup.failingBackups = [:]
            }
        case .optOut(let type, let region):
            var drawn = drawn
            drawn.optOuts[region, default: []].insert(type)
            aws.configure { [drawn] in $0.setSettings(of: drawn, in: region) }
        case .dropSelections(let index):
            guard let id = planIDs[index] else { return }
            let region = drawn.plans[index].region
            let ids = aws.configure { $0.backup.plans(in: region).first { $0.id == id }?.selections.map(\.id) ?? [] }
            for selection in ids {
                send(.delete, "backup.\(region).amazonaws.com", "/backup/plans/\(id)/selections/\(selection)")
            }
        case .deleteVault(let name, let region):
            let points = aws.configure { $0.backup.vault(name, in: region)?.points.keys.map { $0 } ?? [] }
            let path = "/backup-vaults/\(name)"
            for point in points.sorted() {
                send(
                    .delete, "backup.\(region).amazonaws.com",
                    path + "/recovery-points/" + point.replacing("/", with: "%2F"))
            }
            send(.delete, "backup.\(region).amazonaws.com", path)
        }
    }

    private func send(_ method: HTTPRequest.Method, _ host: String, _ path: String) {
        _ = aws.respond(to: HTTPRequest(method: method, origin: HTTPOrigin(host: host), path: path))
    }

    static let copyFailure = "The copy failed."
    static let backupFailure = "The backup failed."
    private static let reading = [
        "s3:GetReplicationConfiguration", "s3:ListBucket", "s3:GetObjectVersionForReplication",
        "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging", "s3:GetObjectRetention", "s3:GetObjectLegalHold",
        "kms:Decrypt",
    ]
    private static let writing = ["s3:ReplicateObject", "s3:ReplicateTags", "kms:Encrypt", "kms:GenerateDataKey"]
}
