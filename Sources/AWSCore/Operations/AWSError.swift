package import AWSModel

/// Why a call gave no answer: what was asked, where, and what came back.
package struct AWSError: Error, Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        /// AWS answered with an error; see `status`, `code` and `message`.
        case service
        /// AWS refused for want of permission.
        case denied
        /// The credentials are expired or not valid; the region may also not be enabled (7.5).
        case credentialsRejected
        /// Still throttled after all attempts.
        case throttled
        /// No reply came.
        case transport(TransportError)
        /// The region is considered down: its circuit breaker is open or its time budget is spent.
        case regionTimedOut
        /// A reply came that is not what the service documents.
        case malformedReply(String)
        /// No credentials could be had.
        case credentials(CredentialsError)
        case cancelled
    }

    /// `s3:GetBucketReplication`
    package let call: String
    package let region: Region?
    package let cause: Cause
    package var status: Int?
    /// AWS's own code, "NoSuchBucket".
    package var code: String?
    package var message: String?
    package var requestID: String?
    /// The region that the reply named (`x-amz-bucket-region`), also on a 403.
    package var bucketRegion: Region?

    package init(
        call: String, region: Region?, cause: Cause, status: Int? = nil, code: String? = nil, message: String? = nil,
        requestID: String? = nil, bucketRegion: Region? = nil
    ) {
        self.call = call
        self.region = region
        self.cause = cause
        self.status = status
        self.code = code
        self.message = message
        self.requestID = requestID
        self.bucketRegion = bucketRegion
    }
}
