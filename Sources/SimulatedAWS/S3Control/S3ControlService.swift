import AWSCore
import AWSModel

/// Answers for S3 Batch Operations (Batch Replication alone, 1.21), tags, and the routes of Multi-Region Access Points.
enum S3ControlService {
    private static let namespace = "http://awss3control.amazonaws.com/doc/2018-08-20/"

    /// The operation's name, by method and path.
    static func operation(_ request: SimulatedRequest) -> String {
        switch (request.method, request.segments.dropFirst().first, request.segments.count) {
        case (.get, "jobs", 2): "ListJobs"
        case (.get, "jobs", 3): "DescribeJob"
        case (.post, "jobs", 2): "CreateJob"
        case (.get, "tags", _): "ListTagsForResource"
        case (.post, "tags", _): "TagResource"
        case (.delete, "tags", _): "UntagResource"
        case (.patch, "mrap", _): "SubmitMultiRegionAccessPointRoutes"
        case (.get, "mrap", _):
            request.segments.last == "routes" ? "GetMultiRegionAccessPointRoutes" : "ListMultiRegionAccessPoints"
        default: "\(request.method.rawValue) \(request.path)"
        }
    }

    static func respond(to request: SimulatedRequest, in account: inout SimulatedAccount) throws(ServiceError)
        -> HTTPResponse
    {
        guard let wanted = request.headers["x-amz-account-id"] else {
            throw ServiceError(400, "InvalidRequest", "The x-amz-account-id header is required")
        }
        guard wanted == account.id.digits else { throw ServiceError(403, "AccessDenied", "Access Denied") }
        switch operation(request) {
        case "ListJobs", "DescribeJob", "CreateJob":
            return xml(try BatchJobs.respond(to: request, operation(request), in: &account))
        case "GetMultiRegionAccessPointRoutes":
            return xml(try AccessPointRoutes.list(request, account))
        case "SubmitMultiRegionAccessPointRoutes":
            try AccessPointRoutes.submit(request, in: &account)
            return HTTPResponse(status: 200)
        case "ListTagsForResource", "TagResource", "UntagResource":
            return try tags(request, operation(request), in: &account)
        case "ListMultiRegionAccessPoints":
            return xml(.node("ListMultiRegionAccessPointsResult", [.node("AccessPoints")]))
        default:
            throw ServiceError(
                501, "NotImplemented", "\(operation(request)) is not implemented by the simulated account")
        }
    }

    /// The tags of a bucket, by its ARN; Terraform reads and writes them here.
    private static func tags(_ request: SimulatedRequest, _ operation: String, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let name = request.segments.last.flatMap(ARN.init)?.resource ?? ""
        guard let bucket = account.buckets[name], bucket.owner == account.id else {
            throw ServiceError(404, "NoSuchResource", "The specified resource doesn't exist.")
        }
        var tags = Dictionary(bucket.tags.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
        switch operation {
        case "TagResource":
            let document = try S3Document.parse(request.body, root: "TagResourceRequest")
            for tag in document["Tags"]?.children.compactMap(Tag.init(element:)) ?? [] { tags[tag.key] = tag.value }
            account.setTags(tags, on: name)
            return HTTPResponse(status: 204)
        case "UntagResource":
            for item in request.query where item.name == "tagKeys" { tags[item.value ?? ""] = nil }
            account.setTags(tags, on: name)
            return HTTPResponse(status: 204)
        default:
            return xml(
                .node("ListTagsForResourceResult", [.node("Tags", bucket.tags.map(\.element))]))
        }
    }

    private static func xml(_ root: XMLElement) -> HTTPResponse {
        HTTPResponse(
            status: 200, headers: ["Content-Type": "text/xml"], body: XMLReply.bytes(root, namespace: namespace))
    }
}
