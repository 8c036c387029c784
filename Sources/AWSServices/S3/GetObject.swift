package import AWSCore
package import AWSModel

extension S3 {
    /// The first byte of an object: that it can be read and decrypted, and how long it is in whole.
    package struct GetObject: ReadOperation {
        /// What came back of the object.
        package struct Output: Hashable, Sendable {
            package var wholeSize: ByteCount
        }

        package static let service = S3.service
        package static let name = "GetObject"
        package static let call = "s3:GetObject"

        package let bucket: String
        package let key: String
        /// Nil is the latest.
        package let versionID: String?

        package init(bucket: String, key: String, versionID: String? = nil) {
            self.bucket = bucket
            self.key = key
            self.versionID = versionID
        }

        package func request() -> OperationRequest {
            .object(key, version: versionID, of: bucket, headers: ["Range": "bytes=0-0"])
        }

        /// An object without a byte has no first one: S3 refuses the range (416).
        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Output {
            let text =
                response.headers["Content-Range"]?.split(separator: "/").last.map(String.init)
                ?? response.headers["Content-Length"]
            guard let text, let size = Int64(text) else { throw MalformedReply("the reply does not tell a size") }
            return Output(wholeSize: ByteCount(size))
        }
    }
}
