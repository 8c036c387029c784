package import AWSCore
package import AWSModel

extension S3 {
    /// The region of a bucket: an empty reply is us-east-1, `EU` is eu-west-1 (1.23).
    package struct GetBucketLocation: BucketSubresourceRead {
        package static let name = "GetBucketLocation"
        package static let call = "s3:GetBucketLocation"
        package static let subresource = "location"
        package static let root = "LocationConstraint"

        package let bucket: String

        package init(bucket: String) { self.bucket = bucket }

        package static func read(_ document: XMLElement) throws(MalformedReply) -> Region {
            switch document.text {
            case "": "us-east-1"
            case "EU": "eu-west-1"
            default: Region(document.text)
            }
        }
    }
}
