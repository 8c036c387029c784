import Foundation

/// Sends requests over libcurl: one thread owns the multi handle and all transfers, callers wait as continuations.
package final class CurlTransport: Transport, Sendable {
    private let loop: CurlLoop

    package init(options: CurlOptions = CurlOptions()) {
        loop = CurlLoop(options: options)
        loop.start()
    }

    deinit { loop.stop() }

    package func send(_ request: HTTPRequest, timeouts: Timeouts) async throws(TransportError) -> HTTPResponse {
        try await send(request, timeouts: timeouts, signOfLife: {})
    }

    package func send(
        _ request: HTTPRequest, timeouts: Timeouts, signOfLife: @escaping @Sendable () -> Void
    ) async throws(TransportError) -> HTTPResponse {
        let transfer = CurlTransfer(request: request, timeouts: timeouts, signOfLife: signOfLife)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                transfer.continuation = continuation
                loop.post(.start(transfer))
                // A cancellation posted before the start found nothing to cancel.
                if Task.isCancelled { loop.post(.cancel(transfer)) }
            }
        } onCancel: {
            loop.post(.cancel(transfer))
        }
        return try result.get()
    }
}

/// What is the same for every request of a transport.
package struct CurlOptions: Hashable, Sendable {
    /// A file of certificates in PEM; nil takes the system's.
    package var caBundle: String?
    package var verifyTLS: Bool
    package var userAgent: String
    /// Proxy URL for `http` and for `https`; nil is none.
    package var httpProxy: String?
    package var httpsProxy: String?
    /// Hosts that are reached directly, as in `NO_PROXY`.
    package var noProxy: String?

    package init(
        caBundle: String? = nil, verifyTLS: Bool = true, userAgent: String = "lifeboat/1", httpProxy: String? = nil,
        httpsProxy: String? = nil, noProxy: String? = nil
    ) {
        self.caBundle = caBundle
        self.verifyTLS = verifyTLS
        self.userAgent = userAgent
        self.httpProxy = httpProxy
        self.httpsProxy = httpsProxy
        self.noProxy = noProxy
    }

    /// Where Linux distributions keep their bundle of certificates.
    static let systemBundles = [
        "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem",
    ]
}

extension CurlOptions {
    /// The proxy variables of an environment, lower case first.
    /// - Throws: `ConfigurationError` naming the variable, not its value, when that is no URL.
    package mutating func readProxies(from environment: [String: String]) throws(ConfigurationError) {
        func first(_ names: String...) throws(ConfigurationError) -> String? {
            guard let name = names.first(where: { environment[$0]?.isEmpty == false }), let value = environment[name]
            else { return nil }
            let url = value.contains("://") ? value : "http://" + value
            guard URLComponents(string: url)?.host?.isEmpty == false else {
                throw ConfigurationError("\(name) in the environment is not the address of a proxy")
            }
            return value
        }
        httpProxy = try first("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY")
        httpsProxy = try first("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
        noProxy = environment["no_proxy"] ?? environment["NO_PROXY"]
    }
}
