package import AWSCore

/// A call whose parameters are a form: of the query protocol or of EC2's own, which differ in their replies.
package protocol FormOperation: Operation {
    var parameters: KeyValuePairs<String, String?> { get }
    /// Parameters that are not known by name here, as the caller gives them.
    var options: [String: String] { get }
}

extension FormOperation {
    package var options: [String: String] { [:] }

    package func request() -> OperationRequest {
        var form = FormBody(action: Self.name, version: Self.service.apiVersion)
        for (name, value) in parameters { form.add(name, value) }
        for (name, value) in options.sorted(by: { $0.key < $1.key }) { form.add(name, value) }
        return OperationRequest(method: .post, body: form.bytes)
    }
}
