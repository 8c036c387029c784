import AWSCore

/// The names of what a call is about, so that denials can name them.
enum CalledResource {
    static func names(in request: SimulatedRequest, of service: SimulatedService) -> [String] {
        switch service {
        case .iam, .sts:
            let input = FormParameters(request)
            return ["RoleName", "PolicyArn", "RoleArn"].compactMap { input[$0] }
        case .kms:
            let input = try? JSONInput(request.body)
            return ["KeyId"].compactMap { input?.string($0) }
        case .ec2:
            let input = FormParameters(request)
            return [input["VolumeId"], input["SnapshotId"], input["SourceSnapshotId"]].compactMap { $0 }
                + input.list("VolumeId") + input.list("SnapshotId")
        case .rds:
            let input = FormParameters(request)
            return [
                "DBInstanceIdentifier", "DBClusterIdentifier", "GlobalClusterIdentifier", "ResourceName",
                "SourceDBInstanceArn",
            ].compactMap { input[$0] }
        case .dynamoDB:
            let input = try? JSONInput(request.body)
            return ["TableName", "ResourceArn"].compactMap { input?.string($0) }
        case .efs:
            return [request.queryValue("FileSystemId")].compactMap { $0 } + request.segments.dropFirst(2)
        case .backup, .dlm: return Array(request.segments.dropFirst())
        case .s3, .s3Control, .cloudWatch, .other: return []
        }
    }
}
