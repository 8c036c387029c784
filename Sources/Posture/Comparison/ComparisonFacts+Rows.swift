import AWSModel
import Foundation

extension ComparisonFacts {
    typealias Row = Comparison.Row

    private func list(_ regions: [Region]) -> String { Set(regions).sorted().map(\.name).joined(separator: ", ") }
    private var backupGap: String { unreadVaults.map { "unread: \($0)" } ?? "no recovery point" }

    /// Of an outage: only a replica or a copy in another region helps.
    var protection: Row {
        let replicated = replicas.contains(where: \.suffices)
        let copied = copies.contains(where: \.suffices)
        let left =
            replicationGap
            ?? (replicated
                ? "loss of the region, by \(list(replicas.filter(\.suffices).map(\.region)))"
                : (replicas.isEmpty ? "nothing" : "not for certain: \(insufficiency)"))
        let right: String
        switch hasBackup {
        case true:
            right =
                copied
                ? "deletion and corruption; loss of the region, by \(list(copies.filter(\.suffices).map(\.region)))"
                : "deletion and corruption; no \(copies.isEmpty ? "" : "sufficient ")copy in another region"
        case false: right = "nothing: no recovery point"
        case nil: right = backupGap
        }
        return Row(
            aspect: "Protects against", replication: left, backup: right,
            nuance:
                "AWS Backup survives the loss of a region only with a copy in another one; replication without delete "
                + "markers also survives simple deletes",
            cover: cover(
                isBucket ? (rules == nil ? nil : replicated) : false, hasBackup == nil && !copied ? nil : copied))
    }

    var recoveryPoint: Row {
        let best = replicas.compactMap(\.recoveryPoint).min { $0.duration < $1.duration }
        let made = points.compactMap { $0.newest.value }.filter(\.isUsable).compactMap(\.createdAt).max()
        let right = made.map { "newest \(Duration(from: $0, to: now).words) ago" } ?? backupGap
        return Row(
            aspect: "Recovery point", replication: replicationGap ?? best.map(\.words).map(qualified) ?? "none",
            backup: right,
            nuance:
                "replication has no bound without replication time control; a backup is as old as its schedule lets it be",
            cover: cover(
                isBucket ? rules.map { _ in sufficing.contains { $0.recoveryPoint != nil } } : false, hasBackup))
    }

    var recoveryTime: Row {
        let left = replicas.compactMap(\.recoveryTime).min { $0.duration < $1.duration }
        let right = copies.compactMap(\.recoveryTime).min { $0.duration < $1.duration }
        return Row(
            aspect: "Recovery time",
            replication: replicationGap ?? left.map { qualified("\($0.words), by repointing") } ?? "none",
            backup: right.map { "\($0.words), by a restore" }
                ?? (hasBackup == true ? "a restore in this region" : backupGap),
            nuance: "a replica is there, but applications must be pointed at it; archives take hours first",
            cover: cover(isBucket ? rules.map { _ in sufficing.contains { $0.recoveryTime != nil } } : false, hasBackup)
        )
    }

    var deletions: Row {
        let locked = points.filter { $0.vault.locked == true }.map(\.vault.name)
        let right =
            hasBackup == true
            ? (locked.isEmpty ? "recovery points stay" : "recovery points stay, vault \(locked.sorted()[0]) is locked")
            : backupGap
        let kept = bucket.map { DeletedObjects(of: $0, in: account) }
        return Row(
            aspect: "Deletions", replication: replicationGap ?? kept?.words ?? "no rule", backup: right,
            nuance: "what lifecycle deletes, and purged versions, never propagate",
            cover: cover(isBucket ? (replicationGap == nil ? kept?.areKept : nil) : false, hasBackup))
    }

    var pointInTime: Row {
        let continuous = points.contains { $0.newest.value?.isContinuous == true }
        let right =
            hasBackup == true
            ? (continuous ? "to the second, in the backup's own region" : "to each recovery point") : backupGap
        return Row(
            aspect: "Point in time", replication: isBucket ? "no" : replicationGap ?? "no", backup: right,
            nuance: "only continuous backups go to any second, and copies are snapshots" + ownRecovery,
            cover: cover(false, hasBackup))
    }

    /// "; its own point-in-time recovery covers this for 7 days, in its region"
    private var ownRecovery: String {
        switch resource.type {
        case .rdsInstance, .rdsCluster, .auroraCluster, .dynamoDBTable: break
        case .s3Bucket, .ebsVolume, .efsFileSystem, .other: return ""
        }
        guard case .recovery(let days) = OwnHistory(account.inventory)[resource.arn] else { return "" }
        let span = days.map { " for \($0.counted("day"))" } ?? ""
        return "; its own point-in-time recovery covers this\(span), in its region"
    }

    var types: Row {
        let right: String
        switch optedIn?.outcome {
        case .value(true): right = "yes, opted in in \(resource.region?.name ?? "its region")"
        case .value(false): right = "not opted in in \(resource.region?.name ?? "its region")"
        default: right = "unread: \(optedIn?.gap ?? "not read")"
        }
        return Row(
            aspect: "Covers this type", replication: isBucket ? "yes" : "no, S3 only", backup: right,
            nuance:
                "AWS Backup takes a type only where it is opted in, region by region; copies of DynamoDB tables need its "
                + "advanced features, and RDS Multi-AZ clusters have none",
            cover: cover(isBucket, optedIn?.value))
    }

    var bestFor: Row {
        Row(
            aspect: "Best for", replication: isBucket ? "being back within minutes" : "S3 only",
            backup: "what was deleted or spoilt, and audits",
            nuance: "they do not replace each other: have both, and test both",
            cover: cover(isBucket ? rules.map { _ in replicas.contains(where: \.suffices) } : false, hasBackup))
    }

    private var sufficing: [RecoveryPath] { replicas.filter(\.suffices) }
    /// Why no replica suffices.
    private var insufficiency: String { replicas.lazy.compactMap(\.reasons.first).first ?? "no replica suffices" }
    private func qualified(_ text: String) -> String { sufficing.isEmpty ? "\(text), but \(insufficiency)" : text }
}
