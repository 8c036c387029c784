import AWSModel
import Foundation

/// What one resource has of either service, gathered from its readings.
struct ComparisonFacts {
    /// The newest recovery point of the resource in one vault.
    struct Point {
        let region: Region
        let vault: BackupVault
        let newest: Reading<RecoveryPoint>
    }

    let resource: ResourceAssessment
    let account: AccountView
    var now: Date { account.now }
    /// Nil where it is not among the account's resources.
    let subject: AccountResource?
    /// Nil for anything but a bucket.
    let bucket: Bucket?
    let points: [Point]
    /// Why some vault's contents are not known; nil when all are.
    let unreadVaults: String?
    let optedIn: Reading<Bool>?
    let estimator: CostEstimator

    init(_ resource: ResourceAssessment, in account: AccountView, prices: PriceList) {
        let inventory = account.inventory
        estimator = CostEstimator(inventory, prices: prices)
        self.resource = resource
        self.account = account
        subject = account.resource(resource.arn)
        bucket =
            resource.type == .s3Bucket
            ? inventory.buckets.first { $0.name == resource.name } : nil
        var points: [Point] = []
        var gap: String?
        for backup in inventory.backup {
            if let unread = backup.vaults.gap { gap = gap ?? "vaults of \(backup.region) \(unread)" }
            for vault in backup.vaults.value ?? [] {
                if let unread = vault.resources.gap { gap = gap ?? "vault \(vault.vault.name) \(unread)" }
                for held in vault.resources.value ?? [] where held.resourceARN == resource.arn {
                    points.append(Point(region: backup.region, vault: vault.vault, newest: held.newest))
                }
            }
        }
        self.points = points
        unreadVaults = gap
        let settings = inventory.backup.first { $0.region == resource.region }?.settings
        let name = resource.type.backupName
        optedIn = settings?.map { $0.optIn[name] ?? false }
    }

    var replicas: [RecoveryPath] { resource.paths.filter { $0.mechanism == .s3Replication } }
    var copies: [RecoveryPath] { resource.paths.filter { $0.mechanism == .backupCopy } }
    /// Recovery points that can be restored, wherever they are; nil where it is not known whether there are any.
    var hasBackup: Bool? {
        if points.contains(where: { $0.newest.value?.isUsable == true }) { return true }
        return unreadVaults == nil && points.allSatisfy(\.newest.isRead) ? false : nil
    }
    var rules: [ReplicationRule]? { bucket?.replication.isRead == true ? bucket?.replication.value?.rules ?? [] : nil }
    var isBucket: Bool { resource.type == .s3Bucket }

    /// Words for the left column where replication does not apply or was not read.
    var replicationGap: String? {
        guard isBucket else { return "does not apply to \(resource.type.name)" }
        guard let bucket else { return "the bucket was not read" }
        return bucket.replication.gap.map { "replication \($0)" }
    }

    func cover(_ replication: Bool?, _ backup: Bool?) -> Comparison.Cover {
        switch (replication, backup) {
        case (true, true): .both
        case (true, false): .replication
        case (false, true): .backup
        case (false, false): .neither
        case (nil, true): isBucket ? .unknown : .backup
        case (true, nil), (false, nil), (nil, nil), (nil, false): .unknown
        }
    }
}

extension RecoveryPoint {
    /// A continuous backup's name says so (2.3).
    var isContinuous: Bool { arn.text.contains("continuous:") }
}
