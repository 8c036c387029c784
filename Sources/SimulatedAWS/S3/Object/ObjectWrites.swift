import AWSCore
import AWSModel

/// `PutObject` and `CopyObject`.
enum ObjectWrites {
    static func respond(
        to routed: RoutedRequest, _ operation: S3Operation, of bucket: SimulatedBucket,
        in account: inout SimulatedAccount
    ) throws(ServiceError) -> HTTPResponse {
        let request = routed.request
        if request.headers["If-None-Match"] == "*", account.buckets[bucket.name]?.objects.current(routed.key) != nil {
            throw ServiceError(
                412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold",
                details: [.leaf("Condition", "If-None-Match")])
        }
        var draft: ObjectDraft
        if operation == .copyObject {
            draft = try copySource(request, in: account)
        } else {
            try S3Document.checkIntegrity(of: request, required: false)
            draft = ObjectDraft(key: routed.key, content: .bytes(request.body))
            draft.readProperties(of: request)
        }
        draft.key = routed.key
        try draft.readProtection(of: request)
        let written = try account.write(draft, to: bucket.name)
        var headers = written.encryptionHeaders
        if bucket.versioning != nil { headers["x-amz-version-id"] = written.versionID }
        if operation == .copyObject {
            return HTTPResponse(
                status: 200, headers: headers + ["Content-Type": "application/xml"],
                body: XMLReply.bytes(
                    .node(
                        "CopyObjectResult",
                        [
                            .leaf("LastModified", WireTime.iso(written.lastModified)), .leaf("ETag", written.etag),
                        ]), namespace: XMLReply.s3Namespace))
        }
        headers["ETag"] = written.etag
        if let checksum = written.checksum {
            headers[checksum.header] = checksum.value
            headers["x-amz-checksum-type"] = "FULL_OBJECT"
        }
        return HTTPResponse(status: 200, headers: headers)
    }

    /// `x-amz-copy-source: /bucket/key?versionId=…`, percent-encoded.
    private static func copySource(_ request: SimulatedRequest, in account: SimulatedAccount)
        throws(ServiceError) -> ObjectDraft
    {
        let header = request.headers["x-amz-copy-source"] ?? ""
        let parts = header.split(separator: "?", maxSplits: 1)
        let path = PercentEncoding.decode(parts.first ?? "").drop { $0 == "/" }
        let names = path.split(separator: "/", maxSplits: 1).map(String.init)
        guard names.count == 2 else {
            throw S3Error.invalidArgument(
                "Copy Source must mention the source bucket and key", "x-amz-copy-source", header)
        }
        guard let source = account.buckets[names[0]] else { throw S3Error.noSuchBucket(names[0]) }
        guard source.owner == account.id else { throw S3Error.accessDenied }
        let versionID =
            parts.count > 1 ? QueryItem.decoded(String(parts[1])).first { $0.name == "versionId" }?.value : nil
        let found = versionID.map { source.objects.version($0, of: names[1]) } ?? source.objects.current(names[1])
        guard let found, !found.isDeleteMarker else { throw S3Error.noSuchKey(names[1]) }
        var draft = ObjectDraft(key: names[1], content: found.content)
        draft.storageClass = request.headers["x-amz-storage-class"] ?? "STANDARD"
        if request.headers["x-amz-metadata-directive"] == "REPLACE" {
            draft.readProperties(of: request)
        } else {
            draft.contentType = found.contentType
            draft.metadata = found.metadata
        }
        if request.headers["x-amz-tagging-directive"] == "REPLACE" {
            draft.tags = ObjectDraft.tags(of: request)
        } else {
            draft.tags = found.tags
        }
        return draft
    }
}

extension HTTPHeaders {
    static func + (a: HTTPHeaders, b: HTTPHeaders) -> HTTPHeaders {
        var sum = a
        for field in b.fields { sum.add(field.name, field.value) }
        return sum
    }
}
