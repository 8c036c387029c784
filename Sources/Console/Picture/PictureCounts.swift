import AWSModel
import Posture

/// What the lines above the lists count, counted once for a picture.
package struct PictureCounts: Sendable {
    let buckets: VerdictCounts
    let others: VerdictCounts
    /// Names of the plans whose rules overlap, sorted.
    let overlappingPlans: [String]
    /// Of the unprotected buckets of each region, those that rules replicate to.
    let unprotectedReplicas: [Region: Int]
    /// Buckets whose replication rules were not read.
    let unreadReplications: Int

    init(_ inventory: Inventory, _ assessment: Assessment) {
        buckets = VerdictCounts(assessment) { $0.type == .s3Bucket }
        others = VerdictCounts(assessment) { $0.type != .s3Bucket }
        let overlaps = Set(assessment.findings.filter { $0.id == "backup-overlapping-rules" }.map(\.resource))
        let plans = inventory.backup.flatMap { $0.plans.value ?? [] }
        overlappingPlans = plans.filter { plan in overlaps.contains { $0.hasSuffix(plan.id) } }.map(\.name).sorted()
        let destinations = Set(
            inventory.buckets.lazy.flatMap { $0.replication.value?.rules ?? [] }.filter(\.isEnabled)
                .map(\.destination.bucketName))
        var replicas: [Region: Int] = [:]
        for scenario in assessment.scenarios {
            guard let region = scenario.scenario.region else { continue }
            replicas[region] = scenario.resources.count {
                $0.type == .s3Bucket && $0.verdict == .unprotected && destinations.contains($0.name)
            }
        }
        unprotectedReplicas = replicas
        unreadReplications = inventory.buckets.count { !$0.replication.isRead }
    }
}
