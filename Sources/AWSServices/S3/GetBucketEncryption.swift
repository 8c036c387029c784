package import AWSCore
package import AWSModel

extension S3 {
    /// The default encryption of a bucket.
    package struct GetBucketEncryption: BucketSubresourceRead {
        package static let name = "GetBucketEncryption"
        package static let permission: String? = "s3:GetEncryptionConfiguration"
        package static let call = "s3:GetBucketEncryption"
        package static let subresource = "encryption"
        package static let root = "ServerSideEncryptionConfiguration"

        package let bucket: String

        package init(bucket: String) { self.bucket = bucket }

        package static func read(_ document: XMLElement) throws(MalformedReply) -> BucketEncryption {
            for rule in document.all("Rule") {
                guard let byDefault = rule["ApplyServerSideEncryptionByDefault"] else { continue }
                return BucketEncryption(
                    algorithm: Open(try byDefault.requiredText("SSEAlgorithm")),
                    kmsKeyID: byDefault.nonEmptyText("KMSMasterKeyID"),
                    bucketKeyEnabled: try rule.boolean("BucketKeyEnabled") ?? false)
            }
            throw MalformedReply("no <Rule> has <ApplyServerSideEncryptionByDefault>")
        }
    }
}
