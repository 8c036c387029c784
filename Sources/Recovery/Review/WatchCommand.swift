import AWSModel

extension PlannedCall {
    /// The `aws` command that says how far it is; nil where its answer is its end. JOB-ID and VOLUME-ID are told by the
    /// call's own answer.
    package var watchCommand: String? {
        guard let arguments = watchArguments else { return nil }
        return (["aws"] + arguments + ["--region", region.name]).map(Self.quoted).joined(separator: " ")
    }

    private var watchArguments: [String]? {
        switch action {
        case .startRestoreJob: ["backup", "describe-restore-job", "--restore-job-id", "JOB-ID"]
        case .createDBInstance(let name, _, _, _), .restoreDBInstanceToPointInTime(_, let name, _, _),
            .promoteReadReplica(let name):
            ["rds", "describe-db-instances", "--db-instance-identifier", name]
        case .restoreDBClusterToPointInTime(_, let name, _, _):
            ["rds", "describe-db-clusters", "--db-cluster-identifier", name]
        case .failoverGlobalCluster(let name, _), .switchoverGlobalCluster(let name, _):
            ["rds", "describe-global-clusters", "--global-cluster-identifier", name]
        case .restoreTableToPointInTime(_, let name, _): ["dynamodb", "describe-table", "--table-name", name]
        case .createVolume: ["ec2", "describe-volumes", "--volume-ids", "VOLUME-ID"]
        case .deleteFileSystemReplication(let source, _):
            ["efs", "describe-replication-configurations", "--file-system-id", source]
        case .createReplicationJob(_, let role, _, _):
            [
                "s3control", "describe-job", "--account-id", ARN(role)?.account?.digits ?? "ACCOUNT", "--job-id",
                "JOB-ID",
            ]
        case .removeDeleteMarkers, .restoreVersions, .submitRoutes: nil
        }
    }
}
