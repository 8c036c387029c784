package import AWSCore
package import AWSModel

extension S3 {
    /// What a bucket refuses to make public; a bucket without the setting answers 404 (1.25).
    package struct GetPublicAccessBlock: BucketSubresourceRead {
        package static let name = "GetPublicAccessBlock"
        package static let permission: String? = "s3:GetBucketPublicAccessBlock"
        package static let call = "s3:GetPublicAccessBlock"
        package static let subresource = "publicAccessBlock"
        package static let root = "PublicAccessBlockConfiguration"

        package let bucket: String

        package init(bucket: String) { self.bucket = bucket }

        package static func read(_ document: XMLElement) throws(MalformedReply) -> PublicAccessBlock {
            PublicAccessBlock(
                blockPublicACLs: try document.boolean("BlockPublicAcls") ?? false,
                ignorePublicACLs: try document.boolean("IgnorePublicAcls") ?? false,
                blockPublicPolicy: try document.boolean("BlockPublicPolicy") ?? false,
                restrictPublicBuckets: try document.boolean("RestrictPublicBuckets") ?? false)
        }
    }
}
