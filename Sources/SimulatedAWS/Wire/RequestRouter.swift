import AWSCore
import AWSModel

/// A request with the service it is meant for.
struct RoutedRequest: Sendable {
    let service: SimulatedService
    var request: SimulatedRequest
    let scope: CredentialScope?
    /// The bucket and key of a request to S3; both are decoded, "" when absent.
    let bucket: String
    let key: String
}

/// Finds service, region and bucket: one endpoint serves all regions, told apart by the credential scope.
struct RequestRouter: Sendable {
    let account: AccountID

    func route(_ request: HTTPRequest) -> RoutedRequest {
        let scope = CredentialScope(of: request)
        let host = HostName(request.headers["Host"] ?? request.origin.hostHeader)
        let signingName = scope?.service ?? host.service ?? (request.headers["x-amz-target"] == nil ? "s3" : "")
        let region = Region(scope?.region ?? host.region ?? "us-east-1")
        let service = SimulatedService(signingName: signingName, request: request)
        var path = request.path
        if service == .s3, let bucket = host.bucket { path = "/" + bucket + (path == "/" ? "" : path) }
        let routed = SimulatedRequest(
            method: request.method, path: path, query: request.query, headers: request.headers,
            body: ChunkedUpload.decode(request), region: region, account: account, partition: region.partition)
        let (bucket, key) = service == .s3 ? Self.bucketAndKey(path) : ("", "")
        return RoutedRequest(service: service, request: routed, scope: scope, bucket: bucket, key: key)
    }

    private static func bucketAndKey(_ path: String) -> (String, String) {
        let parts = path.dropFirst().split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        return (
            parts.first.map { PercentEncoding.decode($0) } ?? "",
            parts.count > 1 ? PercentEncoding.decode(parts[1]) : ""
        )
    }
}

/// What a host says: `media.s3.us-west-2.amazonaws.com` is a bucket, a service and a region.
private struct HostName {
    let bucket: String?
    let service: String?
    let region: String?

    init(_ header: String) {
        let host = header.split(separator: ":").first.map(String.init) ?? ""
        let labels = host.split(separator: ".").map(String.init)
        guard let last = labels.last, last != "localhost", last.contains(where: { !$0.isNumber }) else {
            // A bucket before a loopback name, as clients that force virtual hosting write it.
            var names = labels.last == "localhost" ? Array(labels.dropLast()) : []
            if names.last == "s3" { names.removeLast() }
            bucket = names.isEmpty ? nil : names.joined(separator: ".")
            service = nil
            region = nil
            return
        }
        if let index = labels.lastIndex(where: { $0 == "s3" || $0.hasPrefix("s3-") && $0 != "s3-control" }) {
            bucket = index > 0 ? labels[..<index].joined(separator: ".") : nil
            service = "s3"
            region = labels.dropFirst(index + 1).first { $0.contains("-") }
        } else {
            bucket = nil
            service = labels.first { !$0.allSatisfy(\.isNumber) }.map { $0 == "s3-control" ? "s3" : $0 }
            region = labels.dropFirst().first { $0.contains("-") && $0 != "s3-control" }
        }
    }
}

extension Region {
    /// The partition by the code's first part (6.1).
    var partition: String {
        switch true {
        case name.hasPrefix("cn-"): "aws-cn"
        case name.hasPrefix("us-gov-"): "aws-us-gov"
        case name.hasPrefix("eusc-"): "aws-eusc"
        case name.hasPrefix("us-iso"): name.hasPrefix("us-isob-") ? "aws-iso-b" : "aws-iso"
        default: "aws"
        }
    }
}
