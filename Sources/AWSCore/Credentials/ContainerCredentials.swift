/// The credentials that the agent of a container hands out (ECS, EKS Pod Identity).
struct ContainerCredentials: CredentialsSource {
    private let request: HTTPRequest
    private let environment: [String: String]
    private let effects: CredentialsEffects

    /// Nil when the environment names no agent.
    init?(_ environment: [String: String], effects: CredentialsEffects) throws(CredentialsError) {
        let url: String
        if let relative = environment.nonEmpty("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") {
            guard relative.hasPrefix("/") else {
                throw CredentialsError(
                    .sourceFailed, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI must start with /; correct it")
            }
            url = "http://169.254.170.2" + relative
        } else if let full = environment.nonEmpty("AWS_CONTAINER_CREDENTIALS_FULL_URI") {
            url = full
        } else {
            return nil
        }
        guard let request = Self.request(url) else {
            throw CredentialsError(
                .sourceFailed, "the URI of the container's credentials is not a URL; correct the environment")
        }
        guard request.origin.scheme == "https" || Self.isTrusted(request.origin.host) else {
            throw CredentialsError(
                .sourceFailed,
                "AWS_CONTAINER_CREDENTIALS_FULL_URI names \(request.origin.host), which is asked over https only; "
                    + "use https, or a loopback address")
        }
        self.request = request
        self.environment = environment
        self.effects = effects
    }

    var name: String { "container" }
    var renewal: CredentialsRenewal { .automatic }

    func load() async throws(CredentialsError) -> Credentials? {
        var request = request
        request.headers["Accept"] = "application/json"
        request.headers["Authorization"] = try authorization()
        var failure = ""
        for attempt in 1...Self.attempts {
            if attempt > 1 { await effects.pause(.seconds(1)) }
            do {
                let response = try await effects.transport.send(request, timeouts: Self.timeouts)
                guard response.status == 200 else {
                    failure = "status \(response.status)"
                    continue
                }
                guard let document = try? JSONReply.decode(KeyDocument.self, from: response.body) else {
                    failure = "a reply that is not as documented"
                    continue
                }
                return try document.credentials(of: name, advice: "see the role of the task or pod")
            } catch let error as TransportError {
                failure = "no reply, \(error)"
                if error == .cancelled { break }
            } catch let error as CredentialsError {
                throw error
            } catch {
                failure = "no reply"
            }
        }
        throw CredentialsError(
            .sourceFailed,
            "the container's credentials at \(request.origin) came back with \(failure); see the role of the task or pod"
        )
    }

    // Read each time: the agent replaces the token, and the file wins over the variable.
    private func authorization() throws(CredentialsError) -> String? {
        var token = environment.nonEmpty("AWS_CONTAINER_AUTHORIZATION_TOKEN")
        if let path = environment.nonEmpty("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE") {
            let bytes: [UInt8]?
            do {
                bytes = try effects.files.read(path)
            } catch {
                throw CredentialsError(.sourceFailed, "the container's authorization token cannot be read: \(error)")
            }
            guard let bytes else {
                throw CredentialsError(
                    .sourceFailed, "the container's authorization token file \(path) does not exist; mount it")
            }
            token = String(decoding: bytes, as: UTF8.self)
        }
        guard let token else { return nil }
        guard !token.utf8.contains(where: { $0 == 10 || $0 == 13 }) else {
            throw CredentialsError(
                .sourceFailed, "the container's authorization token holds a line break; write it without one")
        }
        return token
    }

    private static func request(_ url: String) -> HTTPRequest? {
        guard let scheme = url.firstRange(of: "://") else { return nil }
        let pathStart = url[scheme.upperBound...].firstIndex { $0 == "/" || $0 == "?" } ?? url.endIndex
        guard let origin = CustomEndpoint(String(url[..<pathStart]))?.origin,
            url.utf8.allSatisfy({ $0 > 32 && $0 < 127 }), !url.contains("#")
        else { return nil }
        let parts = url[pathStart...].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let query = (parts.count > 1 ? parts[1] : "").split(separator: "&").map { item in
            let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return QueryItem(
                PercentEncoding.decode(pair[0]), pair.count > 1 ? PercentEncoding.decode(pair[1]) : nil)
        }
        let path = parts.first.map(String.init) ?? ""
        var request = HTTPRequest(method: .get, origin: origin, path: path.isEmpty ? "/" : path, query: query)
        request.isDirect = true
        return request
    }

    /// Loopback, and the addresses at which ECS and EKS serve.
    private static func isTrusted(_ host: String) -> Bool {
        if trusted.contains(host) { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
    private static let trusted: Set<String> = [
        "localhost", "[::1]", "169.254.170.2", "169.254.170.23", "[fd00:ec2::23]",
    ]
    private static let attempts = 3
    private static let timeouts = Timeouts(connect: .seconds(2), total: .seconds(2))
}
