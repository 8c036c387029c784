import AWSModel

/// How long recovery takes where nothing was measured, as of 2026-09: orders of magnitude, said to be typical.
enum RecoveryTimes {
    /// Pointing an application at a replica that is there already (1.22).
    static let repointing = Estimate(duration: .minutes(10), basis: .typical)

    /// Promoting a replica, or failing over to another region of a global database.
    static let promotion = Estimate(duration: .minutes(15), basis: .typical)
    /// The same where an instance must be made first (3.3).
    static let headless = Estimate(duration: .minutes(45), basis: .typical)
    /// Removing delete markers, or putting older versions in front again.
    static let undelete = Estimate(duration: .minutes(30), basis: .typical)
    /// How far point-in-time recovery is behind the present.
    static let recoveryLag = Estimate(duration: .minutes(5), basis: .typical)
    /// How far replicas are behind where their lag was not read.
    static let replicaLag = Estimate(duration: .minutes(1), basis: .typical)
    static let globalLag = Estimate(duration: .seconds(5), basis: .typical)
    static let tableLag = Estimate(duration: .seconds(2), basis: .typical)

    /// Restoring objects from Glacier Flexible Retrieval, or a recovery point from cold storage.
    static let cold = Estimate(duration: .hours(12), basis: .typical)
    /// Restoring an archived snapshot of a volume, which is what cold storage is to it: up to three days.
    static let archivedSnapshot = Estimate(duration: .hours(72), basis: .typical)
    /// Restoring objects from Glacier Deep Archive.
    static let deepArchive = Estimate(duration: .hours(48), basis: .typical)

    /// Serving from replicas of a storage class: the archives have to be restored first.
    static func repointing(to storageClass: String?) -> Estimate {
        switch storageClass {
        case "GLACIER": cold
        case "DEEP_ARCHIVE": deepArchive
        default: repointing
        }
    }

    static func cold(_ type: ResourceType) -> Estimate { type == .ebsVolume ? archivedSnapshot : cold }

    /// Restoring from a recovery point; an Aurora restore counts the instance that must be made after it (2.16).
    static func restore(of type: ResourceType) -> Estimate {
        let duration: Duration =
            switch type {
            case .s3Bucket, .efsFileSystem, .other: .hours(4)
            case .rdsInstance, .rdsCluster, .ebsVolume: .hours(1)
            case .auroraCluster: .minutes(90)
            case .dynamoDBTable: .hours(2)
            }
        return Estimate(duration: duration, basis: .typical)
    }
}
