import AWSCore

/// Refuses requests whose signature is not the one the account's keys make; it is worked out from the request alone,
/// by AWS's description of Signature Version 4, and shares no code with the signer.
enum SignatureCheck {
    static func verify(_ request: HTTPRequest, _ routed: RoutedRequest, _ credentials: SimulatedCredentials)
        throws(ServiceError)
    {
        if isExempt(routed) { return }
        guard let scope = routed.scope, let claim = SignatureClaim(request) else {
            throw SignatureError.missing(routed.service)
        }
        guard scope.accessKeyID == credentials.accessKeyID else { throw SignatureError.unknownKey(routed.service) }
        let isS3 = routed.service.signingName == "s3"
        if isS3, let declared = claim.payloadHash, declared.utf8.count == 64,
            declared != Digest.hex(Digest.sha256(request.body))
        {
            throw ServiceError(
                400, "XAmzContentSHA256Mismatch",
                "The provided 'x-amz-content-sha256' header does not match what was computed.")
        }
        guard claim.signature == expected(request, claim, scope, isS3: isS3, secret: credentials.secretAccessKey) else {
            throw SignatureError.mismatch(routed.service)
        }
    }

    /// A web identity brings its own proof instead of a signature.
    private static func isExempt(_ routed: RoutedRequest) -> Bool {
        routed.service == .sts && FormParameters(routed.request).action == "AssumeRoleWithWebIdentity"
    }

    private static func expected(
        _ request: HTTPRequest, _ claim: SignatureClaim, _ scope: CredentialScope, isS3: Bool, secret: String
    ) -> String {
        let canonical = [
            request.method.rawValue, canonicalPath(request.path, isS3: isS3), canonicalQuery(request.query),
            claim.signedHeaders.map { "\($0):\(headerValue($0, of: request))\n" }.joined(),
            claim.signedHeaders.joined(separator: ";"),
            claim.payloadHash ?? Digest.hex(Digest.sha256(request.body)),
        ].joined(separator: "\n")
        let scopeText = "\(scope.date)/\(scope.region)/\(scope.service)/aws4_request"
        let toSign = [
            "AWS4-HMAC-SHA256", claim.timestamp, scopeText, Digest.hex(Digest.sha256(Array(canonical.utf8))),
        ].joined(separator: "\n")
        var key = Array("AWS4\(secret)".utf8)
        for part in scopeText.split(separator: "/") { key = Digest.hmacSHA256(key: key, Array(part.utf8)) }
        return Digest.hex(Digest.hmacSHA256(key: key, Array(toSign.utf8)))
    }

    /// S3 encodes the path once; every other service normalises it and encodes it again (6.4).
    private static func canonicalPath(_ path: String, isS3: Bool) -> String {
        if isS3 { return PercentEncoding.encodePath(PercentEncoding.decode(path)) }
        var segments: [Substring] = []
        for segment in path.split(separator: "/") where segment != "." {
            if segment == ".." { _ = segments.popLast() } else { segments.append(segment) }
        }
        let tail = path.hasSuffix("/") && !segments.isEmpty ? "/" : ""
        return PercentEncoding.encodePath("/" + segments.joined(separator: "/") + tail)
    }

    private static func canonicalQuery(_ query: [QueryItem]) -> String {
        var pairs: [(name: String, value: String)] = []
        for item in query where item.name != "X-Amz-Signature" {
            pairs.append((PercentEncoding.encode(item.name), PercentEncoding.encode(item.value ?? "")))
        }
        pairs.sort { ($0.name, $0.value) < ($1.name, $1.value) }
        return pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    }

    /// Values of one name are joined; runs of spaces count as one.
    private static func headerValue(_ name: String, of request: HTTPRequest) -> String {
        let values = request.headers.fields.filter { $0.name.lowercased() == name }.map(\.value)
        if values.isEmpty, name == "host" { return request.origin.hostHeader }
        return values.map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: ",")
    }
}

/// What a request says of its own signature, in its header or its query.
private struct SignatureClaim {
    let signature: String
    let signedHeaders: [String]
    let timestamp: String
    /// Nil where the body itself is to be hashed.
    let payloadHash: String?

    init?(_ request: HTTPRequest) {
        func query(_ name: String) -> String? { request.query.first { $0.name == name }?.value }
        if let header = request.headers["Authorization"] {
            func field(_ name: String) -> String? {
                header.firstRange(of: name + "=").map {
                    String(header[$0.upperBound...].prefix { $0 != "," && $0 != " " })
                }
            }
            guard let signature = field("Signature"), let names = field("SignedHeaders"),
                let timestamp = request.headers["X-Amz-Date"]
            else { return nil }
            self.signature = signature
            signedHeaders = names.split(separator: ";").map(String.init)
            self.timestamp = timestamp
            payloadHash = request.headers["x-amz-content-sha256"]
        } else {
            guard let signature = query("X-Amz-Signature"), let names = query("X-Amz-SignedHeaders"),
                let timestamp = query("X-Amz-Date")
            else { return nil }
            self.signature = signature
            signedHeaders = names.split(separator: ";").map(String.init)
            self.timestamp = timestamp
            payloadHash = request.headers["x-amz-content-sha256"] ?? "UNSIGNED-PAYLOAD"
        }
    }
}
