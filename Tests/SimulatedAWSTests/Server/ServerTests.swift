import AWSCore
import AWSModel
import Foundation
import SimulatedAWS
import SimulatedAWSServer
import Testing

@Suite("The server")
struct ServerTests {
    private let account = TestAccount()

    private func get(_ path: String, method: String = "GET", port: Int, headers: [String: String] = [:]) async throws
        -> (Int, Data)
    {
        let url = try #require(URL(string: "http://127.0.0.1:\(port)\(path)"))
        var request = HTTPRequest(
            method: method == "POST" ? .post : .get, origin: HTTPOrigin(scheme: "http", host: "127.0.0.1", port: port),
            path: url.path)
        request.query = QueryItem.decoded(url.query() ?? "")
        for (name, value) in headers { request.headers[name] = value }
        let reply = try await CurlTransport().send(request, timeouts: Timeouts())
        return (reply.status, Data(reply.body))
    }

    @Test("answers on a free port, and no more after its shutdown")
    func lifecycle() async throws {
        let server = try await SimulatedAWSServer.start(account.aws, port: 0)
        #expect(server.port > 0)
        #expect(try await get("/src", port: server.port).0 == 200)
        try await server.shutdown()
        await #expect(throws: TransportError.self) { try await get("/src", port: server.port) }
    }

    @Test("does not take a port that is taken")
    func takenPort() async throws {
        let server = try await SimulatedAWSServer.start(account.aws, port: 0)
        await #expect(throws: (any Error).self) {
            _ = try await SimulatedAWSServer.start(account.aws, port: server.port)
        }
        try await server.shutdown()
    }

    @Test("lets its clock be advanced, and copies arrive")
    func advances() async throws {
        let server = try await SimulatedAWSServer.start(account.aws, port: 0)
        account.replicate(Rule.v2())
        account.put("a")
        let (status, body) = try await get("/_lifeboat/advance?seconds=60", method: "POST", port: server.port)
        #expect(status == 200)
        #expect(String(decoding: body, as: UTF8.self).contains("now"))
        #expect(account.status("a") == "COMPLETED")
        try await server.shutdown()
    }
}
