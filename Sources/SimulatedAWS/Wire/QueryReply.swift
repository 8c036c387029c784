import AWSCore

/// A reply of the query protocol: `<XResponse><XResult>…</XResult><ResponseMetadata>`.
enum QueryReply {
    /// Stands in a body where the request's id goes, which is made with the headers.
    static let requestIDToCome = "00000000-0000-0000-0000-000000000000"

    /// Without a result the envelope holds the metadata alone.
    static func reply(_ action: String, _ result: [XMLElement]?, namespace: String) -> HTTPResponse {
        let metadata = XMLElement.node("ResponseMetadata", [.leaf("RequestId", requestIDToCome)])
        let root = XMLElement.node(
            action + "Response", (result.map { [.node(action + "Result", $0)] } ?? []) + [metadata])
        return HTTPResponse(
            status: 200, headers: ["Content-Type": "text/xml"], body: XMLReply.bytes(root, namespace: namespace))
    }
}

extension HTTPResponse {
    /// Puts the request's id where the body says it comes; only the query and ec2 protocols have it there.
    mutating func fill(requestID: String, in wire: WireProtocol) {
        switch wire {
        case .query, .ec2: break
        case .s3, .restXML, .restJSON, .json: return
        }
        let place = Array(QueryReply.requestIDToCome.utf8)
        guard let range = body.firstRange(of: place) else { return }
        body.replaceSubrange(range, with: requestID.utf8)
    }
}
