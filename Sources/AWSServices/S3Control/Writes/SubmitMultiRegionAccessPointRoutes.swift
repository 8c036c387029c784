package import AWSCore
package import AWSModel
import Foundation

extension S3Control {
    /// Sends the traffic of a Multi-Region Access Point to one bucket alone (1.22). Answered by five regions only.
    package struct SubmitMultiRegionAccessPointRoutes: MutatingOperation {
        package static let service = S3Control.service
        package static let name = "SubmitMultiRegionAccessPointRoutes"
        package static let call = "s3:SubmitMultiRegionAccessPointRoutes"
        package static let isRepeatable = true

        package let accountID: AccountID
        /// The ARN, which holds the alias.
        package let accessPoint: String
        package let active: String
        package let passive: [String]

        package init(accountID: AccountID, accessPoint: String, active: String, passive: [String]) {
            self.accountID = accountID
            self.accessPoint = accessPoint
            self.active = active
            self.passive = passive
        }

        package func request() -> OperationRequest {
            let routes = ([(active, "100")] + passive.map { ($0, "0") }).map { bucket, percentage in
                XMLElement(
                    name: "Route",
                    children: [
                        XMLElement(name: "Bucket", text: bucket),
                        XMLElement(name: "TrafficDialPercentage", text: percentage),
                    ])
            }
            let body = ControlDocument.bytes(
                XMLElement(
                    name: "SubmitMultiRegionAccessPointRoutesRequest",
                    children: [XMLElement(name: "RouteUpdates", children: routes)]))
            return OperationRequest(
                method: .patch, path: "/v20180820/mrap/instances/\(PercentEncoding.encodePath(accessPoint))/routes",
                headers: [
                    "x-amz-account-id": accountID.digits,
                    "Content-MD5": Data(Digest.md5(body)).base64EncodedString(),
                ], body: body, hostPrefix: accountID.digits)
        }

        package static func decode(_ response: HTTPResponse) -> Accepted { Accepted() }
    }
}
