package import AWSCore

/// A read over the query protocol: parameters as a form, the result in `<ActionResponse><ActionResult>`.
package protocol QueryRead: ReadOperation {
    associatedtype Output
    var parameters: KeyValuePairs<String, String?> { get }

    static func read(_ result: XMLElement) throws(MalformedReply) -> Output
}

extension QueryRead {
    package func request() -> OperationRequest {
        var form = FormBody(action: Self.name, version: Self.service.apiVersion)
        for (name, value) in parameters { form.add(name, value) }
        return OperationRequest(method: .post, body: form.bytes)
    }

    package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Output {
        try read(XMLElement.document(response, root: name + "Response").required(name + "Result"))
    }
}
