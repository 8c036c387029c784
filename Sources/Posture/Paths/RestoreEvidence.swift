package import AWSModel
import Foundation

/// Restores that succeeded within 90 days: the proof of a path, and how long one takes (2.17).
package struct RestoreEvidence: Sendable {
    /// Seconds, by the resource restored.
    private var durations: [Region: [String: [Double]]] = [:]
    private var provenResources: [Region: Set<String>] = [:]
    private var provenPoints: [Region: Set<String>] = [:]
    private var provenTypes: [Region: Set<String>] = [:]

    static let window: Duration = .days(90)
    package static let windowSeconds = Double(window.components.seconds)

    init(_ inventory: Inventory, now: Date) {
        let earliest = now.addingTimeInterval(-Double(Self.window.components.seconds))
        for backup in inventory.backup {
            for job in backup.restores.value ?? [] where job.status == .known(.completed) {
                guard let end = job.completedAt, end >= earliest, end <= now else { continue }
                add(job, end: end, region: backup.region)
            }
        }
    }

    private mutating func add(_ job: RestoreJob, end: Date, region: Region) {
        if let start = job.createdAt, end > start {
            let seconds = end.timeIntervalSince(start)
            if let arn = job.sourceResourceARN { durations[region, default: [:]][arn, default: []].append(seconds) }
        }
        // A restore whose validation failed, or has not succeeded yet, proves nothing.
        guard job.validation == nil || job.validation == .known(.successful) else { return }
        if let arn = job.sourceResourceARN { provenResources[region, default: []].insert(arn) }
        if let arn = job.recoveryPointARN { provenPoints[region, default: []].insert(arn) }
        if let type = job.resourceType { provenTypes[region, default: []].insert(type) }
    }

    /// Whether the resource was restored in a region from a recovery point there: a restore elsewhere proves nothing of
    /// this region's subnets, quotas and keys (2.17).
    package func isProven(_ resource: AccountResource, point: RecoveryPoint, in region: Region) -> Bool {
        provenResources[region]?.contains(resource.arn) == true
            || provenPoints[region]?.contains(point.arn.text) == true
    }
    /// Whether the resource, or any of its type, was restored in a region.
    package func isTested(_ resource: AccountResource, in region: Region) -> Bool {
        provenResources[region]?.contains(resource.arn) == true
            || provenTypes[region]?.contains(resource.backupType) == true
    }

    /// The median of what restores of the resource took in a region; nil where none was seen there: another resource's
    /// size, or another region's key and network, measure nothing of this one.
    package func duration(of resource: AccountResource, in region: Region) -> Estimate? {
        guard let seconds = durations[region]?[resource.arn] else { return nil }
        return Estimate(duration: .seconds(Int64(Self.median(seconds).rounded(.up))), basis: .measured)
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}
