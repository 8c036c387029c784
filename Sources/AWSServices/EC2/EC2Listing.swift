package import AWSCore
import AWSModel

/// A read of EC2 that answers in pages.
package protocol EC2Listing: EC2Read, Listing {
    associatedtype Item
    /// The element of the reply that holds the rows, each an `<item>`: "volumeSet".
    static var rows: String { get }
    var maxResults: Int? { get }

    static func read(item: XMLElement) throws(MalformedReply) -> Item
}

extension EC2Listing {
    package static var service: Service { EC2.service }

    package var parameters: KeyValuePairs<String, String?> {
        ["MaxResults": maxResults.map { String($0) }, "NextToken": nextToken]
    }

    /// A page without its rows is malformed: it would read as an account without any.
    package static func read(_ reply: XMLElement) throws(MalformedReply) -> Page<Item> {
        var items: [Item] = []
        for item in try reply.required(rows).all("item") { items.append(try read(item: item)) }
        return Page(items: items, nextToken: reply.text("nextToken"))
    }
}

extension XMLElement {
    /// The tags of a resource of EC2; none where the set is absent.
    /// - Throws: `MalformedReply` when a tag has no key.
    func ec2Tags() throws(MalformedReply) -> [Tag] {
        var tags: [Tag] = []
        for tag in self["tagSet"]?.all("item") ?? [] {
            tags.append(Tag(key: try tag.requiredText("key"), value: tag.text("value") ?? ""))
        }
        return tags
    }
}
