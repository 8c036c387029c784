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
        /// Not asked any more: the service gave no answer in this region before, for this reason.
        case circuitOpen(TransportError)
        /// A reply came that is not what the service documents.
        case malformedReply(String)
        /// No credentials could be had.
        case credentials(CredentialsError)
        /// The call has no address: an impossible region or endpoint.
        case endpoint(String)
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
    /// Of a write: an attempt may have been carried out although no success was read.
    package var mayHaveArrived = false

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

extension AWSError: CustomStringConvertible {
    /// What failed, where and why, in one line; what the server said is cut to a sensible length.
    package var description: String {
        let place = region.map { " in \($0)" } ?? ""
        return "\(call)\(place): \(reason)"
    }

    /// The cause in a few words.
    package var reason: String {
        switch cause {
        case .service: (code ?? "HTTP \(status ?? 0)") + (message.map { ": \(Self.short($0))" } ?? "")
        case .denied: "denied (\(code ?? "HTTP \(status ?? 403)"))"
        case .credentialsRejected: "the credentials were refused (\(code ?? "HTTP \(status ?? 403)"))"
        case .throttled: "throttled (\(code ?? "HTTP \(status ?? 429)")) after all attempts"
        case .transport(let error): error.description
        case .circuitOpen(let error): "given up after no answer (\(error))"
        case .malformedReply(let text): "unreadable reply: \(text)"
        case .credentials(let error): error.description
        case .endpoint(let text): text
        case .cancelled: "cancelled"
        }
    }

    /// The error without the server's own words, which may repeat what was sent.
    package var loggable: String {
        var quiet = self
        quiet.message = nil
        let line = quiet.description.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
        return String(String.UnicodeScalarView(line.prefix(300)))
    }

    private static func short(_ text: String) -> String { text.count > 200 ? text.prefix(200) + "…" : text }
}
