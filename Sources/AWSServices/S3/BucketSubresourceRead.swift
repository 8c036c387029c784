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
        let document = try XMLDocument.parse(response.body)
        // S3's first documentation named roots after the call, and servers that speak S3 still do.
        let isNamedAfterCall = document.name.hasPrefix("GetBucket") && document.name.hasSuffix("Response")
        guard document.name == root || isNamedAfterCall else {
            throw MalformedReply("the root element is <\(document.name.prefix(80))>, not <\(root)>")
        }
        return try read(document)
    }
}
