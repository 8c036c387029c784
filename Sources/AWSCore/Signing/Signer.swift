package import AWSModel
package import Foundation

/// Signs requests with Signature Version 4: S3's rules for paths and payloads, or everyone else's (6.4).
package final class Signer: Sendable {
    /// Which of the two sets of rules a service follows.
    package enum Rules: Hashable, Sendable {
        /// The path is taken as sent; `x-amz-content-sha256` is added.
        case s3
        /// The path is normalised and each segment is encoded once more.
        case generic

        package init(signingName: String) { self = signingName == "s3" ? .s3 : .generic }
    }

    private let keys = SigningKeyCache()

    package init() {}

    /// Adds `X-Amz-Date`, the session token, S3's payload hash and `Authorization`.
    package func sign(
        _ request: inout HTTPRequest, with credentials: Credentials, signingName: String, region: Region, at date: Date
    ) {
        let timestamp = SigningTimestamp(date)
        request.headers["X-Amz-Date"] = timestamp.text
        request.headers["X-Amz-Security-Token"] = credentials.sessionToken
        let payloadHash = request.body.isEmpty ? Self.emptyHash : Digest.hex(Digest.sha256(request.body))
        if Rules(signingName: signingName) == .s3 { request.headers["X-Amz-Content-SHA256"] = payloadHash }

        let signature = signature(
            of: request, payloadHash: payloadHash, with: credentials, signingName: signingName, region: region,
            timestamp: timestamp)
        request.headers["Authorization"] = signature.authorization
    }

    /// The signature of a request that already has every header it is to cover, and the two texts it is made from.
    func signature(
        of request: HTTPRequest, payloadHash: String, with credentials: Credentials, signingName: String,
        region: Region, timestamp: SigningTimestamp
    ) -> Signature {
        let canonical = CanonicalRequest(request, rules: Rules(signingName: signingName), payloadHash: payloadHash)
        let scope = "\(timestamp.day)/\(region.name)/\(signingName)/aws4_request"
        let toSign =
            "AWS4-HMAC-SHA256\n\(timestamp.text)\n\(scope)\n\(Digest.hex(Digest.sha256(canonical.bytes)))"
        let key = keys.key(
            secret: credentials.secretAccessKey, day: timestamp.day, region: region.name, service: signingName)
        let digest = Digest.hex(Digest.hmacSHA256(key: key, Array(toSign.utf8)))
        return Signature(
            canonicalRequest: canonical.bytes, stringToSign: toSign,
            authorization: "AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyID)/\(scope), "
                + "SignedHeaders=\(canonical.signedHeaders), Signature=\(digest)")
    }

    /// SHA-256 of nothing.
    static let emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
}
