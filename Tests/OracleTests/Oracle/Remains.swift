import AWSModel
import Foundation
import SimulatedAWS

/// An account after something happened to it, and what can still be had from its stores.
struct Remains: Sendable {
    private(set) var account: SimulatedAccount
    let drawn: DrawnAccount
    /// The region that is gone.
    var lost: Region?
    /// When it happened: what was made later does not hold what was before.
    let happenedAt: Date

    /// Looks away from the destinations that are in the same account.
    mutating func forgetReplicas(of bucket: SimulatedBucket) {
        for destination in bucket.destinations(in: account) where destination.owner == account.id {
            account.deleteBucket(destination.name)
        }
    }

    /// Buckets whose region is still there.
    var buckets: [SimulatedBucket] { account.buckets.values.filter { $0.region != lost } }

    /// Whether a bucket holds an acceptable version that can be decrypted there, hidden by a marker or not.
    func holds(_ object: WantedObject, in bucket: SimulatedBucket) -> Bool {
        bucket.region != lost
            && bucket.objects.versions(of: object.key).contains { version in
                object.acceptable.contains(WantedObject.mark(version)) && isReadable(version, in: bucket.region)
            }
    }

    /// Whether any bucket of those holds it.
    func holds(_ object: WantedObject, in buckets: [SimulatedBucket]) -> Bool {
        buckets.contains { holds(object, in: $0) }
    }

    private func isReadable(_ version: StoredVersion, in region: Region) -> Bool {
        guard version.encryption.isKMS else { return true }
        guard let key = version.encryption.kmsKeyID else { return false }
        return account.keys.find(key, in: region)?.state == .enabled
    }

    /// What can be restored of a resource: the moments that its recovery points hold, newest first.
    func states(of arn: String, in region: Region? = nil, vault: String? = nil) -> [Date] {
        vaults(in: region, named: vault)
            .flatMap { vault in vault.points.values.filter { $0.resourceARN == arn && isRestorable($0) } }
            .map { min(state(of: $0), happenedAt) }.sorted(by: >)
    }

    /// Whether it was there when it happened, and not still on its way.
    private func isMade(_ point: SimulatedRecoveryPoint) -> Bool {
        point.createdAt <= happenedAt
            && (point.isContinuous || point.completedAt.map { $0 <= happenedAt } ?? true)
    }

    /// When the next of the recovery points goes.
    func nextExpiry(of arn: String, in region: Region?, vault: String? = nil) -> Date? {
        vaults(in: region, named: vault)
            .flatMap { vault in vault.points.values.filter { $0.resourceARN == arn && isRestorable($0) } }
            .compactMap(endOfRetention).min()
    }

    /// Whether a recovery point holds a version: it was there when the point was made.
    func states(_ states: [Date], hold object: WantedObject) -> Bool {
        states.contains { $0 >= object.version.lastModified }
    }

    private func vaults(in region: Region?, named name: String?) -> [SimulatedVault] {
        vaults.filter {
            $0.region != lost && (region == nil || $0.region == region) && (name == nil || $0.name == name)
        }
    }

    var vaults: [SimulatedVault] { drawn.vaults.compactMap { account.backup.vault($0.name, in: $0.region) } }

    private func isRestorable(_ point: SimulatedRecoveryPoint) -> Bool {
        let isUsable = point.keyARN.map { key in
            ARN(key)?.region.flatMap { account.keys.find(key, in: $0) }?.state == .enabled
        }
        return [.known(.completed), .known(.available)].contains(point.status) && isUsable ?? true
            && isMade(point) && endOfRetention(of: point).map { $0 > account.now } ?? true
    }

    /// A continuous backup that follows nothing any more goes with the last moment that it holds.
    private func endOfRetention(of point: SimulatedRecoveryPoint) -> Date? {
        guard point.isContinuous, let days = point.lifecycle?.deleteAfterDays, days >= 0 else { return point.deleteAt }
        return state(of: point).addingTimeInterval(Double(days) * 86_400)
    }

    /// A continuous backup follows its resource at a quarter of an hour while the events come in (2.3, 2.8).
    private func state(of point: SimulatedRecoveryPoint) -> Date {
        guard point.isContinuous else { return point.createdAt }
        let bucket = account.buckets.values.first { $0.arn.text == point.resourceARN }
        let isFollowed =
            point.status == .known(.available) && bucket.map(\.eventBridgeEnabled) ?? true && isPlanned(point)
        return isFollowed ? max(point.lastBackupAt, happenedAt.addingTimeInterval(-900)) : point.lastBackupAt
    }

    /// Whether the plan that made it still takes anything.
    private func isPlanned(_ point: SimulatedRecoveryPoint) -> Bool {
        DrawnAccount.regions.flatMap { account.backup.plans(in: $0) }
            .contains { $0.id == point.origin?.planID && !$0.selections.isEmpty }
    }
}

extension SimulatedBucket {
    /// The destinations of the rules that are on.
    func destinations(in account: SimulatedAccount) -> [SimulatedBucket] {
        let names = Set((replication?.rules ?? []).filter(\.isEnabled).map(\.destination.bucketName))
        return account.buckets.values.filter { names.contains($0.name) }
    }
}
