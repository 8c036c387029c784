extension RecoveryAction {
    /// The operation as evidence names it: "backup:StartRestoreJob".
    package var call: String {
        switch self {
        case .startRestoreJob: "backup:StartRestoreJob"
        case .createDBInstance: "rds:CreateDBInstance"
        case .promoteReadReplica: "rds:PromoteReadReplica"
        case .failoverGlobalCluster: "rds:FailoverGlobalCluster"
        case .switchoverGlobalCluster: "rds:SwitchoverGlobalCluster"
        case .restoreDBInstanceToPointInTime: "rds:RestoreDBInstanceToPointInTime"
        case .restoreDBClusterToPointInTime: "rds:RestoreDBClusterToPointInTime"
        case .restoreTableToPointInTime: "dynamodb:RestoreTableToPointInTime"
        case .createVolume: "ec2:CreateVolume"
        case .deleteFileSystemReplication: "elasticfilesystem:DeleteReplicationConfiguration"
        case .removeDeleteMarkers: "s3:DeleteObject"
        case .restoreVersions: "s3:CopyObject"
        case .createReplicationJob: "s3:CreateJob"
        case .submitRoutes: "s3:SubmitMultiRegionAccessPointRoutes"
        }
    }
}
