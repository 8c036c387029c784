import AWSCore
import AWSModel
import Foundation
import SimulatedAWS

/// Lays down what was drawn.
extension SimulatedAccount {
    mutating func add(_ drawn: DrawnBucket, _ keys: [String: ARN]) {
        createBucket(
            drawn.name, in: drawn.region, versioning: drawn.versioning, owner: drawn.owner, tags: drawn.tags)
        setEventBridge(drawn.notifiesEventBridge, on: drawn.name)
        replication.lags[drawn.name] = .seconds(drawn.lag)
        let own = id
        updateBucket(drawn.name) { bucket in
            if let name = drawn.defaultKey {
                bucket.encryption = BucketEncryption(
                    algorithm: .known(.sseKMS), kmsKeyID: keys[DrawnKey.placeholder(name, drawn.region)]?.text)
            }
            if let lock = drawn.lock, lock.from == nil { bucket.objectLock = lock.configuration }
            if drawn.owner != own {
                bucket.policy =
                    #"{"Statement":[{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::\#(own):role/crr-complete"]},"#
                    + #""Action":["s3:*"],"Resource":["arn:aws:s3:::\#(drawn.name)","arn:aws:s3:::\#(drawn.name)/*"]}]}"#
            }
        }
        if let lifecycle = drawn.lifecycle { setLifecycle([Self.rule(lifecycle)], of: drawn.name) }
    }

    private static func rule(_ lifecycle: DrawnLifecycle) -> XMLElement {
        var parts: [XMLElement] = [
            .leaf("ID", "expiry"), .leaf("Status", "Enabled"), .node("Filter", [.leaf("Prefix", lifecycle.prefix)]),
        ]
        if let days = lifecycle.current { parts.append(.node("Expiration", [.leaf("Days", "\(days)")])) }
        if let days = lifecycle.noncurrent {
            parts.append(.node("NoncurrentVersionExpiration", [.leaf("NoncurrentDays", "\(days)")]))
        }
        return .node("Rule", parts)
    }

    mutating func add(_ drawn: DrawnVault, _ keys: [String: ARN]) {
        let lock = drawn.lock.map { lock in
            let date: Date? =
                switch lock {
                case .governance: nil
                case .grace: now.addingTimeInterval(60 * 86_400)
                case .compliance: now.addingTimeInterval(-86_400)
                }
            return SimulatedVaultLock(
                minRetentionDays: drawn.minimumDays, maxRetentionDays: drawn.maximumDays, lockDate: date)
        }
        backup.add(
            SimulatedVault(
                name: drawn.name, region: drawn.region,
                keyARN: drawn.key.flatMap { keys[DrawnKey.placeholder($0, drawn.region)]?.text }, createdAt: now,
                lock: lock))
    }

    mutating func setSettings(of drawn: DrawnAccount, in region: Region) {
        let out = drawn.optOuts[region] ?? []
        let types = ["S3", "EBS", "RDS", "Aurora", "DynamoDB", "EFS", "FSx", "Redshift"]
        backup.setRegionSettings(
            BackupRegionSettings(
                optIn: Dictionary(uniqueKeysWithValues: types.map { ($0, !out.contains($0)) }),
                management: ["DynamoDB": !drawn.plainDynamoDB.contains(region), "EFS": true]), in: region)
    }
}

extension DrawnLock {
    var configuration: ObjectLockConfiguration {
        ObjectLockConfiguration(
            enabled: true, defaultMode: mode.map { .known($0) }, defaultRetentionDays: mode == nil ? nil : days)
    }
}
