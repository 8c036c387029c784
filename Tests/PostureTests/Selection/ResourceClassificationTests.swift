import Posture
import Testing

@Suite struct ResourceClassificationTests {
    static let account = "us-east-1:111122223333"
    static let table: [(arn: String, given: String?, type: ResourceType, backupType: String, name: String)] = [
        ("arn:aws:s3:::media", nil, .s3Bucket, "S3", "media"),
        ("arn:aws-cn:s3:::media", "S3", .s3Bucket, "S3", "media"),
        ("arn:aws:rds:\(account):db:main", nil, .rdsInstance, "RDS", "main"),
        ("arn:aws:rds:\(account):cluster:main", nil, .auroraCluster, "Aurora", "main"),
        ("arn:aws:rds:\(account):cluster:main", "RDS", .rdsCluster, "RDS", "main"),
        ("arn:aws:rds:\(account):cluster:main", "Aurora", .auroraCluster, "Aurora", "main"),
        ("arn:aws:rds:\(account):cluster:main", "Neptune", .other("Neptune"), "Neptune", "main"),
        ("arn:aws:rds:\(account):cluster:main", "DocumentDB", .other("DocumentDB"), "DocumentDB", "main"),
        ("arn:aws:dynamodb:\(account):table/orders", nil, .dynamoDBTable, "DynamoDB", "orders"),
        ("arn:aws:ec2:\(account):volume/vol-0a", nil, .ebsVolume, "EBS", "vol-0a"),
        ("arn:aws:ec2:\(account):instance/i-0a", nil, .other("EC2"), "EC2", "i-0a"),
        ("arn:aws:elasticfilesystem:\(account):file-system/fs-0a", nil, .efsFileSystem, "EFS", "fs-0a"),
        ("arn:aws:fsx:\(account):file-system/fs-0b", nil, .other("FSx"), "FSx", "fs-0b"),
        ("arn:aws:redshift:\(account):cluster:wh", nil, .other("Redshift"), "Redshift", "wh"),
        ("arn:aws:newservice:\(account):thing/one", nil, .other("newservice"), "newservice", "one"),
        ("arn:aws:newservice:\(account):thing/one", "New Service", .other("New Service"), "New Service", "one"),
        ("arn:aws:ec2:\(account):volume/", nil, .ebsVolume, "EBS", "volume/"),
        ("not an arn", nil, .other("unknown"), "unknown", "not an arn"),
    ]

    @Test("an ARN tells the type, in AWS Backup's words and ours, and the name", arguments: table)
    func classification(arn: String, given: String?, type: ResourceType, backupType: String, name: String) {
        let found = ResourceClassification(arn: arn, backupType: given)
        #expect(found.type == type)
        #expect(found.backupType == backupType)
        #expect(found.name == name)
    }
}
