package import AWSCore

extension S3 {
    /// The policy of a bucket as JSON text; a bucket without answers 404 (1.25).
    package struct GetBucketPolicy: ReadOperation {
        package static let service = S3.service
        package static let name = "GetBucketPolicy"
        package static let call = "s3:GetBucketPolicy"

        package let bucket: String

        package init(bucket: String) { self.bucket = bucket }

        package func request() -> OperationRequest {
            OperationRequest(query: [QueryItem("policy")], bucket: bucket)
        }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> String {
            guard response.body.first(where: { !blanks.contains($0) }) == UInt8(ascii: "{") else {
                throw MalformedReply("the policy is not a JSON object")
            }
            return String(decoding: response.body, as: UTF8.self)
        }

        private static let blanks = Array(" \t\r\n".utf8)
    }
}
