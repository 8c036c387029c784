import AWSModel

/// What an ARN names: in AWS Backup's words and in ours.
package struct ResourceClassification: Hashable, Sendable {
    package let type: ResourceType
    /// AWS Backup's own name of the type, as in its replies and its opt-in settings: "S3", "EBS".
    package let backupType: String
    /// The resource's name without its ARN: a bucket's name, `vol-0123`.
    package let name: String

    /// What the ARN tells, or AWS Backup's own word where it has given one; without it a cluster passes for Aurora.
    package init(arn: String, backupType: String? = nil) {
        guard let parsed = ARN(arn) else {
            name = arn
            self.backupType = backupType ?? "unknown"
            type = .other(self.backupType)
            return
        }
        let resource = parsed.resource
        let kind = resource.prefix { $0 != ":" && $0 != "/" }
        let rest = resource.dropFirst(kind.count + 1)
        self.backupType = backupType ?? Self.backupType(service: parsed.service, kind: kind)
        type = Self.type(backupType: self.backupType, isCluster: kind == "cluster")
        name = rest.isEmpty || parsed.service == "s3" ? resource : String(rest)
    }

    private static func type(backupType: String, isCluster: Bool) -> ResourceType {
        switch backupType {
        case "S3": .s3Bucket
        case "RDS": isCluster ? .rdsCluster : .rdsInstance
        case "Aurora": .auroraCluster
        case "DynamoDB": .dynamoDBTable
        case "EBS": .ebsVolume
        case "EFS": .efsFileSystem
        default: .other(backupType)
        }
    }

    private static func backupType(service: String, kind: Substring) -> String {
        switch (service, kind) {
        case ("s3", _): "S3"
        case ("rds", "db"): "RDS"
        case ("rds", "cluster"): "Aurora"
        case ("dynamodb", "table"): "DynamoDB"
        case ("ec2", "volume"): "EBS"
        case ("ec2", "instance"): "EC2"
        case ("elasticfilesystem", "file-system"): "EFS"
        case ("fsx", _): "FSx"
        case ("storagegateway", _): "Storage Gateway"
        case ("redshift", _): "Redshift"
        case ("timestream", _): "Timestream"
        case ("cloudformation", _): "CloudFormation"
        case ("backup-gateway", _): "VirtualMachine"
        case ("ssm-sap", _): "SAP HANA on Amazon EC2"
        default: service
        }
    }
}
