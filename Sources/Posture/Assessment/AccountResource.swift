package import AWSModel

/// One resource that the question is asked of.
package struct AccountResource: Hashable, Sendable {
    /// How much of it this version judges.
    package enum Evaluation: Hashable, Sendable {
        /// Every protection it can have is read.
        case full
        /// Its copies by AWS Backup are read, its service's own protection is not.
        indirect case backupOnly(service: String, gap: String? = nil)
        /// Outside what is judged, and why.
        indirect case none(String)
    }

    package var arn: String
    package var type: ResourceType
    /// AWS Backup's name of the type, "DynamoDB".
    package var backupType: String
    package var name: String
    /// Nil when it was not read: see `regionGap`.
    package var region: Region?
    package var regionGap: String?
    /// Where it stands among the inventory's buckets.
    package var bucket: Int? { bucketNumber.map { Int($0) } }
    private var bucketNumber: Int32?
    /// Where its own service's reading of it stands.
    package var native: NativePlace?
    package var evaluation: Evaluation
    /// Its ARN alone names it, and fits an Aurora cluster as well as an RDS Multi-AZ cluster.
    package var isTypeAssumed = false
    /// Days since its last backup where nothing else tells of it and they are more than 90: it may be gone (2.13).
    package var daysUnseen: Int32?
    /// Where it stands among the account's resources.
    var position: Int32 = 0

    package init(
        arn: String, type: ResourceType, backupType: String, name: String, region: Region?, regionGap: String? = nil,
        bucket: Int? = nil, evaluation: Evaluation
    ) {
        self.arn = arn
        self.type = type
        self.backupType = backupType
        self.name = name
        self.region = region
        self.regionGap = regionGap
        bucketNumber = bucket.map { Int32($0) }
        self.evaluation = evaluation
    }
}

extension AccountResource {
    /// Whether its verdict can be other than `not-evaluated`.
    package var isJudged: Bool {
        if case .none = evaluation { return false }
        return true
    }
}

extension AccountResource.Evaluation {
    /// What this version judges of a type: S3 in full, the rest by their copies (design, section 3).
    package init(_ type: ResourceType) {
        self =
            switch type {
            case .s3Bucket: .full
            case .rdsInstance, .rdsCluster: .backupOnly(service: "RDS")
            case .auroraCluster: .backupOnly(service: "Aurora")
            case .dynamoDBTable: .backupOnly(service: "DynamoDB")
            case .ebsVolume: .backupOnly(service: "EBS")
            case .efsFileSystem: .backupOnly(service: "EFS")
            case .other(let name): .none("resources of type \(name) are not judged")
            }
    }
}
