package import AWSCore
package import AWSModel

extension S3 {
    /// The region of a bucket, from any regional endpoint; a 301, 400 or 403 names it too (1.23).
    package struct HeadBucket: ReadOperation {
        package static let service = S3.service
        package static let name = "HeadBucket"
        package static let permission: String? = "s3:ListBucket"
        package static let call = "s3:HeadBucket"

        package let bucket: String

        package init(bucket: String) { self.bucket = bucket }

        package func request() -> OperationRequest { OperationRequest(method: .head, bucket: bucket) }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Region {
            guard let region = response.headers["x-amz-bucket-region"], !region.isEmpty else {
                throw MalformedReply("no x-amz-bucket-region")
            }
            return Region(region)
        }
    }
}
