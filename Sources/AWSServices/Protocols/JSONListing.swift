package import AWSCore

/// A listing that is answered in JSON. A page without its rows is malformed: it would read as an account without any.
package protocol JSONListing: Listing where Item: Decodable {
    /// The members of the reply that hold the rows and what asks for the next page: "TableNames", "NextToken".
    static var members: (rows: String, next: String) { get }
}

extension JSONListing {
    package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Page<Item> {
        guard !response.body.isEmpty else { throw MalformedReply("the reply is empty") }
        return try JSONReply.decode(JSONPage<Self>.self, from: response.body).page
    }
}

/// A page on the wire.
private struct JSONPage<Rows: JSONListing>: Decodable {
    let page: Page<Rows.Item>

    init(from decoder: any Decoder) throws {
        let reply = try decoder.container(keyedBy: MemberName.self)
        let members = Rows.members
        page = Page(
            items: try reply.decode([Rows.Item].self, forKey: MemberName(stringValue: members.rows)),
            nextToken: try reply.decodeIfPresent(String.self, forKey: MemberName(stringValue: members.next)))
    }
}

private struct MemberName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
