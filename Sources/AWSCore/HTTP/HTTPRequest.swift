/// A request as it goes onto the wire: the path is percent-encoded, the query is not yet.
package struct HTTPRequest: Hashable, Sendable {
    package enum Method: String, Hashable, Sendable {
        case get = "GET", head = "HEAD", post = "POST", put = "PUT", delete = "DELETE", patch = "PATCH"
    }

    package var method: Method
    package var origin: HTTPOrigin
    /// Percent-encoded, starting with `/`.
    package var path: String
    /// Names and values before percent-encoding.
    package var query: [QueryItem]
    package var headers: HTTPHeaders
    package var body: [UInt8]
    /// Goes to its host whatever proxy is set: what hands out credentials on this machine is no business of a proxy's.
    package var isDirect = false
    /// Goes over a connection of its own: libcurl repeats by itself what got no reply over one that was used before.
    package var isSentOnce = false

    package init(
        method: Method, origin: HTTPOrigin, path: String = "/", query: [QueryItem] = [], headers: HTTPHeaders = [:],
        body: [UInt8] = []
    ) {
        self.method = method
        self.origin = origin
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }

    /// The whole URL, its query encoded as RFC 3986 has it (space is `%20`).
    package var url: String {
        query.isEmpty ? origin.description + path : origin.description + path + "?" + QueryItem.encoded(query)
    }
}

/// Scheme, host and port of a server.
package struct HTTPOrigin: Hashable, Sendable, CustomStringConvertible {
    package var scheme: String
    package var host: String
    /// Nil is the scheme's own port.
    package var port: Int?

    package init(scheme: String = "https", host: String, port: Int? = nil) {
        self.scheme = scheme
        self.host = host
        self.port = port
    }

    /// What goes into the `Host` header: the port only where it is not the scheme's own.
    package var hostHeader: String {
        guard let port, port != (scheme == "https" ? 443 : 80) else { return host }
        return "\(host):\(port)"
    }
    package var description: String { "\(scheme)://\(hostHeader)" }
}

/// A name and value of a query string, before percent-encoding.
package struct QueryItem: Hashable, Sendable {
    package let name: String
    /// Nil is a name alone, as in `?versioning`; it is signed as `versioning=`.
    package let value: String?

    package init(_ name: String, _ value: String? = nil) {
        self.name = name
        self.value = value
    }

    package static func encoded(_ items: [QueryItem]) -> String {
        items.map { item in
            guard let value = item.value else { return PercentEncoding.encode(item.name) }
            return PercentEncoding.encode(item.name) + "=" + PercentEncoding.encode(value)
        }.joined(separator: "&")
    }
}
