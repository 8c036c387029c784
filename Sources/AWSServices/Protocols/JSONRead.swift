package import AWSCore
import Foundation

/// A read over the JSON protocols: `X-Amz-Target` names the operation, the body is one JSON object.
package protocol JSONRead: ReadOperation {
    associatedtype Body: Encodable
    var body: Body { get }
}

extension JSONRead {
    package func request() -> OperationRequest { jsonRequest() }

    /// The request of any JSON service; an operation adds to it what only it sends.
    func jsonRequest() -> OperationRequest {
        var headers = HTTPHeaders()
        if case .json(_, let targetPrefix) = Self.service.wire {
            headers["X-Amz-Target"] = "\(targetPrefix).\(Self.name)"
        }
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(Int(date.timeIntervalSince1970))
        }
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Bodies are texts and integers, which cannot fail to encode; AWS refuses an empty one.
        let body = (try? encoder.encode(body)).map { Array($0) } ?? []
        return OperationRequest(method: .post, headers: headers, body: body)
    }
}
