import AWSCore
package import AWSModel

/// A Multi-Region Access Point: its set of buckets is fixed, its routes are not (1.22).
package struct SimulatedAccessPoint: Sendable {
    package let arn: ARN
    /// 0 or 100 by bucket.
    package var dials: [String: Int]
}

extension SimulatedAccount {
    /// - Returns: the ARN, which holds the alias.
    @discardableResult
    package mutating func createAccessPoint(_ alias: String, buckets names: [String]) -> ARN {
        let arn = ARN(partition: partition, service: "s3", account: id, resource: "accesspoint/\(alias).mrap")
        accessPoints[alias] = SimulatedAccessPoint(
            arn: arn, dials: Dictionary(uniqueKeysWithValues: names.map { ($0, 100) }))
        return arn
    }
}

/// The routes of access points, which five regions answer for.
enum AccessPointRoutes {
    private static let regions: Set<Region> = [
        "us-east-1", "us-west-2", "ap-southeast-2", "ap-northeast-1", "eu-west-1",
    ]

    static func list(_ request: SimulatedRequest, _ account: SimulatedAccount) throws(ServiceError) -> XMLElement {
        let (alias, point) = try find(request, account)
        let rows = point.dials.sorted { $0.key < $1.key }.map { bucket, dial -> XMLElement in
            .node(
                "Route",
                [
                    .leaf("Bucket", bucket), .leaf("Region", account.buckets[bucket]?.region.name ?? ""),
                    .leaf("TrafficDialPercentage", "\(dial)"),
                ])
        }
        return .node("GetMultiRegionAccessPointRoutesResult", [.leaf("Mrap", alias), .node("Routes", rows)])
    }

    static func submit(_ request: SimulatedRequest, in account: inout SimulatedAccount) throws(ServiceError) {
        let (alias, point) = try find(request, account)
        try S3Document.checkIntegrity(of: request, required: true)
        let document = try S3Document.parse(request.body, root: "SubmitMultiRegionAccessPointRoutesRequest")
        var dials = point.dials
        for route in document["RouteUpdates"]?.all("Route") ?? [] {
            guard let bucket = route.text("Bucket"), dials[bucket] != nil else {
                throw invalid("\(route.text("Bucket") ?? "") is not a bucket of the access point.")
            }
            guard let dial = route.text("TrafficDialPercentage").flatMap({ Int($0) }), [0, 100].contains(dial) else {
                throw invalid("TrafficDialPercentage must be 0 or 100.")
            }
            dials[bucket] = dial
        }
        guard dials.values.contains(100) else { throw invalid("At least one route must be active.") }
        account.accessPoints[alias]?.dials = dials
    }

    private static func find(_ request: SimulatedRequest, _ account: SimulatedAccount)
        throws(ServiceError) -> (alias: String, point: SimulatedAccessPoint)
    {
        guard regions.contains(request.region) else {
            throw invalid("Routes are not answered for in \(request.region).")
        }
        let name = request.segments.dropFirst(3).dropLast().joined(separator: "/")
        guard let found = account.accessPoints.first(where: { $0.value.arn.text == name || $0.key + ".mrap" == name })
        else { throw ServiceError(404, "NoSuchMultiRegionAccessPoint", "The access point does not exist.") }
        return (found.key, found.value)
    }

    private static func invalid(_ message: String) -> ServiceError { ServiceError(400, "InvalidRequest", message) }
}
