package import AWSCore

/// A call over the query protocol: parameters as a form, the result in `<ActionResponse><ActionResult>`.
package protocol QueryOperation: Operation {
    associatedtype Output
    var parameters: KeyValuePairs<String, String?> { get }
    /// Parameters that are not known by name here, as the caller gives them.
    var options: [String: String] { get }

    static func read(_ result: XMLElement) throws(MalformedReply) -> Output
}

/// A read over the query protocol.
package protocol QueryRead: QueryOperation, ReadOperation {}

/// A change over the query protocol.
package protocol QueryWrite: QueryOperation, MutatingOperation {}

extension QueryOperation {
    package var options: [String: String] { [:] }

    package func request() -> OperationRequest {
        var form = FormBody(action: Self.name, version: Self.service.apiVersion)
        for (name, value) in parameters { form.add(name, value) }
        for (name, value) in options.sorted(by: { $0.key < $1.key }) { form.add(name, value) }
        return OperationRequest(method: .post, body: form.bytes)
    }

    package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Output {
        try read(XMLElement.document(response, root: name + "Response").required(name + "Result"))
    }
}
