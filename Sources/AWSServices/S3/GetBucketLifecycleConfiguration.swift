package import AWSCore
package import AWSModel

extension S3 {
    /// The lifecycle rules of a bucket; a bucket without answers 404 (1.25).
    package struct GetBucketLifecycleConfiguration: BucketSubresourceRead {
        package static let name = "GetBucketLifecycleConfiguration"
        package static let permission: String? = "s3:GetLifecycleConfiguration"
        package static let call = "s3:GetBucketLifecycleConfiguration"
        package static let subresource = "lifecycle"
        package static let root = "LifecycleConfiguration"

        package let bucket: String

        package init(bucket: String) { self.bucket = bucket }

        package static func read(_ document: XMLElement) throws(MalformedReply) -> LifecycleConfiguration {
            var rules: [LifecycleRule] = []
            for rule in document.all("Rule") { rules.append(try LifecycleRule(rule)) }
            return LifecycleConfiguration(rules: rules)
        }
    }
}
