/// One page of a listing.
package struct Page<Item: Hashable & Sendable>: Hashable, Sendable {
    package var items: [Item]
    /// What asks for the page after this one; nil at the end.
    package private(set) var nextToken: String?

    /// An empty token is the end, just as none is (6.10).
    package init(items: [Item], nextToken: String?) {
        self.items = items
        self.nextToken = nextToken?.isEmpty == true ? nil : nextToken
    }
}
