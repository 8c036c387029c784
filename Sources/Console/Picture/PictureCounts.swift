import Posture

/// What the lines above the lists count, counted once for a picture.
package struct PictureCounts: Sendable {
    let buckets: VerdictCounts
    let others: VerdictCounts
    let overlappingRules: Int
    /// Buckets whose replication rules were not read.
    let unreadReplications: Int

    init(_ inventory: Inventory, _ assessment: Assessment) {
        buckets = VerdictCounts(assessment) { $0.type == .s3Bucket }
        others = VerdictCounts(assessment) { $0.type != .s3Bucket }
        overlappingRules = assessment.findings.count { $0.id == "backup-overlapping-rules" }
        unreadReplications = inventory.buckets.count { !$0.replication.isRead }
    }
}
