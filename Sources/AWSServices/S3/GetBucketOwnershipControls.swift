package import AWSCore
package import AWSModel

extension S3 {
    /// Who owns the objects of a bucket; a bucket without the setting answers 404 (1.16, 1.25).
    package struct GetBucketOwnershipControls: BucketSubresourceRead {
        package static let name = "GetBucketOwnershipControls"
        package static let call = "s3:GetBucketOwnershipControls"
        package static let subresource = "ownershipControls"
        package static let root = "OwnershipControls"

        package let bucket: String

        package init(bucket: String) { self.bucket = bucket }

        package static func read(_ document: XMLElement) throws(MalformedReply) -> Open<ObjectOwnership> {
            Open(try document.required("Rule").requiredText("ObjectOwnership"))
        }
    }
}
