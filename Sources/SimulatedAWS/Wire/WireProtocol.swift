import AWSCore

/// How a simulated service speaks: the shape of its replies and of its errors (6.5).
enum WireProtocol: Hashable, Sendable {
    /// S3's own: `<Error>` as the root.
    case s3
    /// S3 Control: `<ErrorResponse><Error>`.
    case restXML
    case restJSON
    /// `1.0` or `1.1`.
    case json(String)
    case query(namespace: String)
    case ec2
}

extension WireProtocol {
    /// An error as this protocol writes it; the reply to a HEAD has no body.
    func reply(_ error: ServiceError, requestID: String, to method: HTTPRequest.Method) -> HTTPResponse {
        var headers = error.headers
        var body: [UInt8] = []
        switch self {
        case .s3:
            headers["Content-Type"] = "application/xml"
            body = XMLReply.bytes(
                .node(
                    "Error",
                    [.leaf("Code", error.code), .leaf("Message", error.message)] + error.details
                        + [.leaf("RequestId", requestID), .leaf("HostId", "lifeboat/\(requestID)")]))
        case .restXML, .query:
            headers["Content-Type"] = "text/xml"
            let kind = error.status < 500 ? "Sender" : "Receiver"
            body = XMLReply.bytes(
                .node(
                    "ErrorResponse",
                    [
                        .node(
                            "Error",
                            [.leaf("Type", kind), .leaf("Code", error.code), .leaf("Message", error.message)]),
                        .leaf("RequestId", requestID),
                    ]),
                namespace: namespace)
        case .ec2:
            headers["Content-Type"] = "text/xml;charset=UTF-8"
            body = XMLReply.bytes(
                .node(
                    "Response",
                    [
                        .node(
                            "Errors",
                            [.node("Error", [.leaf("Code", error.code), .leaf("Message", error.message)])]),
                        .leaf("RequestID", requestID),
                    ]))
        case .restJSON:
            headers["Content-Type"] = "application/json"
            headers["x-amzn-ErrorType"] = error.code
            // Further members, as EFS has them, beside what every client reads.
            var members: [String: JSONText] = ["message": .string(error.message)]
            for detail in error.details { members[detail.name] = .string(detail.text) }
            body = JSONText.bytes(members)
        case .json(let version):
            headers["Content-Type"] = "application/x-amz-json-\(version)"
            body = JSONText.bytes(["__type": .string(error.code), "message": .string(error.message)])
        }
        return HTTPResponse(status: error.status, headers: headers, body: method == .head ? [] : body)
    }

    /// The header in which a reply carries its request id.
    var requestIDHeader: String {
        switch self {
        case .s3, .restXML: "x-amz-request-id"
        case .restJSON, .json, .query, .ec2: "x-amzn-RequestId"
        }
    }

    private var namespace: String? {
        if case .query(let namespace) = self { namespace } else { nil }
    }
}
