package import AWSModel

extension AWSClient {
    /// The answer of an operation that changes the account.
    ///
    /// All attempts carry the same token. An operation that is not repeatable is sent again only while it cannot have
    /// arrived; a reply that cannot be read is no reason to send anything again.
    ///
    /// - Parameter token: of the call that was confirmed; the operation carries it where it has a place for one.
    /// - Throws: `WriteFailure`, which says whether anything can have happened.
    package func send<O: MutatingOperation>(
        _ operation: O, in region: Region, under grant: WriteGrant, token: String
    ) async throws(WriteFailure) -> O.Output {
        guard grant.covers(token), operation.idempotencyToken ?? token == token else {
            throw .notGranted(call: O.call)
        }
        core.count { $0.started += 1 }
        defer { core.count { $0.finished += 1 } }
        let call = OutgoingCall(
            service: O.service, name: O.call, region: region, request: operation.request(),
            effect: O.isRepeatable ? .repeatableWrite : .singleWrite)
        let response: HTTPResponse
        do { response = try await core.exchange(call) } catch {
            throw error.mayHaveArrived ? .unanswered(error) : .refused(error)
        }
        do { return try Self.decode(O.self, response, call) } catch { throw .unanswered(error) }
    }
}
