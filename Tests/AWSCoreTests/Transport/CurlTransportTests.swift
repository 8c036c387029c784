import AWSCore
import Foundation
import Testing

@Suite("The transport over libcurl")
struct CurlTransportTests {
    private let transport = CurlTransport()
    private let patient = Timeouts(connect: .seconds(5), total: .seconds(30))

    @Test("A reply arrives whole: status, headers and body")
    func receives() async throws {
        let server = try LoopbackServer { _ in
            "HTTP/1.1 404 Not Found\r\nX-Amz-Request-Id:  r1 \r\nEmpty:\r\nContent-Length: 3\r\n\r\nabc"
        }
        defer { server.close() }
        let reply = try await transport.send(HTTPRequest(method: .get, origin: server.origin), timeouts: patient)
        #expect(reply.status == 404)
        #expect(reply.headers["x-amz-request-id"] == "r1")
        #expect(reply.headers["empty"] == "")
        #expect(reply.body == Array("abc".utf8))
    }

    @Test("The path goes out as it is, the query encoded, headers and body as given")
    func sends() async throws {
        let server = try LoopbackServer { LoopbackServer.ok($0) }
        defer { server.close() }
        let request = HTTPRequest(
            method: .put, origin: server.origin, path: "/a/../b/arn%3Aaws%2Fx//",
            query: [QueryItem("versioning"), QueryItem("next token", "a+b/=")],
            headers: ["X-Amz-Date": "20261120T200000Z", "X-Empty": ""], body: Array("<body/>".utf8))
        let sent = String(decoding: try await transport.send(request, timeouts: patient).body, as: UTF8.self)
        #expect(sent.hasPrefix("PUT /a/../b/arn%3Aaws%2Fx//?versioning&next%20token=a%2Bb%2F%3D HTTP/1.1\r\n"))
        #expect(sent.contains("\r\nX-Amz-Date: 20261120T200000Z\r\n"))
        #expect(sent.contains("\r\nX-Empty:\r\n"))
        #expect(sent.contains("\r\nHost: 127.0.0.1:\(server.port)\r\n"))
        #expect(!sent.contains("Expect:") && !sent.contains("Content-Type:"))
        #expect(sent.hasSuffix("\r\n\r\n<body/>"))
    }

    @Test("A handle that served one method keeps nothing of it for the next")
    func reusesHandles() async throws {
        let server = try LoopbackServer { request in
            LoopbackServer.ok(request.hasPrefix("HEAD") ? "" : request)
        }
        defer { server.close() }
        var heads: [String] = []
        for method in [HTTPRequest.Method.post, .get, .put, .head, .delete, .get, .post] {
            let body = [.post, .put].contains(method) ? Array("b".utf8) : []
            let request = HTTPRequest(
                method: method, origin: server.origin, headers: ["X-A": "\(heads.count)"], body: body)
            let reply = try await transport.send(request, timeouts: patient)
            heads.append(String(decoding: reply.body, as: UTF8.self))
        }
        #expect(heads.map { String($0.prefix { $0 != " " }) } == ["POST", "GET", "PUT", "", "DELETE", "GET", "POST"])
        for index in [1, 4, 5] { #expect(!heads[index].contains("Content-Length")) }
        for index in [0, 2, 6] { #expect(heads[index].hasSuffix("\r\n\r\nb")) }
        #expect(heads[6].contains("X-A: 6") && !heads[6].contains("X-A: 0"))
        #expect(server.connections == 1)
    }

    @Test("A POST without a body says that it has none")
    func sendsEmptyPosts() async throws {
        let server = try LoopbackServer { LoopbackServer.ok($0) }
        defer { server.close() }
        let reply = try await transport.send(HTTPRequest(method: .post, origin: server.origin), timeouts: patient)
        #expect(String(decoding: reply.body, as: UTF8.self).contains("Content-Length: 0\r\n"))
    }

    @Test("Five hundred requests at once are all answered, each with its own reply")
    func answersMany() async throws {
        let server = try LoopbackServer { LoopbackServer.ok(String($0.split(separator: " ")[1])) }
        defer { server.close() }
        let paths = try await withThrowingTaskGroup(of: (String, String).self) { group in
            for index in 0..<500 {
                group.addTask {
                    let reply = try await transport.send(
                        HTTPRequest(method: .get, origin: server.origin, path: "/\(index)"), timeouts: patient)
                    return ("/\(index)", String(decoding: reply.body, as: UTF8.self))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(paths.count == 500)
        #expect(paths.allSatisfy { $0.0 == $0.1 })
    }

    @Test("A cancelled request ends at once, though the server never answers")
    func cancels() async throws {
        let asked = AsyncStream<Void>.makeStream()
        let server = try LoopbackServer { _ in
            asked.continuation.yield()
            return nil
        }
        defer { server.close() }
        let task = Task {
            await Result { () async throws(TransportError) -> HTTPResponse in
                try await transport.send(HTTPRequest(method: .get, origin: server.origin), timeouts: patient)
            }
        }
        for await _ in asked.stream { break }
        task.cancel()
        #expect(await task.value == .failure(.cancelled))
    }

    @Test("A task that is cancelled before it starts gets the same answer")
    func cancelsEarly() async throws {
        let server = try LoopbackServer { _ in nil }
        defer { server.close() }
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await Result { () async throws(TransportError) -> HTTPResponse in
                try await transport.send(HTTPRequest(method: .get, origin: server.origin), timeouts: patient)
            }
        }
        #expect(await task.value == .failure(.cancelled))
    }

    @Test("Silence ends with the time that was allowed")
    func timesOut() async throws {
        let server = try LoopbackServer { _ in nil }
        defer { server.close() }
        let brief = Timeouts(connect: .seconds(5), total: .milliseconds(50))
        let error = await #expect(throws: TransportError.self) {
            try await transport.send(HTTPRequest(method: .get, origin: server.origin), timeouts: brief)
        }
        guard case .timedOut? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("Silence ends sooner than a reply that comes, whatever was sent", arguments: ["", "Action=Silence"])
    func silence(body: String) async throws {
        let server = try LoopbackServer { _ in nil }
        defer { server.close() }
        let request = HTTPRequest(method: body.isEmpty ? .get : .post, origin: server.origin, body: Array(body.utf8))
        let error = await #expect(throws: TransportError.self) {
            try await transport.send(
                request, timeouts: Timeouts(connect: .seconds(5), silence: .milliseconds(50), total: .seconds(60)))
        }
        #expect(error == .timedOut("no byte of a reply from 127.0.0.1 in 50 ms"))
    }

    @Test("A reply that begins is a sign of life, also when its end never comes")
    func signsOfLife() async throws {
        let server = try LoopbackServer { _ in "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc" }
        defer { server.close() }
        let signs = Lock(0)
        let error = await #expect(throws: TransportError.self) {
            try await transport.send(
                HTTPRequest(method: .get, origin: server.origin),
                timeouts: Timeouts(connect: .seconds(5), silence: .milliseconds(300), total: .seconds(60))
            ) { signs.withLock { $0 += 1 } }
        }
        #expect(error == .timedOut("no byte of a reply from 127.0.0.1 in 300 ms"))
        #expect(signs.withLock { $0 } == 1)
    }

    @Test("A refused connection, an unknown name and a reply cut short are told apart")
    func tellsFailuresApart() async throws {
        let server = try LoopbackServer { _ in "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 10\r\n\r\nabc" }
        let cut = await failure(server.origin)
        guard case .connectionLost? = cut else {
            Issue.record("\(String(describing: cut))")
            return
        }
        server.close()
        guard case .connect? = await failure(HTTPOrigin(scheme: "http", host: "127.0.0.1", port: 1)) else {
            Issue.record("a refused connection is not told")
            return
        }
        guard case .nameResolution? = await failure(HTTPOrigin(scheme: "http", host: "aws.invalid")) else {
            Issue.record("an unknown name is not told")
            return
        }
    }

    private func failure(_ origin: HTTPOrigin) async -> TransportError? {
        do {
            _ = try await transport.send(HTTPRequest(method: .get, origin: origin), timeouts: patient)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "Proxies come from the environment, lower case first",
        arguments: [
            (["https_proxy": "http://a:1", "HTTPS_PROXY": "http://b:2"], "http://a:1", nil),
            (["ALL_PROXY": "http://c:3", "NO_PROXY": "x.example"], "http://c:3", "x.example"),
        ])
    func readsProxies(environment: [String: String], proxy: String, noProxy: String?) throws {
        var options = CurlOptions()
        try options.readProxies(from: environment)
        #expect(options.httpsProxy == proxy)
        #expect(options.noProxy == noProxy)
    }
}

extension Result where Success: Sendable {
    fileprivate init(_ body: () async throws(Failure) -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
