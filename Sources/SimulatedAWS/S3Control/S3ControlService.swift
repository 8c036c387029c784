import AWSCore
import AWSModel

/// Answers for S3 Batch Operations: there are no jobs and no multi-Region access points.
enum S3ControlService {
    private static let namespace = "http://awss3control.amazonaws.com/doc/2018-08-20/"

    /// The operation's name, by method and path.
    static func operation(_ request: SimulatedRequest) -> String {
        switch (request.method, request.segments.dropFirst().first, request.segments.count) {
        case (.get, "jobs", 2): "ListJobs"
        case (.get, "jobs", 3): "DescribeJob"
        case (.post, "jobs", 2): "CreateJob"
        case (.get, "mrap", _):
            request.segments.last == "routes" ? "GetMultiRegionAccessPointRoutes" : "ListMultiRegionAccessPoints"
        default: "\(request.method.rawValue) \(request.path)"
        }
    }

    static func respond(to request: SimulatedRequest, in account: SimulatedAccount) throws(ServiceError) -> HTTPResponse
    {
        guard let wanted = request.headers["x-amz-account-id"] else {
            throw ServiceError(400, "InvalidRequest", "The x-amz-account-id header is required")
        }
        guard wanted == account.id.digits else { throw ServiceError(403, "AccessDenied", "Access Denied") }
        switch operation(request) {
        case "ListJobs": return xml(.node("ListJobsResult", [.node("Jobs")]))
        case "DescribeJob":
            throw ServiceError(404, "NoSuchJob", "The specified job does not exist.")
        case "ListMultiRegionAccessPoints":
            return xml(.node("ListMultiRegionAccessPointsResult", [.node("AccessPoints")]))
        default:
            throw ServiceError(
                501, "NotImplemented", "\(operation(request)) is not implemented by the simulated account")
        }
    }

    private static func xml(_ root: XMLElement) -> HTTPResponse {
        HTTPResponse(
            status: 200, headers: ["Content-Type": "text/xml"], body: XMLReply.bytes(root, namespace: namespace))
    }
}
