import AWSCore
import AWSModel
import Foundation

/// A transport that answers from a script and keeps what it was asked.
final class ScriptedTransport: Transport {
    typealias Script = @Sendable (_ request: HTTPRequest, _ number: Int) -> Result<HTTPResponse, TransportError>

    private let script: Script
    private let log = Lock<[HTTPRequest]>([])

    init(_ script: @escaping Script) { self.script = script }

    var requests: [HTTPRequest] { log.withLock { $0 } }

    func send(_ request: HTTPRequest, timeouts: Timeouts) async throws(TransportError) -> HTTPResponse {
        let number = log.withLock { log in
            log.append(request)
            return log.count
        }
        return try script(request, number).get()
    }
}

/// A clock that moves only when it is waited on.
final class StandingClock: Sendable {
    private let start: Date
    private let state = Lock<(uptime: Duration, waits: [Duration])>((.zero, []))

    init(_ start: Date = Date(timeIntervalSince1970: 1_795_000_000)) { self.start = start }

    var waits: [Duration] { state.withLock { $0.waits } }
    func pass(_ duration: Duration) { state.withLock { $0.uptime += duration } }

    var clock: ClientClock {
        ClientClock(
            now: { self.start.addingTimeInterval(self.state.withLock { Double($0.uptime.components.seconds) }) },
            uptime: { self.state.withLock { $0.uptime } },
            sleep: { duration in
                self.state.withLock { state in
                    state.uptime += duration
                    state.waits.append(duration)
                }
            },
            random: { 0.5 })
    }
}

/// A read of S3's wire: `GET /bucket?thing`.
struct ReadThing: ReadOperation {
    static let service = Service(
        id: "S3", endpointPrefix: "s3", signingName: "s3", apiVersion: "2006-03-01", wire: .restXML, callPrefix: "s3")
    static let name = "GetThing"
    static let permission: String? = "s3:GetThing"
    static let call = "s3:GetThing"

    var bucket = "media"

    func request() -> OperationRequest { OperationRequest(query: [QueryItem("thing")], bucket: bucket) }

    static func decode(_ response: HTTPResponse) throws -> String { try XMLDocument.parse(response.body).text }
}

/// A listing of AWS Backup's wire.
struct ListThings: PaginatedOperation {
    struct Page: Decodable, Sendable {
        var items: [String]
        var next: String?
    }
    static let service = Service(
        id: "Backup", endpointPrefix: "backup", signingName: "backup", apiVersion: "2018-11-15", wire: .restJSON,
        callPrefix: "backup")
    static let name = "ListThings"
    static let permission: String? = "backup:ListThings"
    static let call = "backup:ListThings"

    var token: String?

    func request() -> OperationRequest {
        OperationRequest(path: "/things/", query: token.map { [QueryItem("nextToken", $0)] } ?? [])
    }
    static func decode(_ response: HTTPResponse) throws -> Page { try JSONReply.decode(Page.self, from: response.body) }
    func next(after page: Page) -> ListThings? {
        guard let token = page.next, !token.isEmpty else { return nil }
        return ListThings(token: token)
    }
}

extension HTTPResponse {
    static func ok(_ body: String) -> HTTPResponse { HTTPResponse(status: 200, body: Array(body.utf8)) }
    static func s3Error(_ code: String, status: Int, headers: HTTPHeaders = [:]) -> HTTPResponse {
        HTTPResponse(
            status: status, headers: headers,
            body: Array("<Error><Code>\(code)</Code><Message>m</Message><RequestId>r1</RequestId></Error>".utf8))
    }
}

/// A client over a script, with a clock that stands.
struct ScriptedClient {
    let transport: ScriptedTransport
    let clock = StandingClock()
    let client: AWSClient

    init(retries: RetryPolicy = RetryPolicy(maximumAttempts: 3), _ script: @escaping ScriptedTransport.Script) {
        transport = ScriptedTransport(script)
        client = AWSClient(
            transport: transport,
            credentials: FixedCredentials(
                Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "S3CRET", source: "test")),
            endpoints: EndpointResolver(), retries: retries, clock: clock.clock)
    }
}
