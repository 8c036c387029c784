import AWSCore
import AWSModel

/// The errors of S3, in its words.
enum S3Error {
    static func noSuchBucket(_ name: String) -> ServiceError {
        ServiceError(
            404, "NoSuchBucket", "The specified bucket does not exist", details: [.leaf("BucketName", name)])
    }

    static func noSuchKey(_ key: String) -> ServiceError {
        ServiceError(404, "NoSuchKey", "The specified key does not exist.", details: [.leaf("Key", key)])
    }

    static func noSuchVersion(_ key: String, _ versionID: String) -> ServiceError {
        ServiceError(
            404, "NoSuchVersion", "The specified version does not exist.",
            details: [.leaf("Key", key), .leaf("VersionId", versionID)])
    }

    /// A bucket of another region; the region is in a header and in the endpoint (1.23).
    static func permanentRedirect(_ bucket: SimulatedBucket) -> ServiceError {
        ServiceError(
            301, "PermanentRedirect",
            "The bucket you are attempting to access must be addressed using the specified endpoint. "
                + "Please send all future requests to this endpoint.",
            details: [
                .leaf("Endpoint", "\(bucket.name).s3.\(bucket.region.name).amazonaws.com"),
                .leaf("Bucket", bucket.name),
            ],
            headers: ["x-amz-bucket-region": bucket.region.name])
    }

    static func invalidRequest(_ message: String) -> ServiceError { ServiceError(400, "InvalidRequest", message) }

    static func invalidArgument(_ message: String, _ name: String, _ value: String) -> ServiceError {
        ServiceError(
            400, "InvalidArgument", message,
            details: [.leaf("ArgumentName", name), .leaf("ArgumentValue", value)])
    }

    static let malformedXML = ServiceError(
        400, "MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published schema")

    static let accessDenied = ServiceError(403, "AccessDenied", "Access Denied")

    static let noChecksum = invalidRequest("Missing required header for this request: Content-MD5 OR x-amz-checksum-*")

    static let badDigest = ServiceError(
        400, "BadDigest", "The Content-MD5 or checksum value that you specified did not match what the server received."
    )

    static func notImplemented(_ what: String) -> ServiceError {
        ServiceError(
            501, "NotImplemented", "A header you provided implies functionality that is not implemented (\(what))")
    }
}
