import AWSCore
import AWSModel

/// `GetObject` and `HeadObject`, which differ in the body alone.
enum ObjectReads {
    static func respond(to routed: RoutedRequest, of bucket: SimulatedBucket) throws(ServiceError) -> HTTPResponse {
        let request = routed.request
        let version = try find(routed, of: bucket)
        try checkConditions(request, version)
        var headers = version.headers(versioned: bucket.versioning != nil)
        if request.headers["x-amz-checksum-mode"]?.uppercased() == "ENABLED", request.headers["Range"] == nil,
            let checksum = version.checksum
        {
            headers[checksum.header] = checksum.value
            headers["x-amz-checksum-type"] = "FULL_OBJECT"
        }
        let count = version.content.count
        var range = 0..<count
        var status = 200
        if let wanted = request.headers["Range"] {
            guard let found = byteRange(wanted, of: count) else {
                throw ServiceError(416, "InvalidRange", "The requested range is not satisfiable")
            }
            range = found
            status = 206
            headers["Content-Range"] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(count)"
        }
        if request.method == .head {
            headers["Content-Length"] = "\(range.count)"
            return HTTPResponse(status: status, headers: headers)
        }
        return HTTPResponse(status: status, headers: headers, body: version.content.slice(range))
    }

    /// The version asked for, or the current one; a delete marker answers 404, or 405 by its name.
    static func find(_ routed: RoutedRequest, of bucket: SimulatedBucket) throws(ServiceError) -> ObjectVersion {
        let versions = bucket.objects.versions(of: routed.key)
        if let wanted = routed.request.queryValue("versionId") {
            guard let version = versions.first(where: { $0.versionID == wanted }) else {
                throw S3Error.noSuchVersion(routed.key, wanted)
            }
            guard !version.isDeleteMarker else {
                throw ServiceError(
                    405, "MethodNotAllowed", "The specified method is not allowed against this resource.",
                    details: [.leaf("Method", routed.request.method.rawValue), .leaf("ResourceType", "DeleteMarker")],
                    headers: [
                        "x-amz-delete-marker": "true", "x-amz-version-id": version.versionID, "Allow": "DELETE",
                        "Last-Modified": WireTime.http(version.lastModified),
                    ])
            }
            return version
        }
        guard let newest = versions.first else { throw S3Error.noSuchKey(routed.key) }
        guard !newest.isDeleteMarker else {
            var error = S3Error.noSuchKey(routed.key)
            error.headers = ["x-amz-delete-marker": "true", "x-amz-version-id": newest.versionID]
            throw error
        }
        return newest
    }

    private static func checkConditions(_ request: SimulatedRequest, _ version: ObjectVersion) throws(ServiceError) {
        if let wanted = request.headers["If-Match"], wanted != version.etag, wanted != "*" {
            throw ServiceError(
                412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold",
                details: [.leaf("Condition", "If-Match")])
        }
        if let known = request.headers["If-None-Match"], known == version.etag {
            throw ServiceError(304, "NotModified", "Not Modified")
        }
    }

    /// `bytes=0-9`, `bytes=10-` or `bytes=-5`; nil when it lies outside.
    private static func byteRange(_ header: String, of count: Int64) -> Range<Int64>? {
        guard header.hasPrefix("bytes=") else { return nil }
        let ends = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2 else { return nil }
        if let first = Int64(ends[0]) {
            let last = min(Int64(ends[1]) ?? count - 1, count - 1)
            return first <= last ? first..<last + 1 : nil
        }
        guard let suffix = Int64(ends[1]), suffix > 0, count > 0 else { return nil }
        return max(0, count - suffix)..<count
    }
}
