import AWSModel

/// What a restore makes, by the metadata it was started with (2.16).
struct RestoreTarget {
    /// The ARN of the restored resource.
    let arn: String
    /// The metadata without which the restore fails; nil when nothing is missing.
    let missing: String?
    private let metadata: [String: String]

    /// - Parameter id: names what AWS would name itself.
    init(
        type: String, metadata: [String: String], region: Region, account: AccountID, partition: String, id: String
    ) {
        let short = id.filter { $0 != "-" }.prefix(16)
        func arn(_ service: String, _ resource: String) -> String {
            ARN(partition: partition, service: service, region: region, account: account, resource: resource).text
        }
        /// Metadata names are written with either case of the first letter.
        func value(_ name: String) -> String? { Self.value(name, metadata) }
        self.metadata = metadata
        let needed: String?
        switch type {
        case "S3":
            needed = "DestinationBucketName"
            self.arn = ARN.bucket(value("DestinationBucketName") ?? "", partition: partition).text
        case "DynamoDB":
            needed = "targetTableName"
            self.arn = arn("dynamodb", "table/\(value("targetTableName") ?? "")")
        case "RDS":
            needed = "DBInstanceIdentifier"
            self.arn = arn("rds", "db:\(value("DBInstanceIdentifier") ?? "")")
        case "Aurora", "DocumentDB", "Neptune":
            needed = "dbClusterIdentifier"
            self.arn = arn("rds", "cluster:\(value("dbClusterIdentifier") ?? "")")
        case "EBS":
            needed = "availabilityZone"
            self.arn = arn("ec2", "volume/vol-0\(short)")
        case "EFS":
            needed = "file-system-id"
            let existing = value("newFileSystem") == "true" ? nil : value("file-system-id")
            self.arn = arn("elasticfilesystem", "file-system/\(existing ?? "fs-0\(short)")")
        case "EC2":
            needed = nil
            self.arn = arn("ec2", "instance/i-0\(short)")
        case "FSx":
            needed = nil
            self.arn = arn("fsx", "file-system/fs-0\(short)")
        default:
            needed = nil
            self.arn = arn("backup", "restored:\(id)")
        }
        missing = needed.flatMap { value($0) == nil ? $0 : nil }
    }

    /// A parameter of the restore.
    func value(_ name: String) -> String? { Self.value(name, metadata) }

    static func value(_ name: String, _ metadata: [String: String]) -> String? {
        metadata.first { $0.key.lowercased() == name.lowercased() }?.value
    }
}
