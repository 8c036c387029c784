import AWSModel

/// The role that S3 Batch Operations takes for a Batch Replication job (1.21).
package enum BatchReplicationRole {
    /// Who assumes it.
    package static let service = "batchoperations.s3.amazonaws.com"

    /// It reads the rule, has a list of the objects made, replicates them and writes the report.
    static func permissions(of bucket: String, reportingTo report: String, for role: String) -> NeededPermissions {
        let partition = ARN(role)?.partition ?? "aws"
        let (source, target) = (ARN.bucket(bucket, partition: partition), ARN.bucket(report, partition: partition))
        return NeededPermissions(
            groups: [
                (["s3:InitiateReplication"], "\(source)/*"),
                (["s3:GetReplicationConfiguration", "s3:PutInventoryConfiguration"], source.text),
                (["s3:PutObject"], "\(target)/*"),
            ],
            advice: "Give it what Batch Replication needs: s3:InitiateReplication on \(source)/*, "
                + "s3:GetReplicationConfiguration and s3:PutInventoryConfiguration on \(source), and s3:PutObject on "
                + "\(target)/*.")
    }
}
