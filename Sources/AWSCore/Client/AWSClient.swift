package import AWSModel
package import Foundation
package import Logging

/// Sends operations: finds the endpoint, signs, retries, follows S3 to the bucket's region, and says what failed.
package struct AWSClient: Sendable {
    let core: ClientCore

    /// - Parameter log: told of every attempt: call, region, outcome, never a header or a body.
    package init(
        transport: any Transport, credentials: any CredentialsProvider, endpoints: EndpointResolver,
        retries: RetryPolicy = .scanning, timeouts: Timeouts = .scanning,
        clock: ClientClock = .system, log: Logger? = nil
    ) {
        core = ClientCore(
            transport: transport, credentials: credentials, endpoints: endpoints, retries: retries, timeouts: timeouts,
            clock: clock, log: log)
    }

    /// The operation's answer.
    /// - Throws: `AWSError` with the call, region, status, code and request id.
    package func send<O: ReadOperation>(_ operation: O, in region: Region) async throws(AWSError) -> O.Output {
        core.count { $0.started += 1 }
        defer { core.count { $0.finished += 1 } }
        let call = OutgoingCall(service: O.service, name: O.call, region: region, request: operation.request())
        do {
            return try Self.decode(O.self, try await core.exchange(call), call)
        } catch {
            // A reply cut short by whatever stands between is worth one more try.
            guard case .malformedReply = error.cause else { throw error }
            core.count { $0.retries += 1 }
            return try Self.decode(O.self, try await core.exchange(call), call)
        }
    }

    /// The operation's pages, one after the other.
    package func pages<O: PaginatedOperation>(_ operation: O, in region: Region) -> Pages<O> {
        Pages(client: self, first: operation, region: region)
    }

    /// What time it is for AWS, which dates everything: a clock here that is hours off would make backups look stale.
    package var time: Date { core.sender.time }

    /// Whether all buckets are reached over the same connections; else each needs its own.
    package func bucketsShareConnections(_ service: Service) -> Bool { core.endpoints.bucketsShareHost(service) }

    package var statistics: CallStatistics {
        var statistics = core.statistics.withLock { $0 }
        (statistics.regions, statistics.waitingFor) = core.regions
        return statistics
    }

    static func decode<O: Operation>(
        _ operation: O.Type, _ response: HTTPResponse, _ call: OutgoingCall
    ) throws(AWSError) -> O.Output {
        do {
            return try O.decode(response)
        } catch let error as MalformedReply {
            throw call.malformed(response, error.description)
        } catch {
            throw call.malformed(response, "not as documented")
        }
    }
}

/// A call on its way: what stays the same over its attempts.
struct OutgoingCall: Sendable {
    let service: Service
    /// `s3:GetBucketReplication`
    let name: String
    let region: Region
    let request: OperationRequest
    var effect = Effect.read

    /// What a second request of the call would do.
    enum Effect: Hashable, Sendable {
        case read
        /// Nothing more than the first.
        case repeatableWrite
        /// Perhaps the same once more.
        case singleWrite
    }

    func malformed(_ response: HTTPResponse, _ text: String) -> AWSError {
        let reply = ServiceErrorReply(response, wire: service.wire)
        let reason = reply.isForeign ? "a web page instead of AWS's reply (a proxy or a captive network?)" : text
        return AWSError(
            call: name, region: region, cause: .malformedReply(reason), status: response.status,
            requestID: reply.requestID)
    }
}
