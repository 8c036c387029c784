import AWSCore
import AWSModel

/// An upload in parts that was begun and not completed.
struct MultipartUpload: Sendable {
    var bucket: String
    var draft: ObjectDraft
    var parts: [Int: [UInt8]] = [:]
}

/// Uploads in parts, as clients send large files.
enum MultipartUploads {
    static func respond(
        to routed: RoutedRequest, _ operation: S3Operation, of bucket: SimulatedBucket,
        in account: inout SimulatedAccount
    ) throws(ServiceError) -> HTTPResponse {
        let request = routed.request
        if operation == .createMultipartUpload { return try create(routed, of: bucket, in: &account) }
        let id = request.queryValue("uploadId") ?? ""
        guard let upload = account.uploads[id], upload.bucket == bucket.name, upload.draft.key == routed.key else {
            throw ServiceError(
                404, "NoSuchUpload",
                "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted "
                    + "or completed.", details: [.leaf("UploadId", id)])
        }
        switch operation {
        case .uploadPart:
            guard let number = request.queryValue("partNumber").flatMap({ Int($0) }), (1...10_000).contains(number)
            else {
                throw S3Error.invalidArgument(
                    "Part number must be an integer between 1 and 10000, inclusive", "partNumber",
                    request.queryValue("partNumber") ?? "")
            }
            account.uploads[id]?.parts[number] = request.body
            return HTTPResponse(status: 200, headers: ["ETag": ObjectContent.bytes(request.body).etag])
        case .completeMultipartUpload:
            let reply = try complete(upload, request, of: bucket, in: &account)
            account.uploads[id] = nil
            return reply
        default:
            account.uploads[id] = nil
            return HTTPResponse(status: 204)
        }
    }

    private static func create(_ routed: RoutedRequest, of bucket: SimulatedBucket, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        var draft = ObjectDraft(key: routed.key, content: .bytes([]))
        draft.readProperties(of: routed.request)
        try draft.readProtection(of: routed.request)
        draft.checksum = nil
        let id = account.ids.versionID()
        account.uploads[id] = MultipartUpload(bucket: bucket.name, draft: draft)
        return S3Service.xml(
            .node(
                "InitiateMultipartUploadResult",
                [.leaf("Bucket", bucket.name), .leaf("Key", routed.key), .leaf("UploadId", id)]))
    }

    /// Puts the parts that are named together, in their order.
    private static func complete(
        _ upload: MultipartUpload, _ request: SimulatedRequest, of bucket: SimulatedBucket,
        in account: inout SimulatedAccount
    ) throws(ServiceError) -> HTTPResponse {
        let document = try S3Document.parse(request.body, root: "CompleteMultipartUpload")
        let numbers = document.all("Part").compactMap { $0.word("PartNumber").flatMap { Int($0) } }
        guard !numbers.isEmpty, numbers.count == document.all("Part").count else { throw S3Error.malformedXML }
        guard numbers == numbers.sorted() else {
            throw ServiceError(
                400, "InvalidPartOrder",
                "The list of parts was not in ascending order. The parts list must be specified in order by part number."
            )
        }
        var bytes: [UInt8] = []
        var digests: [UInt8] = []
        for number in numbers {
            guard let part = upload.parts[number] else {
                throw ServiceError(
                    400, "InvalidPart",
                    "One or more of the specified parts could not be found. The part might not have been uploaded, or the "
                        + "specified entity tag might not have matched the part's entity tag.")
            }
            bytes += part
            digests += Digest.md5(part)
        }
        var draft = upload.draft
        draft.content = .bytes(bytes)
        draft.etag = "\"\(Digest.hex(Digest.md5(digests)))-\(numbers.count)\""
        let written = try account.write(draft, to: bucket.name)
        var reply = S3Service.xml(
            .node(
                "CompleteMultipartUploadResult",
                [
                    .leaf("Location", "https://\(bucket.name).s3.\(bucket.region).amazonaws.com/\(draft.key)"),
                    .leaf("Bucket", bucket.name), .leaf("Key", draft.key), .leaf("ETag", written.etag),
                ]))
        if bucket.versioning != nil { reply.headers["x-amz-version-id"] = written.versionID }
        return reply
    }
}
