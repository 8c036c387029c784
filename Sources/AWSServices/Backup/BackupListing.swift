package import AWSCore

/// A read of AWS Backup that answers in pages.
package protocol BackupListing: BackupRead, Listing where Item: Decodable {
    /// The member of the reply that holds the rows: "BackupPlansList".
    static var rows: String { get }
}

extension BackupListing {
    package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Page<Item> {
        try json(BackupListingReply<Self>.self, response).page
    }
}

/// A page on the wire. A page without its rows is malformed: it would read as an account without backups.
private struct BackupListingReply<Listing: BackupListing>: Decodable {
    let page: Page<Listing.Item>

    init(from decoder: any Decoder) throws {
        let reply = try decoder.container(keyedBy: MemberName.self)
        page = Page(
            items: try reply.decode([Listing.Item].self, forKey: MemberName(stringValue: Listing.rows)),
            nextToken: try reply.decodeIfPresent(String.self, forKey: MemberName(stringValue: "NextToken")))
    }
}

private struct MemberName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
