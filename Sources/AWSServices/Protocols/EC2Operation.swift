package import AWSCore

/// A call over EC2's own query protocol: parameters as a form, the result directly in `<ActionResponse>`.
package protocol EC2Operation: Operation {
    associatedtype Output
    var parameters: KeyValuePairs<String, String?> { get }
    /// Parameters that are not known by name here, as the caller gives them.
    var options: [String: String] { get }

    static func read(_ reply: XMLElement) throws(MalformedReply) -> Output
}

/// A read of EC2.
package protocol EC2Read: EC2Operation, ReadOperation {}

/// A change by EC2.
package protocol EC2Write: EC2Operation, MutatingOperation {}

extension EC2Operation {
    package var options: [String: String] { [:] }

    package func request() -> OperationRequest {
        var form = FormBody(action: Self.name, version: Self.service.apiVersion)
        for (name, value) in parameters { form.add(name, value) }
        for (name, value) in options.sorted(by: { $0.key < $1.key }) { form.add(name, value) }
        return OperationRequest(method: .post, body: form.bytes)
    }

    package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Output {
        try read(XMLElement.document(response, root: name + "Response"))
    }
}
