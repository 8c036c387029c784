package import AWSCore
package import AWSModel
import Foundation

extension S3Control {
    /// The buckets behind a Multi-Region Access Point (1.22). Answered by five regions only.
    package struct GetMultiRegionAccessPointRoutes: ReadOperation {
        package static let service = S3Control.service
        package static let name = "GetMultiRegionAccessPointRoutes"
        package static let call = "s3:GetMultiRegionAccessPointRoutes"

        package let accountID: AccountID
        /// The ARN, which holds the alias.
        package let accessPoint: String

        package init(accountID: AccountID, accessPoint: String) {
            self.accountID = accountID
            self.accessPoint = accessPoint
        }

        package func request() -> OperationRequest {
            OperationRequest(
                path: "/v20180820/mrap/instances/\(PercentEncoding.encodePath(accessPoint))/routes",
                headers: [
                    "x-amz-account-id": accountID.digits, "Content-MD5": Data(Digest.md5([])).base64EncodedString(),
                ], hostPrefix: accountID.digits)
        }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> [String] {
            try XMLElement.document(response, root: "GetMultiRegionAccessPointRoutesResult").required("Routes")
                .all("Route").compactMap { $0.text("Bucket") }
        }
    }
}
