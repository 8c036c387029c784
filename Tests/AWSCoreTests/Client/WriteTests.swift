import AWSCore
import AWSModel
import Foundation
import Testing

/// A write whose repetition is known by its token.
private struct MakeThing: MutatingOperation {
    static let service = ListThings.service
    static let name = "MakeThing"
    static let permission: String? = "backup:MakeThing"
    static let call = "backup:MakeThing"
    static let isRepeatable = true

    var token = "t1"
    var idempotencyToken: String? { token }

    func request() -> OperationRequest {
        OperationRequest(method: .put, path: "/things", body: Array(#"{"Token":"\#(token)"}"#.utf8))
    }
    static func decode(_ response: HTTPResponse) throws -> String {
        try JSONReply.decode([String: String].self, from: response.body)["id"] ?? ""
    }
}

/// A write that could happen twice.
private struct TurnThing: MutatingOperation {
    static let service = ListThings.service
    static let name = "TurnThing"
    static let permission: String? = "backup:TurnThing"
    static let call = "backup:TurnThing"
    static let isRepeatable = false

    func request() -> OperationRequest { OperationRequest(method: .post, path: "/turn") }
    static func decode(_ response: HTTPResponse) throws -> String { String(decoding: response.body, as: UTF8.self) }
}

@Suite("Writes")
struct WriteTests {
    private static func grant(_ tokens: String...) throws -> WriteGrant {
        try #require(WriteGrant(typed: "media", name: "media", tokens: Set(tokens)))
    }

    private static func failure(_ body: () async throws(WriteFailure) -> Void) async -> WriteFailure? {
        do throws(WriteFailure) {
            try await body()
            return nil
        } catch {
            return error
        }
    }

    @Test("a grant is made of nothing but the name that was typed, to the letter")
    func grants() {
        #expect(WriteGrant(typed: "media", name: "media", tokens: ["t"]) != nil)
        for typed in ["", "Media", "media ", "medi"] {
            #expect(WriteGrant(typed: typed, name: "media", tokens: ["t"]) == nil)
        }
        #expect(WriteGrant(typed: "", name: "", tokens: ["t"]) == nil)
        #expect(WriteGrant(typed: "media", name: "media", tokens: []) == nil)
    }

    @Test("a call that the grant does not cover, or that carries another token, is not sent")
    func notCovered() async throws {
        let bench = ScriptedClient { _, _ in .success(.ok("{}")) }
        let grant = try Self.grant("t2")
        for (operation, token) in [(MakeThing(), "t1"), (MakeThing(), "t2"), (MakeThing(token: "t2"), "t1")] {
            let failure = await Self.failure { () async throws(WriteFailure) in
                _ = try await bench.client.send(operation, in: "us-east-1", under: grant, token: token)
            }
            #expect(failure == .notGranted(call: "backup:MakeThing"))
        }
        #expect(bench.transport.requests.isEmpty)
    }

    @Test("all attempts carry the same token")
    func sameToken() async throws {
        let bench = ScriptedClient { _, number in
            switch number {
            case 1: .failure(.connectionLost("reset"))
            case 2: .success(HTTPResponse(status: 503, headers: ["x-amzn-errortype": "ServiceUnavailableException"]))
            default: .success(.ok(#"{"id":"j1"}"#))
            }
        }
        let id = try await bench.client.send(
            MakeThing(), in: "us-east-1", under: try Self.grant("t1"), token: "t1")
        #expect(id == "j1")
        #expect(Set(bench.transport.requests.map(\.body)) == [Array(#"{"Token":"t1"}"#.utf8)])
        #expect(bench.transport.requests.count == 3)
    }

    struct Ending: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var reply: Result<HTTPResponse, TransportError>
        /// Requests of a write that must not be repeated, and of one that may.
        var sent: (once: Int, repeatable: Int)
        var isAnswered: Bool
    }

    static let endings: [Ending] = [
        Ending(
            testDescription: "connection refused", reply: .failure(.connect("refused")), sent: (3, 3),
            isAnswered: true),
        Ending(
            testDescription: "name not resolved", reply: .failure(.nameResolution("no")), sent: (3, 3),
            isAnswered: true),
        Ending(testDescription: "TLS refused", reply: .failure(.tls("no")), sent: (1, 1), isAnswered: true),
        Ending(
            testDescription: "throttled",
            reply: .success(HTTPResponse(status: 400, headers: ["x-amzn-errortype": "ThrottlingException"])),
            sent: (3, 3), isAnswered: true),
        Ending(
            testDescription: "refused",
            reply: .success(HTTPResponse(status: 400, headers: ["x-amzn-errortype": "InvalidParameterValueException"])),
            sent: (1, 1), isAnswered: true),
        Ending(
            testDescription: "denied",
            reply: .success(HTTPResponse(status: 403, headers: ["x-amzn-errortype": "AccessDeniedException"])),
            sent: (1, 1), isAnswered: true),
        Ending(testDescription: "lost", reply: .failure(.connectionLost("reset")), sent: (1, 3), isAnswered: false),
        Ending(testDescription: "timed out", reply: .failure(.timedOut("10 s")), sent: (1, 1), isAnswered: false),
        Ending(
            testDescription: "broken down", reply: .success(HTTPResponse(status: 500)), sent: (1, 3),
            isAnswered: false),
        Ending(
            testDescription: "a page of a proxy",
            reply: .success(
                HTTPResponse(status: 403, headers: ["Content-Type": "text/html"], body: Array("<html></html>".utf8))),
            sent: (1, 1), isAnswered: false),
    ]

    @Test("what may have arrived is not sent again unless that is harmless, and is unanswered", arguments: endings)
    func ends(ending: Ending) async throws {
        let grant = try Self.grant("t1")
        let once = ScriptedClient { _, _ in ending.reply }
        let first = await Self.failure { () async throws(WriteFailure) in
            _ = try await once.client.send(TurnThing(), in: "us-east-1", under: grant, token: "t1")
        }
        #expect(first?.isAnswered == ending.isAnswered)
        #expect(once.transport.requests.count == ending.sent.once)
        #expect(once.transport.requests.allSatisfy { $0.isSentOnce })
        let repeatable = ScriptedClient { _, _ in ending.reply }
        let second = await Self.failure { () async throws(WriteFailure) in
            _ = try await repeatable.client.send(MakeThing(), in: "us-east-1", under: grant, token: "t1")
        }
        #expect(second?.isAnswered == ending.isAnswered)
        #expect(repeatable.transport.requests.count == ending.sent.repeatable)
    }

    @Test("after an attempt that may have arrived no refusal is believed")
    func refusedLater() async throws {
        let bench = ScriptedClient { _, number in
            number == 1
                ? .failure(.connectionLost("reset"))
                : .success(HTTPResponse(status: 403, headers: ["x-amzn-errortype": "ExpiredTokenException"]))
        }
        let grant = try Self.grant("t1")
        let failure = await Self.failure { () async throws(WriteFailure) in
            _ = try await bench.client.send(MakeThing(), in: "us-east-1", under: grant, token: "t1")
        }
        #expect(failure?.isAnswered == false)
    }

    @Test("a reply that cannot be read is unanswered, and nothing is sent again")
    func malformed() async throws {
        let bench = ScriptedClient { _, _ in .success(.ok(#"{"id":"#)) }
        let grant = try Self.grant("t1")
        let failure = await Self.failure { () async throws(WriteFailure) in
            _ = try await bench.client.send(MakeThing(), in: "us-east-1", under: grant, token: "t1")
        }
        #expect(failure?.isAnswered == false)
        #expect(bench.transport.requests.count == 1)
    }

    @Test("libcurl repeats by itself what got no reply over a used connection, but not what is sent once")
    func libcurlRepeats() async throws {
        let turns = Lock(0)
        let server = try LoopbackServer { request in
            guard request.hasPrefix("POST /turn") else { return LoopbackServer.ok("") }
            turns.withLock { $0 += 1 }
            return ""
        }
        defer { server.close() }
        let transport = CurlTransport()
        let patient = Timeouts(connect: .seconds(5), total: .seconds(10))
        func post(isSentOnce: Bool) async {
            _ = try? await transport.send(HTTPRequest(method: .get, origin: server.origin), timeouts: patient)
            var request = HTTPRequest(method: .post, origin: server.origin, path: "/turn", body: [1])
            request.isSentOnce = isSentOnce
            _ = try? await transport.send(request, timeouts: patient)
        }
        await post(isSentOnce: false)
        // If this should ever be one, libcurl has changed and `isSentOnce` can go.
        #expect(turns.withLock { $0 } == 2)
        await post(isSentOnce: true)
        #expect(turns.withLock { $0 } == 3)
    }
}

extension WriteFailure {
    /// AWS said no, or was never reached.
    fileprivate var isAnswered: Bool {
        switch self {
        case .notGranted, .refused: true
        case .unanswered: false
        }
    }
}
