package import AWSCore
package import AWSModel

extension S3 {
    /// A bucket's Object Lock; a bucket without answers 404 (1.15, 1.25).
    package struct GetObjectLockConfiguration: BucketSubresourceRead {
        package static let name = "GetObjectLockConfiguration"
        package static let permission: String? = "s3:GetBucketObjectLockConfiguration"
        package static let call = "s3:GetObjectLockConfiguration"
        package static let subresource = "object-lock"
        package static let root = "ObjectLockConfiguration"

        package let bucket: String

        package init(bucket: String) { self.bucket = bucket }

        package static func read(_ document: XMLElement) throws(MalformedReply) -> ObjectLockConfiguration {
            let retention = document["Rule"]?["DefaultRetention"]
            return ObjectLockConfiguration(
                enabled: document.text("ObjectLockEnabled") == "Enabled",
                defaultMode: retention?.text("Mode").map { Open($0) },
                defaultRetentionDays: try retention?.integer("Days"),
                defaultRetentionYears: try retention?.integer("Years"))
        }
    }
}
