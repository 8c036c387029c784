import Posture

extension ResourceType {
    /// For a narrow column: the service alone.
    var shortName: String {
        switch self {
        case .s3Bucket: "s3"
        case .rdsInstance, .rdsCluster: "rds"
        case .auroraCluster: "aurora"
        case .dynamoDBTable: "dynamodb"
        case .ebsVolume: "ebs"
        case .efsFileSystem: "efs"
        case .other(let name): name
        }
    }
}
