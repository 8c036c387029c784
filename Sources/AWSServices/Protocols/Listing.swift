package import AWSCore

/// A read that answers in pages of rows, each of which holds what asks for the next one.
package protocol Listing: PaginatedOperation where Output == Page<Item> {
    associatedtype Item: Hashable & Sendable
    /// What the page before held, whatever the service calls it; nil asks for the first page.
    var nextToken: String? { get set }
}

extension Listing {
    package func next(after page: Page<Item>) -> Self? {
        guard let token = page.nextToken else { return nil }
        var next = self
        next.nextToken = token
        return next
    }
}
