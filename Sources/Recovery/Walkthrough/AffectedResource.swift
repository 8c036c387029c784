package import AWSModel
package import Posture

/// A resource that an incident hits.
package struct AffectedResource: Hashable, Sendable, Codable {
    package var arn: String
    package var name: String
    /// `s3-bucket`: see `type`.
    package var typeName: String
    /// AWS Backup's name of the type, "DynamoDB".
    package var backupType: String
    package var region: Region?
    package var verdict: Verdict
    package var reason: String

    package init(
        arn: String, name: String, type: ResourceType, backupType: String, region: Region?, verdict: Verdict,
        reason: String
    ) {
        self.arn = arn
        self.name = name
        typeName = type.name
        self.backupType = backupType
        self.region = region
        self.verdict = verdict
        self.reason = reason
    }

    package var type: ResourceType { ResourceType.judged.first { $0.name == typeName } ?? .other(typeName) }
}

extension AffectedResource {
    init(_ assessment: ResourceAssessment) {
        self.init(
            arn: assessment.arn, name: assessment.name, type: assessment.type, backupType: assessment.type.backupName,
            region: assessment.region, verdict: assessment.verdict, reason: assessment.reason)
    }
}

extension ResourceType {
    /// AWS Backup's name of it, as `StartRestoreJob` takes it.
    var backupName: String {
        switch self {
        case .s3Bucket: "S3"
        case .rdsInstance, .rdsCluster: "RDS"
        case .auroraCluster: "Aurora"
        case .dynamoDBTable: "DynamoDB"
        case .ebsVolume: "EBS"
        case .efsFileSystem: "EFS"
        case .other(let name): name
        }
    }
}
