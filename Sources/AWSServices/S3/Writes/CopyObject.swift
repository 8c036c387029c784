package import AWSCore
package import AWSModel

extension S3 {
    /// Makes an older version of an object its latest again, metadata and tags included; answered with the new version.
    /// S3 copies up to 5 GiB so.
    package struct CopyObject: MutatingOperation {
        package static let service = S3.service
        package static let name = "CopyObject"
        package static let permission: String? = "s3:PutObject"
        package static let call = "s3:CopyObject"
        package static let isRepeatable = true

        package let bucket: String
        package let key: String
        package let versionID: String
        package let storageClass: String?

        package init(_ version: ObjectVersion, of bucket: String) {
            self.bucket = bucket
            key = version.key
            versionID = version.versionID
            storageClass = version.storageClass
        }

        package func request() -> OperationRequest {
            let path = "/" + PercentEncoding.encodePath(key)
            var headers: HTTPHeaders = [
                "x-amz-copy-source": bucket + path + "?versionId=" + PercentEncoding.encode(versionID)
            ]
            if let storageClass { headers["x-amz-storage-class"] = storageClass }
            return OperationRequest(method: .put, path: path, headers: headers, bucket: bucket)
        }

        /// - Throws: `MalformedReply` when the body is no result: S3 may say 200 first and fail then.
        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> String? {
            _ = try XMLElement.document(response, root: "CopyObjectResult").requiredText("ETag")
            return response.headers["x-amz-version-id"]
        }
    }
}
