/// The canonical form of a request that its signature covers.
struct CanonicalRequest {
    private(set) var bytes: [UInt8] = []
    /// Names in lower case, sorted, joined by `;`.
    let signedHeaders: String

    /// Headers that proxies and clients may change, which are not signed.
    private static let unsigned: Set<String> = [
        "authorization", "connection", "expect", "keep-alive", "proxy-authenticate", "proxy-authorization", "te",
        "trailer", "transfer-encoding", "upgrade", "user-agent", "x-amzn-trace-id",
    ]

    init(_ request: HTTPRequest, rules: Signer.Rules, payloadHash: String) {
        var headers: [(name: String, value: String)] = []
        headers.reserveCapacity(request.headers.fields.count + 1)
        for field in request.headers.fields {
            let name = field.name.lowercased()
            if !Self.unsigned.contains(name) { headers.append((name, Self.trimmed(field.value))) }
        }
        if !headers.contains(where: { $0.name == "host" }) { headers.append(("host", request.origin.hostHeader)) }
        // A stable sort: values of a repeated name stay in the order they were added.
        headers.sort { $0.name < $1.name }
        let merged = Self.merged(headers)
        signedHeaders = merged.map(\.name).joined(separator: ";")

        bytes.reserveCapacity(512)
        line(request.method.rawValue)
        line(rules == .s3 ? request.path : Self.encodedAgain(request.path))
        line(Self.query(request.query))
        for header in merged {
            bytes.append(contentsOf: header.name.utf8)
            bytes.append(UInt8(ascii: ":"))
            line(header.value)
        }
        line("")
        line(signedHeaders)
        bytes.append(contentsOf: (request.headers["X-Amz-Content-SHA256"] ?? payloadHash).utf8)
    }

    private mutating func line(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Values of a repeated name, joined by a comma.
    private static func merged(_ headers: [(name: String, value: String)]) -> [(name: String, value: String)] {
        var result: [(name: String, value: String)] = []
        result.reserveCapacity(headers.count)
        for header in headers {
            if let last = result.last, last.name == header.name {
                result[result.count - 1].value = last.value + "," + header.value
            } else {
                result.append(header)
            }
        }
        return result
    }

    /// Pairs sorted by encoded name, then encoded value; a name alone gets an empty value.
    private static func query(_ items: [QueryItem]) -> String {
        if items.isEmpty { return "" }
        return items.map { (PercentEncoding.encode($0.name), PercentEncoding.encode($0.value ?? "")) }
            .sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }
            .map { "\($0.0)=\($0.1)" }
            .joined(separator: "&")
    }

    /// Without outer white space, inner runs of it folded to one space.
    private static func trimmed(_ value: String) -> String {
        var needsWork = false
        var previousIsSpace = true
        for byte in value.utf8 {
            let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
            if isSpace && (previousIsSpace || byte != 0x20) { needsWork = true }
            previousIsSpace = isSpace
        }
        if !needsWork && (!previousIsSpace || value.isEmpty) { return value }
        return value.split { $0.isWhitespace }.joined(separator: " ")
    }

    /// The path without `.`, `..` and empty segments, each segment encoded once more.
    private static func encodedAgain(_ path: String) -> String {
        if path == "/" { return path }
        var segments: [Substring] = []
        for segment in path.split(separator: "/", omittingEmptySubsequences: true) where segment != "." {
            if segment == ".." { _ = segments.popLast() } else { segments.append(segment) }
        }
        let joined = segments.map { PercentEncoding.encode(String($0)) }.joined(separator: "/")
        return joined.isEmpty ? "/" : "/" + joined + (path.hasSuffix("/") ? "/" : "")
    }
}
