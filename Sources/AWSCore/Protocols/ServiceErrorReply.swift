import AWSModel

/// What an error reply says, in any of the protocols (6.5).
struct ServiceErrorReply: Hashable, Sendable {
    var code: String?
    var message: String?
    var requestID: String?
    /// The region that S3 names when a bucket lives elsewhere (1.23).
    var bucketRegion: Region?
    /// The body is no reply of AWS's at all: a proxy's or a gateway's page.
    var isForeign = false

    init(_ response: HTTPResponse, wire: Service.Wire) {
        requestID = response.headers["x-amzn-RequestId"] ?? response.headers["x-amz-request-id"]
        bucketRegion = response.headers["x-amz-bucket-region"].map { Region($0) }
        switch wire {
        case .restXML, .query, .ec2: readXML(response)
        case .restJSON, .json: readJSON(response)
        }
        // The query-compatible JSON services name the old code in a header: `Throttling;Sender`.
        if let compatible = response.headers["x-amzn-query-error"]?.split(separator: ";").first {
            code = String(compatible)
        }
        if code == nil, Self.looksForeign(response) { isForeign = true }
    }

    private mutating func readXML(_ response: HTTPResponse) {
        guard let root = try? XMLDocument.parse(response.body) else { return }
        // `<Error>` (S3), `<ErrorResponse><Error>` (query), `<Response><Errors><Error>` (ec2).
        guard let error = root.name == "Error" ? root : root["Error"] ?? root["Errors"]?["Error"] else { return }
        code = error.text("Code")
        message = error.text("Message")
        requestID = requestID ?? error.text("RequestId") ?? root.text("RequestId") ?? root.text("RequestID")
        bucketRegion = bucketRegion ?? error.text("Region").map { Region($0) }
    }

    private mutating func readJSON(_ response: HTTPResponse) {
        let body = try? JSONReply.decode(Body.self, from: response.body)
        let typed = response.headers["x-amzn-errortype"] ?? body?.type ?? body?.code
        code = typed.map(Self.bareCode)
        message = body?.message ?? body?.capitalMessage
    }

    /// `aws.protocoltests#FooError:http://…` is `FooError`.
    private static func bareCode(_ text: String) -> String {
        let beforeColon = text.prefix { $0 != ":" }
        return String(beforeColon.split(separator: "#").last ?? beforeColon)
    }

    private static func looksForeign(_ response: HTTPResponse) -> Bool {
        let start = String(decoding: response.body.prefix(200), as: UTF8.self).lowercased()
        return start.contains("<html") || start.contains("<!doctype")
    }

    private struct Body: Decodable {
        var type: String?
        var code: String?
        var message: String?
        var capitalMessage: String?

        private enum CodingKeys: String, CodingKey {
            case type = "__type", code, message, capitalMessage = "Message"
        }
    }
}
