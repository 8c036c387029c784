import AWSCore
import Foundation
import SimulatedAWS

/// The only way to the account: keeps each request that leaves.
final class RecordingTransport: Transport {
    private let aws: SimulatedAWS
    private let log = Lock<[HTTPRequest]>([])
    private let condition = NSCondition()

    init(_ aws: SimulatedAWS) { self.aws = aws }

    var requests: [HTTPRequest] { log.withLock { $0 } }
    /// Those that change something.
    var mutations: [HTTPRequest] { requests.filter { !$0.isRead } }

    /// Returns once something was sent that changes something, or after a minute.
    func waitForMutation() {
        condition.withLock {
            let end = Date(timeIntervalSinceNow: 60)
            while mutations.isEmpty, condition.wait(until: end) {}
        }
    }

    private func keep(_ request: HTTPRequest) {
        log.withLock { $0.append(request) }
        condition.withLock { condition.broadcast() }
    }

    func send(_ request: HTTPRequest, timeouts: Timeouts) async throws(TransportError) -> HTTPResponse {
        keep(request)
        return try await aws.send(request, timeouts: timeouts)
    }
}

extension HTTPRequest {
    /// By its method, or by the name of what it asks where everything is a POST.
    var isRead: Bool {
        if method == .get || method == .head { return true }
        guard method == .post else { return false }
        let form = QueryItem.decoded(String(decoding: body, as: UTF8.self)).first { $0.name == "Action" }?.value
        let target = headers["X-Amz-Target"]?.split(separator: ".").last.map(String.init)
        return ["Describe", "List", "Get", "Simulate"].contains { (target ?? form ?? "").hasPrefix($0) }
    }
}
