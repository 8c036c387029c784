import AWSModel
package import Foundation

/// What a service keeps of a resource's past in its own region, by the resource's ARN: for a list, in a word or two.
package struct OwnHistory: Sendable {
    package enum State: Hashable, Sendable {
        /// Automated backups or point-in-time recovery, reaching back so many days; nil where that is not told.
        case recovery(days: Int?)
        /// The newest snapshot's start.
        case snapshot(Date)
        case none
        case unread
    }

    private var states: [String: State] = [:]

    package subscript(arn: String) -> State? { states[arn] }

    package init(_ inventory: Inventory) {
        for region in inventory.native ?? [] {
            for database in region.databases.value ?? [] {
                states[database.arn.text] = Self.state(days: database.backupRetentionDays)
            }
            for cluster in region.clusters.value ?? [] {
                states[cluster.arn.text] = Self.state(days: cluster.backupRetentionDays)
            }
            for table in region.tables.value ?? [] {
                guard let arn = table.table.value?.arn.text else { continue }
                states[arn] = Self.state(table.pointInTimeRecovery)
            }
            for contents in region.fileSystems.value ?? [] { states[contents.fileSystem.arn.text] = State.none }
            addVolumes(region, inventory)
        }
    }

    private mutating func addVolumes(_ region: NativeRegion, _ inventory: Inventory) {
        var newest: [String: Date] = [:]
        for snapshot in region.snapshots.value ?? [] where snapshot.state == .known(.completed) {
            guard let start = snapshot.startedAt else { continue }
            newest[snapshot.volume] = max(newest[snapshot.volume] ?? start, start)
        }
        for volume in region.volumes.value ?? [] {
            let arn = ARN(
                partition: inventory.partition, service: "ec2", region: region.region,
                account: inventory.caller.value?.account, resource: "volume/\(volume.id)"
            ).text
            let none: State = region.snapshots.isRead ? .none : .unread
            states[arn] = newest[volume.id].map { .snapshot($0) } ?? none
        }
    }

    private static func state(days: Int?) -> State { days == 0 ? .none : .recovery(days: days) }

    private static func state(_ reading: Reading<PointInTimeRecovery>) -> State {
        guard reading.isRead else { return .unread }
        return reading.value?.status == .known(.enabled) ? .recovery(days: reading.value?.periodDays) : .none
    }
}
