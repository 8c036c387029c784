package import AWSCore
package import AWSModel

extension S3 {
    /// What S3 knows of one version of an object, without its content.
    package struct HeadObject: ReadOperation {
        package static let service = S3.service
        package static let name = "HeadObject"
        package static let permission: String? = "s3:GetObject"
        package static let call = "s3:HeadObject"

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
            .object(key, version: versionID, of: bucket, method: .head)
        }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> ObjectMetadata {
            let headers = response.headers
            return ObjectMetadata(
                size: try headers.parsed("Content-Length") { Int64($0).map { ByteCount($0) } },
                lastModified: try headers.parsed("Last-Modified") { WireDate.http($0) },
                etag: headers["ETag"],
                versionID: headers["x-amz-version-id"],
                replicationStatus: headers["x-amz-replication-status"].map { Open($0) },
                encryption: headers["x-amz-server-side-encryption"].map { Open($0) },
                kmsKeyID: headers["x-amz-server-side-encryption-aws-kms-key-id"],
                storageClass: headers["x-amz-storage-class"],
                lockMode: headers["x-amz-object-lock-mode"].map { Open($0) },
                lockedUntil: try headers.parsed("x-amz-object-lock-retain-until-date") { WireDate.iso8601($0) },
                legalHold: headers["x-amz-object-lock-legal-hold"].map { $0 == "ON" })
        }
    }
}

extension HTTPHeaders {
    /// The value of a header as something else; nil when the header is absent.
    fileprivate func parsed<Value>(_ name: String, _ parse: (String) -> Value?) throws(MalformedReply) -> Value? {
        guard let text = self[name] else { return nil }
        guard let value = parse(text) else { throw MalformedReply("header \(name): \(text.prefix(40))") }
        return value
    }
}
