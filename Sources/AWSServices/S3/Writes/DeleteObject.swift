package import AWSCore
package import AWSModel

extension S3 {
    /// Removes one delete marker, and so shows again what it hides (1.6). It can be asked of nothing but a marker.
    package struct DeleteObject: MutatingOperation {
        package static let service = S3.service
        package static let name = "DeleteObject"
        package static let permission: String? = "s3:DeleteObjectVersion"
        package static let call = "s3:DeleteObject"
        package static let isRepeatable = true

        package let bucket: String
        package let key: String
        package let versionID: String

        package init(_ marker: DeleteMarker, of bucket: String) {
            self.bucket = bucket
            key = marker.key
            versionID = marker.versionID
        }

        package func request() -> OperationRequest {
            .object(key, version: versionID, of: bucket, method: .delete)
        }

        package static func decode(_ response: HTTPResponse) -> Accepted { Accepted() }
    }
}
