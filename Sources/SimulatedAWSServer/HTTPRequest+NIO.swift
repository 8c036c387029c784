import AWSCore
import NIOHTTP1
import SimulatedAWS

extension HTTPRequest {
    /// A request as the server read it; nil for a method that no AWS call has.
    init?(_ head: HTTPRequestHead, body: [UInt8]) {
        guard let method = Method(rawValue: head.method.rawValue) else { return nil }
        let parts = head.uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let host = head.headers["Host"].first ?? "127.0.0.1"
        let headers = AWSCore.HTTPHeaders(head.headers.map { ($0.name, $0.value) })
        self.init(
            method: method, origin: HTTPOrigin(scheme: "http", host: host), path: String(parts[0]),
            query: parts.count > 1 ? QueryItem.decoded(String(parts[1])) : [], headers: headers, body: body)
    }
}
