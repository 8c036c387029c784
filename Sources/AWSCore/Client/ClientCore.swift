import AWSModel
import Logging

/// What the copies of a client share: how calls are sent, and what was learned of services, servers and buckets.
final class ClientCore: Sendable {
    let endpoints: EndpointResolver
    let sender: AttemptSender
    private let retries: RetryPolicy
    private let clock: ClientClock
    private let log: Logger?
    private let lanes = Lanes()
    /// Where buckets turned out to live (1.23).
    private let bucketRegions = Lock<[String: Region]>([:])
    let statistics = Lock(CallStatistics())

    /// What one call may take over all its attempts and waits.
    private static let callBudget: Duration = .seconds(60)

    init(
        transport: any Transport, credentials: any CredentialsProvider, endpoints: EndpointResolver,
        retries: RetryPolicy, timeouts: Timeouts, clock: ClientClock, log: Logger?
    ) {
        self.endpoints = endpoints
        self.retries = retries
        self.clock = clock
        self.log = log
        sender = AttemptSender(
            transport: transport, credentials: credentials, endpoints: endpoints, timeouts: timeouts, clock: clock)
    }

    func count(_ change: (inout CallStatistics) -> Void) { statistics.withLock(change) }

    /// The regions that were asked anything, and those that owe an answer.
    var regions: (asked: Int, waitingFor: [Region]) { lanes.regions }

    /// The 2xx reply to a call, after as many attempts as it takes and the policy allows.
    ///
    /// A write that may have arrived is not repeated unless that is harmless; and once an attempt may have arrived, the
    /// error of a later one says so too.
    func exchange(_ call: OutgoingCall) async throws(AWSError) -> HTTPResponse {
        var region = call.request.bucket.flatMap { bucket in bucketRegions.withLock { $0[bucket] } } ?? call.region
        var lastRetry: RetryQuota.Price?
        var attempt = 0
        let giveUpAt = clock.uptime() + Self.callBudget
        var followedRedirect = false
        var corrected = false
        var mayHaveArrived = false
        while true {
            attempt += 1
            let lane = lanes[call.service, region]
            var failure: CallFailure
            switch await sender.attempt(call, in: region, lane: lane) {
            case .success(let response):
                log?.debug("\(call.name) in \(region): HTTP \(response.status), attempt \(attempt)")
                lane.quota.refund(lastRetry)
                return response
            case .failure(let failed):
                let request = failed.error.requestID.map { ", request \($0)" } ?? ""
                log?.info("\(failed.error.loggable), attempt \(attempt)\(request)")
                failure = failed
                if failed.kind == .throttling { count { $0.throttled += 1 } }
            }
            if call.effect == .read { failure.error.mayHaveArrived = false }
            mayHaveArrived = mayHaveArrived || failure.error.mayHaveArrived
            failure.error.mayHaveArrived = mayHaveArrived
            if mayHaveArrived, call.effect == .singleWrite { throw failure.error }
            // A bucket that was found stays found, also when its region then gives no answer.
            if followedRedirect { failure.error.bucketRegion = failure.error.bucketRegion ?? region }
            if failure.kind == .wrongRegion, !followedRedirect, let elsewhere = failure.error.bucketRegion,
                elsewhere != region, let bucket = call.request.bucket
            {
                followedRedirect = true
                bucketRegions.withLock { $0[bucket] = elsewhere }
                region = elsewhere
                continue
            }
            if failure.kind == .clockSkew, !corrected, failure.learnedSkew {
                corrected = true
                continue
            }
            guard let price = failure.price, attempt < retries.maximumAttempts, lane.quota.take(price) else {
                throw failure.error
            }
            let wait = retries.wait(
                after: attempt, throttled: price == .throttling, random: clock.random(), retryAfter: failure.retryAfter)
            guard clock.uptime() + wait < giveUpAt else { throw failure.error }
            lastRetry = price
            count { $0.retries += 1 }
            do { try await clock.sleep(wait) } catch {
                var error = AWSError(call: call.name, region: call.region, cause: .cancelled)
                error.mayHaveArrived = mayHaveArrived
                throw error
            }
        }
    }
}
