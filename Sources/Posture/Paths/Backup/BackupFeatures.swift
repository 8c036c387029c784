import AWSModel

/// Whether AWS Backup can copy a type to another region, as of its documentation of 2026-09 (2.10).
enum BackupFeatures {
    enum Copying: Hashable, Sendable {
        case possible
        /// No copy of any kind, with why.
        case impossible(String)
        /// It depends on something that was not read.
        case unknown(String)
    }

    static func crossRegionCopies(of resource: AccountResource, settings: Reading<BackupRegionSettings>?) -> Copying {
        if resource.isTypeAssumed {
            return .unknown(
                "whether it is an Aurora cluster or an RDS Multi-AZ cluster, of which AWS Backup copies none, "
                    + "is not known")
        }
        switch resource.type {
        case .rdsCluster: return .impossible("AWS Backup cannot copy RDS Multi-AZ clusters")
        case .dynamoDBTable: return dynamoDB(settings)
        case .other("Redshift"), .other("Redshift Serverless"):
            return .impossible("AWS Backup cannot copy Redshift")
        case .s3Bucket, .rdsInstance, .auroraCluster, .ebsVolume, .efsFileSystem, .other: return .possible
        }
    }

    /// Whether AWS Backup keeps it under the vault's own key (2.10); tables only with its advanced features, and without
    /// these it says which key it used.
    static func isFullyManaged(_ type: ResourceType) -> Bool {
        switch type {
        case .s3Bucket, .efsFileSystem: true
        case .rdsInstance, .rdsCluster, .auroraCluster, .ebsVolume, .dynamoDBTable, .other: false
        }
    }

    /// Without advanced features tables have no copies at all, not even in the same region (2.6, 2.10).
    private static func dynamoDB(_ settings: Reading<BackupRegionSettings>?) -> Copying {
        switch settings?.value?.management["DynamoDB"] {
        case true: .possible
        case false: .impossible("AWS Backup copies no tables while its advanced features for DynamoDB are off")
        case nil: .unknown("advanced features for DynamoDB unread: \(settings?.gap ?? "not read")")
        }
    }
}
