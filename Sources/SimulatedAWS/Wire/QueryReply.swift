import AWSCore

/// A reply of the query protocol: `<XResponse><XResult>…</XResult><ResponseMetadata>`.
enum QueryReply {
    /// Without a result the envelope holds the metadata alone. The request id is filled in with the headers.
    static func reply(_ action: String, _ result: [XMLElement]?, namespace: String) -> HTTPResponse {
        let metadata = XMLElement.node("ResponseMetadata", [.leaf("RequestId", "00000000-0000-4000-8000-000000000000")])
        let root = XMLElement.node(
            action + "Response", (result.map { [.node(action + "Result", $0)] } ?? []) + [metadata])
        return HTTPResponse(
            status: 200, headers: ["Content-Type": "text/xml"], body: XMLReply.bytes(root, namespace: namespace))
    }
}
