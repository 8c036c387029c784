/// One call of a service with its parameters: says how it is asked and how its reply is read.
package protocol Operation<Output>: Sendable {
    associatedtype Output: Sendable

    static var service: Service { get }
    /// The operation's name in the service model: "GetBucketReplication".
    static var name: String { get }
    /// The IAM action it needs, "s3:GetReplicationConfiguration"; nil when it cannot be denied. Where an operation says
    /// nothing, the action has the name of the call.
    static var permission: String? { get }
    /// `s3:GetBucketReplication`, as evidence and errors name it: a literal, for it is stored with every fact.
    static var call: String { get }

    func request() -> OperationRequest

    /// Reads a reply with a status of 2xx.
    /// - Throws: `MalformedReply` when the body is not what the service documents.
    static func decode(_ response: HTTPResponse) throws -> Output
}

extension Operation {
    package static var permission: String? { call }
}

/// An operation that changes nothing: the only kind `Survey` can send.
package protocol ReadOperation: Operation {}

/// An operation that answers in pages.
package protocol PaginatedOperation: ReadOperation {
    /// The request for the page after this one; nil at the end. An empty token is the end, an empty page is not (6.10).
    func next(after output: Output) -> Self?
}

/// A request before it has a host: what an operation knows of the wire.
package struct OperationRequest: Hashable, Sendable {
    package var method: HTTPRequest.Method
    /// Percent-encoded, starting with `/`; without the bucket.
    package var path: String
    package var query: [QueryItem]
    package var headers: HTTPHeaders
    package var body: [UInt8]
    /// The bucket the request is about: becomes part of the host or of the path (6.3).
    package var bucket: String?
    /// A label before the service's host, as S3 Control wants the account.
    package var hostPrefix: String?

    package init(
        method: HTTPRequest.Method = .get, path: String = "/", query: [QueryItem] = [], headers: HTTPHeaders = [:],
        body: [UInt8] = [], bucket: String? = nil, hostPrefix: String? = nil
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.bucket = bucket
        self.hostPrefix = hostPrefix
    }
}

/// A reply that is not what the service documents; the text says where it went wrong.
package struct MalformedReply: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
