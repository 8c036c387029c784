package import AWSCore

extension OperationCatalogue {
    /// What changes an account: only `Execution` sends it, and only under a grant.
    package static let writes: [any MutatingOperation.Type] = [
        Backup.StartRestoreJob.self,
        RDS.CreateDBInstance.self, RDS.PromoteReadReplica.self, RDS.FailoverGlobalCluster.self,
        RDS.SwitchoverGlobalCluster.self, RDS.RestoreDBInstanceToPointInTime.self,
        RDS.RestoreDBClusterToPointInTime.self, DynamoDB.RestoreTableToPointInTime.self, EC2.CreateVolume.self,
        EFS.DeleteReplicationConfiguration.self, S3.DeleteObject.self, S3.CopyObject.self, S3Control.CreateJob.self,
        S3Control.SubmitMultiRegionAccessPointRoutes.self,
    ]
}
