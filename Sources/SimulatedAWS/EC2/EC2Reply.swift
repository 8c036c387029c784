import AWSCore

/// A reply of the ec2 protocol: no envelope, names that begin small, `item` for a member of a list.
enum EC2Reply {
    private static let namespace = "http://ec2.amazonaws.com/doc/2016-11-15/"

    static func reply(_ action: String, _ children: [XMLElement]) -> HTTPResponse {
        let root = XMLElement.node(
            action + "Response", [.leaf("requestId", QueryReply.requestIDToCome)] + children)
        return HTTPResponse(
            status: 200, headers: ["Content-Type": "text/xml;charset=UTF-8"],
            body: XMLReply.bytes(root, namespace: namespace))
    }

    static func tags(_ tags: [String: String]) -> XMLElement {
        .node(
            "tagSet",
            tags.sorted { $0.key < $1.key }.map {
                .node("item", [.leaf("key", $0.key), .leaf("value", $0.value)])
            })
    }
}
