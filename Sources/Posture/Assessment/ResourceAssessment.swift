package import AWSModel

/// What kind of resource it is; a type only AWS Backup knows keeps AWS Backup's name.
package enum ResourceType: Hashable, Sendable {
    case s3Bucket, rdsInstance, rdsCluster, auroraCluster, dynamoDBTable, ebsVolume, efsFileSystem
    indirect case other(String)

    /// Those that are judged.
    package static let judged: [ResourceType] = [
        .s3Bucket, .rdsInstance, .rdsCluster, .auroraCluster, .dynamoDBTable, .ebsVolume, .efsFileSystem,
    ]

    package var name: String {
        switch self {
        case .s3Bucket: "s3-bucket"
        case .rdsInstance: "rds-instance"
        case .rdsCluster: "rds-cluster"
        case .auroraCluster: "aurora-cluster"
        case .dynamoDBTable: "dynamodb-table"
        case .ebsVolume: "ebs-volume"
        case .efsFileSystem: "efs-file-system"
        case .other(let name): name
        }
    }
}

/// One resource in one scenario.
package struct ResourceAssessment: Hashable, Sendable {
    package var arn: String
    package var type: ResourceType
    package var name: String
    /// Nil when the region itself was not read.
    package var region: Region?
    /// Best first.
    package var paths: [RecoveryPath]
    /// Names of the findings about this resource, sorted.
    package var findings: [String]
    /// The verdict's reason in one clause, for one line of a report.
    package var reason: String
    /// The acceptance of its risk, in force now; the verdict stands, and no answer is a no for it.
    package var accepted: Acceptance?
    // What is small stands last, side by side: there is one of these for each resource.
    package var recoveryPoint: Estimate?
    package var recoveryTime: Estimate?
    package var verdict: Verdict
    /// Of the best path; nil where there is none.
    package var assurance: Assurance?

    package init(
        arn: String, type: ResourceType, name: String, region: Region? = nil, verdict: Verdict,
        assurance: Assurance? = nil, recoveryPoint: Estimate? = nil, recoveryTime: Estimate? = nil,
        paths: [RecoveryPath], findings: [String], reason: String, accepted: Acceptance? = nil
    ) {
        self.arn = arn
        self.type = type
        self.name = name
        self.region = region
        self.verdict = verdict
        self.assurance = assurance
        self.recoveryPoint = recoveryPoint
        self.recoveryTime = recoveryTime
        self.paths = paths
        self.findings = findings
        self.reason = reason
        self.accepted = accepted
    }
}
