package import AWSCore

/// An error as a service means it; each protocol has its own shape for it.
package struct ServiceError: Error, Hashable, Sendable {
    package var status: Int
    /// AWS's own code, "NoSuchBucket".
    package var code: String
    package var message: String
    /// More elements of S3's error document, in order: `BucketName`, `Region`, `Endpoint`; more members of a rest-json one.
    package var details: [XMLElement]
    package var headers: HTTPHeaders

    package init(
        _ status: Int, _ code: String, _ message: String, details: [XMLElement] = [], headers: HTTPHeaders = [:]
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.details = details
        self.headers = headers
    }
}
