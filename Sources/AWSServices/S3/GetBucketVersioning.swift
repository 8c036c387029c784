package import AWSCore
package import AWSModel

extension S3 {
    /// Whether a bucket keeps versions: an empty reply means that it never did (1.25).
    package struct GetBucketVersioning: BucketSubresourceRead {
        package static let name = "GetBucketVersioning"
        package static let call = "s3:GetBucketVersioning"
        package static let subresource = "versioning"
        package static let root = "VersioningConfiguration"

        package let bucket: String

        package init(bucket: String) { self.bucket = bucket }

        package static func read(_ document: XMLElement) throws(MalformedReply) -> BucketVersioning {
            BucketVersioning(
                status: document.text("Status").map { Open($0) }, mfaDelete: document.text("MfaDelete") == "Enabled")
        }
    }
}
