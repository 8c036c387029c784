import AWSModel

/// The pages of a listing in order. An empty page with a token goes on, an empty token ends.
package struct Pages<O: PaginatedOperation>: AsyncSequence, Sendable {
    package typealias Element = O.Output
    package typealias Failure = AWSError

    let client: AWSClient
    let first: O
    let region: Region

    package func makeAsyncIterator() -> Iterator { Iterator(client: client, operation: first, region: region) }

    package struct Iterator: AsyncIteratorProtocol {
        let client: AWSClient
        var operation: O?
        let region: Region
        /// What was asked before, by hash: a server that leads in a circle must not lead for ever.
        private var asked: Set<Int> = []

        init(client: AWSClient, operation: O, region: Region) {
            self.client = client
            self.operation = operation
            self.region = region
        }

        package mutating func next() async throws(AWSError) -> O.Output? {
            guard let current = operation else { return nil }
            let page = try await client.send(current, in: region)
            let following = current.next(after: page)
            asked.insert(current.request().hashValue)
            if let following, asked.contains(following.request().hashValue) {
                throw AWSError(
                    call: O.call, region: region, cause: .malformedReply("the listing repeats a page token"))
            }
            operation = following
            return page
        }

        package mutating func next(isolation actor: isolated (any Actor)?) async throws(AWSError) -> O.Output? {
            try await next()
        }
    }
}
