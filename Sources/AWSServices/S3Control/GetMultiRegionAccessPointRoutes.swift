package import AWSCore
package import AWSModel
import Foundation

extension S3Control {
    /// The buckets behind a Multi-Region Access Point, and which of them get its traffic (1.22). Answered by five
    /// regions only.
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
                // The service model asks for a checksum even of a request without a body.
                headers: [
                    "x-amz-account-id": accountID.digits,
                    "Content-MD5": Data(Digest.md5([])).base64EncodedString(),
                ], hostPrefix: accountID.digits)
        }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> [AccessPointRoute] {
            let reply = try XMLElement.document(response, root: "GetMultiRegionAccessPointRoutesResult")
            var routes: [AccessPointRoute] = []
            for route in reply["Routes"]?.all("Route") ?? [] {
                guard let dial: Int = try route.integer("TrafficDialPercentage") else {
                    throw MalformedReply("a route has no traffic dial")
                }
                routes.append(
                    AccessPointRoute(
                        bucket: try route.requiredText("Bucket"),
                        region: route.nonEmptyText("Region").map { Region($0) }, dial: dial))
            }
            return routes
        }
    }
}
