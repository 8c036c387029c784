import CCurl

/// One request under way. Touched by its caller until it is posted, then by the loop's thread alone.
final class CurlTransfer: @unchecked Sendable {
    /// More than any reply of AWS's control planes; beyond it something else is talking.
    private static let largestBody = 32 << 20

    let request: HTTPRequest
    let timeouts: Timeouts
    private let signOfLife: @Sendable () -> Void
    /// When it was first looked at, and when it last said something by then.
    private var watchedSince: ContinuousClock.Instant?
    private var silentSince: ContinuousClock.Instant?
    /// Since the last look.
    private var cameAnything = false
    var continuation: CheckedContinuation<Result<HTTPResponse, TransportError>, Never>?

    /// Set while the transfer is in the multi handle.
    var easy: UnsafeMutableRawPointer?
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private var headers = HTTPHeaders()
    private var body: [UInt8] = []
    private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

    init(request: HTTPRequest, timeouts: Timeouts, signOfLife: @escaping @Sendable () -> Void) {
        self.request = request
        self.timeouts = timeouts
        self.signOfLife = signOfLife
        errorText.pointee = 0
    }

    deinit {
        curl_slist_free_all(headerList)
        errorText.deallocate()
    }

    /// Sets what is the same for every request, once on a fresh easy handle.
    static func prepare(_ easy: UnsafeMutableRawPointer, options: CurlOptions) {
        lifeboat_setopt_long(easy, CURLOPT_PATH_AS_IS, 1)
        lifeboat_setopt_long(easy, CURLOPT_NOSIGNAL, 1)
        // What a proxy says of the tunnel is no sign of life of the server behind it.
        lifeboat_setopt_long(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        lifeboat_setopt_long(easy, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        lifeboat_setopt_string(easy, CURLOPT_PROTOCOLS_STR, "http,https")
        lifeboat_setopt_string(easy, CURLOPT_USERAGENT, options.userAgent)
        // With a CApath each new connection parses the whole store again: 17 ms instead of 0.6.
        lifeboat_setopt_string(easy, CURLOPT_CAPATH, nil)
        if let bundle = options.caBundle { lifeboat_setopt_string(easy, CURLOPT_CAINFO, bundle) }
        lifeboat_setopt_long(easy, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        lifeboat_setopt_long(easy, CURLOPT_SSL_VERIFYPEER, options.verifyTLS ? 1 : 0)
        lifeboat_setopt_long(easy, CURLOPT_SSL_VERIFYHOST, options.verifyTLS ? 2 : 0)
        // An empty string keeps libcurl from reading the environment by itself.
        lifeboat_setopt_string(easy, CURLOPT_PROXY, "")
        if let noProxy = options.noProxy { lifeboat_setopt_string(easy, CURLOPT_NOPROXY, noProxy) }
        lifeboat_setopt_callback(easy, CURLOPT_WRITEFUNCTION, curlBody)
        lifeboat_setopt_callback(easy, CURLOPT_HEADERFUNCTION, curlHeader)
    }

    /// Sets everything about this request on a prepared easy handle.
    func configure(_ easy: UnsafeMutableRawPointer, options: CurlOptions) {
        self.easy = easy
        lifeboat_setopt_string(easy, CURLOPT_URL, request.url)
        lifeboat_setopt_long(easy, CURLOPT_CONNECTTIMEOUT_MS, timeouts.connect.milliseconds)
        if options.httpProxy != nil || options.httpsProxy != nil {
            let proxy =
                request.isDirect ? nil : request.origin.scheme == "https" ? options.httpsProxy : options.httpProxy
            lifeboat_setopt_string(easy, CURLOPT_PROXY, proxy ?? "")
        }
        lifeboat_setopt_long(easy, CURLOPT_FRESH_CONNECT, request.isSentOnce ? 1 : 0)
        configureMethod(easy)
        configureHeaders(easy)
        let context = Unmanaged.passUnretained(self).toOpaque()
        lifeboat_setopt_pointer(easy, CURLOPT_PRIVATE, context)
        lifeboat_setopt_pointer(easy, CURLOPT_ERRORBUFFER, errorText)
        lifeboat_setopt_pointer(easy, CURLOPT_WRITEDATA, context)
        lifeboat_setopt_pointer(easy, CURLOPT_HEADERDATA, context)
    }

    /// Takes this request's own memory off the handle, which then serves another.
    func detach(from easy: UnsafeMutableRawPointer) {
        self.easy = nil
        lifeboat_setopt_list(easy, CURLOPT_HTTPHEADER, nil)
        lifeboat_setopt_pointer(easy, CURLOPT_ERRORBUFFER, nil)
        lifeboat_setopt_pointer(easy, CURLOPT_PRIVATE, nil)
        lifeboat_setopt_pointer(easy, CURLOPT_WRITEDATA, nil)
        lifeboat_setopt_pointer(easy, CURLOPT_HEADERDATA, nil)
    }

    private func configureMethod(_ easy: UnsafeMutableRawPointer) {
        // GET undoes what an earlier request made of the handle.
        lifeboat_setopt_long(easy, CURLOPT_HTTPGET, 1)
        lifeboat_setopt_string(easy, CURLOPT_CUSTOMREQUEST, nil)
        switch request.method {
        case .get: break
        case .head: lifeboat_setopt_long(easy, CURLOPT_NOBODY, 1)
        case .post, .put, .delete, .patch:
            lifeboat_setopt_string(easy, CURLOPT_CUSTOMREQUEST, request.method.rawValue)
            if request.method == .delete && request.body.isEmpty { return }
            lifeboat_setopt_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count))
            var nothing: UInt8 = 0
            request.body.withUnsafeBytes { buffer in
                // Without a body libcurl must still be told so, or it would read one from its input.
                let bytes = buffer.baseAddress.map { UnsafeMutableRawPointer(mutating: $0) }
                if let bytes {
                    lifeboat_setopt_pointer(easy, CURLOPT_COPYPOSTFIELDS, bytes)
                } else {
                    withUnsafeMutableBytes(of: &nothing) {
                        _ = lifeboat_setopt_pointer(easy, CURLOPT_COPYPOSTFIELDS, $0.baseAddress)
                    }
                }
            }
        }
    }

    private func configureHeaders(_ easy: UnsafeMutableRawPointer) {
        var hasContentType = false
        for field in request.headers.fields {
            // A name with nothing after the colon would be dropped by libcurl: it wants a semicolon instead.
            let line = field.value.isEmpty ? field.name + ";" : field.name + ": " + field.value
            headerList = curl_slist_append(headerList, line)
            if field.name.utf8.count == 12 && field.name.lowercased() == "content-type" { hasContentType = true }
        }
        if !hasContentType && !request.body.isEmpty { headerList = curl_slist_append(headerList, "Content-Type:") }
        if !request.body.isEmpty { headerList = curl_slist_append(headerList, "Expect:") }
        lifeboat_setopt_list(easy, CURLOPT_HTTPHEADER, headerList)
    }

    /// Whether it has taken too long or said nothing for too long; nil while it may go on. Tells of a sign of life since
    /// the last look: not of each, for most replies are whole before the first.
    ///
    /// Not libcurl's own timers: its total would end a slow page that still comes, its low speed counts what is sent.
    func overdue(at now: ContinuousClock.Instant) -> TransportError? {
        if cameAnything {
            cameAnything = false
            silentSince = now
            signOfLife()
        }
        // Most transfers end before the first look, and so without a look at the clock.
        guard let watchedSince, let silentSince else {
            watchedSince = now
            silentSince = now
            return nil
        }
        if let silence = timeouts.silence, now - silentSince >= silence {
            return .timedOut("no byte of a reply from \(request.origin.host) in \(silence.formatted)")
        }
        guard now - watchedSince >= timeouts.total else { return nil }
        return .timedOut("no whole reply from \(request.origin.host) in \(timeouts.total.formatted)")
    }

    /// Ends the transfer for its caller; a second end does nothing.
    func finish(_ result: Result<HTTPResponse, TransportError>) {
        continuation?.resume(returning: result)
        continuation = nil
    }

    /// What libcurl's own end of the transfer means.
    func outcome(of code: CURLcode) -> Result<HTTPResponse, TransportError> {
        guard let easy else { return .failure(.cancelled) }
        if code == CURLE_OK {
            return .success(HTTPResponse(status: lifeboat_response_code(easy), headers: headers, body: body))
        }
        // What libcurl says of a proxy may repeat its URL, and with it a password.
        let isAboutProxy = code == CURLE_COULDNT_RESOLVE_PROXY || code == CURLE_PROXY || code == CURLE_URL_MALFORMAT
        let hasOwnText = errorText.pointee != 0 && !isAboutProxy
        let text = hasOwnText ? String(cString: errorText) : String(cString: curl_easy_strerror(code))
        // The one error of resolving that does not say the name.
        if code == CURLE_OPERATION_TIMEDOUT, text.hasPrefix("Resolving timed out") {
            return .failure(.nameResolution("no answer about \(request.origin.host), or the proxy to it, in time"))
        }
        if code == CURLE_OPERATION_TIMEDOUT, !text.contains(request.origin.host) {
            return .failure(.timedOut("\(request.origin.host): \(text)"))
        }
        return .failure(TransportError(code, text: text))
    }

    fileprivate func receive(body bytes: UnsafeRawBufferPointer) -> Bool {
        guard body.count + bytes.count <= Self.largestBody else { return false }
        body.append(contentsOf: bytes)
        cameAnything = true
        return true
    }

    fileprivate func receive(header line: UnsafeRawBufferPointer) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
            // A new status line: what came before belonged to a 1xx reply or to the proxy.
            if line.starts(with: "HTTP/".utf8) {
                headers = HTTPHeaders()
                cameAnything = true
            }
            return
        }
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
        var value = line[(colon + 1)...].drop(while: isBlank)
        while let last = value.last, isBlank(last) { value = value.dropLast() }
        headers.add(String(decoding: line[..<colon], as: UTF8.self), String(decoding: value, as: UTF8.self))
    }
}

private func curlBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let context else { return 0 }
    let transfer = Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
    return transfer.receive(body: UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
}

private func curlHeader(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let context else { return 0 }
    let transfer = Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
    transfer.receive(header: UnsafeRawBufferPointer(start: bytes, count: size * count))
    return size * count
}

extension TransportError {
    fileprivate init(_ code: CURLcode, text: String) {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: self = .nameResolution(text)
        case CURLE_COULDNT_CONNECT, CURLE_PROXY: self = .connect(text)
        case CURLE_OPERATION_TIMEDOUT: self = .timedOut(text)
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM:
            self = .tls(text)
        case CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE: self = .connectionLost(text)
        default: self = .other(text)
        }
    }
}

extension Duration {
    /// "10 s"
    fileprivate var formatted: String {
        let milliseconds = milliseconds
        return milliseconds < 1_000 ? "\(milliseconds) ms" : "\((milliseconds + 500) / 1_000) s"
    }
    /// Whole milliseconds, 1 at least and a day at most.
    fileprivate var milliseconds: Int {
        let bounded = min(max(self, .milliseconds(1)), .seconds(86_400)).components
        return Int(bounded.seconds) * 1_000 + Int(bounded.attoseconds / 1_000_000_000_000_000)
    }
}
