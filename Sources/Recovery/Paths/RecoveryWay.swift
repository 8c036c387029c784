package import AWSModel
package import Foundation
package import Posture

/// One way back to a resource, with what its calls need to know.
package struct RecoveryWay: Hashable, Sendable, Codable {
    /// What is done, once it is chosen.
    package enum Means: String, Hashable, Sendable, Codable, CaseIterable {
        /// AWS Backup restores a recovery point.
        case restoreJob = "restore"
        /// What it copies from lives, and serves as it is.
        case repoint = "use-source"
        case repointBucket = "use-replica-bucket"
        case promoteReplica = "promote"
        case globalFailover = "failover"
        case repointTable = "use-replica-table"
        case breakReplication = "break-replication"
        case pointInTime = "point-in-time"
        case createVolume = "create-volume"
        case undelete
        case backfill
        /// Nothing here knows how: it is said what is there.
        case byHand = "by-hand"
    }

    package var means: Means
    package var mechanism: RecoveryPath.Mechanism
    package var region: Region
    /// The replica's, the recovery point's or the snapshot's ARN.
    package var target: String
    package var recoveryPoint: Estimate?
    package var recoveryTime: Estimate?
    package var assurance: Assurance
    package var suffices: Bool
    /// What speaks against it, the most important first.
    package var reasons: [String]
    /// Why those before it are better; empty for the best.
    package var worse: [String] = []
    /// When what it says was read; nil in what earlier versions kept.
    package var readAt: Date?
    /// The last moment that was good: what it brings back is from before. Nil for the loss of a region.
    package var lastGood: Date?
    /// Of a recovery point of AWS Backup.
    package var point: PointDetails?
    /// What restores like it took; nil where none is known.
    package var pastRestores: PastRestores?
    /// What else its calls need, by name: `source`, `global-cluster`, `engine`, `replication`, `earliest`, `latest`; of
    /// what is done by hand, `command` (a line each) and `title`.
    package var details: [String: String] = [:]

    package init(
        means: Means, mechanism: RecoveryPath.Mechanism, region: Region, target: String,
        recoveryPoint: Estimate? = nil, recoveryTime: Estimate? = nil, assurance: Assurance = .configured,
        suffices: Bool = true, reasons: [String] = []
    ) {
        self.means = means
        self.mechanism = mechanism
        self.region = region
        self.target = target
        self.recoveryPoint = recoveryPoint
        self.recoveryTime = recoveryTime
        self.assurance = assurance
        self.suffices = suffices
        self.reasons = reasons
    }

    /// Whether it brings back what a replica bucket kept from before, and not the bucket's own past.
    var isOfReplica: Bool { means == .undelete && mechanism == .s3Replication }

    /// What it is called in an answer: the same whenever the account is the same.
    package var id: String {
        let what = means == .backfill ? means.rawValue : mechanism.rawValue
        return "\(what):\(region):\(point?.vault ?? ARN.identifier(of: target))"
    }
}

/// A recovery point of AWS Backup.
package struct PointDetails: Hashable, Sendable, Codable {
    package var arn: String
    package var vault: String
    package var createdAt: Date?
    /// When its backup ended; nil where that is not known.
    package var completedAt: Date?
    package var size: ByteCount?
    package var role: String?
    /// Made by copying: its key is the destination vault's, and it holds no point in time (2.3, 2.11).
    package var isCopy: Bool
    package var isContinuous: Bool
    package var isCold: Bool

    package init(
        arn: String, vault: String, createdAt: Date? = nil, size: ByteCount? = nil, role: String? = nil,
        isCopy: Bool = false, isContinuous: Bool = false, isCold: Bool = false
    ) {
        self.arn = arn
        self.vault = vault
        self.createdAt = createdAt
        self.size = size
        self.role = role
        self.isCopy = isCopy
        self.isContinuous = isContinuous
        self.isCold = isCold
    }

    /// - Parameter isCopy: whether its vault is one that is copied into.
    package init(_ point: RecoveryPoint, in vault: String, isCopy: Bool = false) {
        self.init(
            arn: point.arn.text, vault: vault, createdAt: point.createdAt, size: point.size, role: point.roleARN,
            isCopy: isCopy || point.sourceVaultARN != nil, isContinuous: point.status == .known(.available),
            isCold: point.storageClass == "COLD")
        completedAt = point.completedAt
    }
}
