import AWSCore
import Foundation

/// The endpoint's own paths, for tests with real clients: the clock and the faults.
enum Administration {
    /// Nil for a request that is AWS's.
    static func reply(to request: HTTPRequest, on aws: SimulatedAWS) -> HTTPResponse? {
        guard request.path.hasPrefix("/_lifeboat/") else { return nil }
        switch (request.method, request.path) {
        case (.post, "/_lifeboat/advance"):
            guard let text = request.query.first(where: { $0.name == "seconds" })?.value, let seconds = Double(text),
                (0...1e9).contains(seconds)
            else { return error(400, "seconds must be a number from 0 to 1000000000") }
            aws.advance(by: .seconds(seconds))
            return json(["now": .string(WireTime.iso(aws.now))])
        case (.get, "/_lifeboat/now"): return json(["now": .string(WireTime.iso(aws.now))])
        case (.post, "/_lifeboat/faults"):
            do {
                aws.faults = try JSONReply.decode(SimulatedFaults.self, from: request.body)
            } catch {
                return self.error(400, error.description)
            }
            return faults(of: aws)
        case (.get, "/_lifeboat/faults"): return faults(of: aws)
        default: return error(404, "no such path")
        }
    }

    private static func faults(of aws: SimulatedAWS) -> HTTPResponse {
        guard let text = try? JSONEncoder().encode(aws.faults) else { return error(500, "the faults have no JSON") }
        return HTTPResponse(status: 200, headers: contentType, body: Array(text))
    }

    private static func json(_ members: [String: JSONText]) -> HTTPResponse {
        HTTPResponse(status: 200, headers: contentType, body: JSONText.bytes(members))
    }

    private static func error(_ status: Int, _ message: String) -> HTTPResponse {
        HTTPResponse(status: status, headers: contentType, body: JSONText.bytes(["error": .string(message)]))
    }

    private static let contentType: HTTPHeaders = ["Content-Type": "application/json"]
}
