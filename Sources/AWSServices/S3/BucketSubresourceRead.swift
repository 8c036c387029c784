package import AWSCore

/// A read of one subresource of a bucket: `GET ?replication`, answered with one XML document.
package protocol BucketSubresourceRead: ReadOperation {
    associatedtype Output
    var bucket: String { get }
    /// `replication` in `GET ?replication`.
    static var subresource: String { get }
    /// The root element of the reply.
    static var root: String { get }

    static func read(_ document: XMLElement) throws(MalformedReply) -> Output
}

extension BucketSubresourceRead {
    package static var service: Service { S3.service }

    package func request() -> OperationRequest {
        OperationRequest(query: [QueryItem(Self.subresource)], bucket: bucket)
    }

    package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Output {
        try read(XMLElement.document(response, root: root))
    }
}
