package import AWSCore

/// A read over REST with JSON: a GET that is answered with one JSON document.
package protocol RESTJSONRead: ReadOperation {
    /// Percent-encoded.
    var path: String { get }
    var query: [QueryItem] { get }
}

extension RESTJSONRead {
    package var query: [QueryItem] { [] }

    package func request() -> OperationRequest { OperationRequest(path: path, query: query) }

    /// A reply as JSON.
    /// - Throws: `MalformedReply` also for an empty body, which would read as an account without what was asked for.
    static func json<Value: Decodable>(_ type: Value.Type, _ response: HTTPResponse) throws(MalformedReply) -> Value {
        guard !response.body.isEmpty else { throw MalformedReply("the reply is empty") }
        return try JSONReply.decode(type, from: response.body)
    }
}

extension RESTJSONRead where Output: Decodable {
    package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Output {
        try json(Output.self, response)
    }
}
