package import AWSCore
import AWSModel

/// A read of RDS that answers in pages.
package protocol RDSListing: QueryRead, Listing {
    associatedtype Item
    /// The element of the result that holds the rows, and what a row is called: "DBInstances", "DBInstance".
    static var rows: (list: String, row: String) { get }
    /// Rows a page, 20…100; nil is 100.
    var maxRecords: Int? { get }

    static func read(row: XMLElement) throws(MalformedReply) -> Item
}

extension RDSListing {
    package static var service: Service { RDS.service }

    package var parameters: KeyValuePairs<String, String?> {
        ["MaxRecords": maxRecords.map { String($0) }, "Marker": nextToken]
    }

    /// A page without its rows is malformed: it would read as an account without any.
    package static func read(_ result: XMLElement) throws(MalformedReply) -> Page<Item> {
        var items: [Item] = []
        for row in try result.required(rows.list).all(rows.row) { items.append(try read(row: row)) }
        return Page(items: items, nextToken: result.text("Marker"))
    }
}

extension XMLElement {
    /// The rows of a list of RDS, each of which has a name of its own; none where the list is absent.
    func rows(_ list: String, _ row: String) -> [XMLElement] { self[list]?.all(row) ?? [] }

    /// The tags of a resource of RDS; none where the list is absent.
    /// - Throws: `MalformedReply` when a tag has no key.
    func rdsTags() throws(MalformedReply) -> [Tag] {
        var tags: [Tag] = []
        for tag in rows("TagList", "Tag") {
            tags.append(Tag(key: try tag.requiredText("Key"), value: tag.text("Value") ?? ""))
        }
        return tags
    }
}
