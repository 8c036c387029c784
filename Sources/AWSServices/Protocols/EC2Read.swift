package import AWSCore

/// A read over EC2's own query protocol: parameters as a form, the result directly in `<ActionResponse>`.
package protocol EC2Read: ReadOperation {
    associatedtype Output
    var parameters: KeyValuePairs<String, String?> { get }

    static func read(_ reply: XMLElement) throws(MalformedReply) -> Output
}

extension EC2Read {
    package func request() -> OperationRequest {
        var form = FormBody(action: Self.name, version: Self.service.apiVersion)
        for (name, value) in parameters { form.add(name, value) }
        return OperationRequest(method: .post, body: form.bytes)
    }

    package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Output {
        try read(XMLElement.document(response, root: name + "Response"))
    }
}
