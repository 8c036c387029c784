package import AWSCore
package import AWSModel

extension S3 {
    /// The tags of a bucket; a bucket without answers 404 (1.25).
    package struct GetBucketTagging: BucketSubresourceRead {
        package static let name = "GetBucketTagging"
        package static let call = "s3:GetBucketTagging"
        package static let subresource = "tagging"
        package static let root = "Tagging"

        package let bucket: String

        package init(bucket: String) { self.bucket = bucket }

        package static func read(_ document: XMLElement) throws(MalformedReply) -> [Tag] {
            try [Tag](document.required("TagSet").all("Tag"))
        }
    }
}
