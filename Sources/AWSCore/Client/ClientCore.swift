import AWSModel
import Foundation
import Logging

/// What the copies of a client share: transport, signer, and what was learned of services, servers and buckets.
final class ClientCore: Sendable {
    private let transport: any Transport
    private let credentials: any CredentialsProvider
    let endpoints: EndpointResolver
    private let retries: RetryPolicy
    private let timeouts: Timeouts
    private let clock: ClientClock
    private let log: Logger?
    private let signer = Signer()
    private let skew = ClockSkew()
    private let lanes = Lock(Lanes())
    /// Where buckets turned out to live (1.23).
    private let bucketRegions = Lock<[String: Region]>([:])
    let statistics = Lock(CallStatistics())

    /// What one call may take over all its attempts and waits.
    private static let callBudget: Duration = .seconds(60)

    private struct LaneKey: Hashable {
        let service: String
        let region: Region
    }

    /// What calls of one service in one region share, and the budget that they share with the region's other services.
    private final class Lane: Sendable {
        let limit = ConcurrencyLimit()
        let quota = RetryQuota()
        let breaker = CircuitBreaker()
        private let budget = SilenceBudget()
        private let regionBudget: SilenceBudget

        init(regionBudget: SilenceBudget) { self.regionBudget = regionBudget }

        /// What is left for a request that is sent now; nil when nothing may be sent. Who got it calls `ended`.
        func begin(at now: Duration) -> Duration? {
            guard let ofRegion = regionBudget.begin(at: now) else { return nil }
            guard let ofService = budget.begin(at: now) else {
                regionBudget.ended(at: now, answered: false)
                return nil
            }
            return min(ofRegion, ofService)
        }

        func signOfLife(at now: Duration) {
            regionBudget.signOfLife(at: now)
            budget.signOfLife(at: now)
        }

        func ended(at now: Duration, answered: Bool) {
            regionBudget.ended(at: now, answered: answered)
            budget.ended(at: now, answered: answered)
        }
    }

    private struct Lanes: Sendable {
        var ofServices: [LaneKey: Lane] = [:]
        var budgets: [Region: SilenceBudget] = [:]
    }

    init(
        transport: any Transport, credentials: any CredentialsProvider, endpoints: EndpointResolver,
        retries: RetryPolicy, timeouts: Timeouts, clock: ClientClock, log: Logger?
    ) {
        self.transport = transport
        self.credentials = credentials
        self.endpoints = endpoints
        self.retries = retries
        self.timeouts = timeouts
        self.clock = clock
        self.log = log
    }

    func count(_ change: (inout CallStatistics) -> Void) { statistics.withLock(change) }

    /// The regions that were asked anything, and those that owe an answer.
    var regions: (asked: Int, waitingFor: [Region]) {
        lanes.withLock { lanes in
            let owing = lanes.ofServices.filter { $0.value.limit.isBusy }.map(\.key.region)
            return (lanes.budgets.count, Set(owing).sorted())
        }
    }

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
            let lane = lane(call.service, region)
            var failure: Failure
            switch await attemptOnce(call, in: region, lane: lane) {
            case .success(let response):
                log?.debug("\(call.name) in \(region): HTTP \(response.status), attempt \(attempt)")
                lane.quota.refund(lastRetry)
                return response
            case .failure(let failed):
                let request = failed.error.requestID.map { ", request \($0)" } ?? ""
                log?.info("\(failed.error.loggable), attempt \(attempt)\(request)")
                failure = failed
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

    private struct Failure: Error {
        var error: AWSError
        var kind: ErrorClass
        var retryAfter: Duration?
        var learnedSkew = false

        /// Nil when another attempt would be in vain.
        var price: RetryQuota.Price? {
            switch kind {
            case .throttling: .throttling
            case .transient:
                if case .transport(.timedOut) = error.cause { .timeout } else { .transient }
            case .clockSkew, .wrongRegion, .denied, .credentialsRejected, .permanent: nil
            }
        }
    }

    private func lane(_ service: Service, _ region: Region) -> Lane {
        let key = LaneKey(service: service.id, region: region)
        return lanes.withLock { lanes in
            if let lane = lanes.ofServices[key] { return lane }
            let budget = lanes.budgets[region] ?? SilenceBudget()
            let lane = Lane(regionBudget: budget)
            lanes.budgets[region] = budget
            lanes.ofServices[key] = lane
            return lane
        }
    }

    private func attemptOnce(
        _ call: OutgoingCall, in region: Region, lane: Lane
    ) async -> Result<HTTPResponse, Failure> {
        let place = await lane.limit.acquire()
        var isThrottled = false
        defer { lane.limit.release(place, throttled: isThrottled) }
        func failed(
            _ cause: AWSError.Cause, _ kind: ErrorClass = .permanent, mayHaveArrived: Bool = false
        ) -> Result<HTTPResponse, Failure> {
            var error = AWSError(call: call.name, region: region, cause: cause)
            error.mayHaveArrived = mayHaveArrived
            return .failure(Failure(error: error, kind: kind))
        }

        guard !Task.isCancelled else { return failed(.cancelled) }
        if let cause = lane.breaker.refusal(at: clock.uptime()) { return failed(.circuitOpen(cause)) }
        let request: HTTPRequest
        do { request = try await signed(call, in: region) } catch {
            return .failure(Failure(error: error, kind: .permanent))
        }
        switch await carried(request, lane: lane) {
        case .failure(.budgetSpent):
            let silence = TransportError.timedOut("no sign of life from \(request.origin.host) within its budget")
            return failed(.circuitOpen(lane.breaker.lastSilence ?? silence))
        case .failure(.transport(.cancelled)): return failed(.cancelled, mayHaveArrived: true)
        case .failure(.transport(let error)):
            if error.isSilence { lane.breaker.gaveNoAnswer(error, at: clock.uptime()) }
            return failed(
                .transport(error), error.isPassing ? .transient : .permanent, mayHaveArrived: error.mayFollowArrival)
        case .success(let response):
            lane.breaker.answered()
            if (200..<300).contains(response.status), !response.isDisguisedError(call.service.wire) {
                return .success(response)
            }
            let failure = failure(of: call, response, in: region, origin: request.origin)
            isThrottled = failure.kind == .throttling
            if isThrottled { count { $0.throttled += 1 } }
            return .failure(failure)
        }
    }

    private enum NoReply: Error {
        /// The region or the service said nothing for so long that it is not asked any more.
        case budgetSpent
        case transport(TransportError)
    }

    /// The reply to one request, waited for no longer than the budgets of the region and the service allow.
    private func carried(_ request: HTTPRequest, lane: Lane) async -> Result<HTTPResponse, NoReply> {
        guard let left = lane.begin(at: clock.uptime()) else { return .failure(.budgetSpent) }
        do {
            let response = try await transport.send(request, timeouts: timeouts.waiting(atMost: left)) {
                lane.signOfLife(at: self.clock.uptime())
            }
            lane.ended(at: clock.uptime(), answered: true)
            return .success(response)
        } catch {
            lane.ended(at: clock.uptime(), answered: false)
            return .failure(.transport(error))
        }
    }

    private func signed(_ call: OutgoingCall, in region: Region) async throws(AWSError) -> HTTPRequest {
        let endpoint: Endpoint
        do {
            endpoint = try endpoints.resolve(call.service, in: region, for: call.request)
        } catch {
            throw AWSError(call: call.name, region: region, cause: .endpoint(error.description))
        }
        let keys: Credentials
        do {
            keys = try await credentials.credentials()
        } catch {
            throw AWSError(call: call.name, region: region, cause: .credentials(error))
        }
        var request = HTTPRequest(
            method: call.request.method, origin: endpoint.origin, path: endpoint.path, query: call.request.query,
            headers: call.request.headers, body: call.request.body)
        request.isSentOnce = call.effect == .singleWrite
        if !request.body.isEmpty, request.headers["Content-Type"] == nil {
            request.headers["Content-Type"] = call.service.wire.contentType
        }
        let date = clock.now().addingTimeInterval(skew.offset(for: endpoint.origin))
        signer.sign(
            &request, with: keys, signingName: endpoint.signingName, region: endpoint.signingRegion, at: date)
        return request
    }

    private func failure(of call: OutgoingCall, _ response: HTTPResponse, in region: Region, origin: HTTPOrigin)
        -> Failure
    {
        let reply = ServiceErrorReply(response, wire: call.service.wire)
        var kind = ErrorClass.of(status: response.status, code: reply.code)
        // HEAD has no body: a 400 that names another region is a redirect too (1.23).
        if response.status == 400, call.request.method == .head, let elsewhere = reply.bucketRegion,
            elsewhere != region
        {
            kind = .wrongRegion
        }
        let learned = kind == .clockSkew && skew.learn(from: response, origin: origin, now: clock.now())
        let cause: AWSError.Cause =
            switch kind {
            case _ where reply.isForeign:
                .malformedReply(
                    "HTTP \(response.status) with a web page instead of AWS's reply (a proxy or a captive network?)")
            case .throttling: .throttled
            case .denied: .denied
            case .credentialsRejected, .clockSkew: .credentialsRejected
            case .transient, .wrongRegion, .permanent: .service
            }
        if reply.isForeign && kind == .denied { kind = .permanent }
        var error = AWSError(
            call: call.name, region: region, cause: cause, status: response.status, code: reply.code,
            message: reply.message, requestID: reply.requestID, bucketRegion: reply.bucketRegion)
        // A service that throttles or says no has done nothing; one that broke down may have done it before.
        error.mayHaveArrived = reply.isForeign || (response.status >= 500 && kind != .throttling)
        let retryAfter = response.headers["x-amz-retry-after"].flatMap { Int($0) }.map { Duration.milliseconds($0) }
        return Failure(error: error, kind: kind, retryAfter: retryAfter, learnedSkew: learned)
    }
}

extension TransportError {
    /// No sign of life from the server.
    fileprivate var isSilence: Bool {
        switch self {
        case .nameResolution, .connect, .timedOut: true
        case .tls, .connectionLost, .cancelled, .other: false
        }
    }
    /// The request may have reached the service before this.
    fileprivate var mayFollowArrival: Bool {
        switch self {
        case .nameResolution, .connect, .tls: false
        case .timedOut, .connectionLost, .cancelled, .other: true
        }
    }
    /// Worth another attempt.
    fileprivate var isPassing: Bool {
        switch self {
        case .nameResolution, .connect, .timedOut, .connectionLost: true
        case .tls, .cancelled, .other: false
        }
    }
}

extension HTTPResponse {
    /// A 200 that holds an error: S3 sends them late, JSON services name their type.
    fileprivate func isDisguisedError(_ wire: Service.Wire) -> Bool {
        switch wire {
        case .restXML, .query, .ec2:
            let start = body.prefix(256)
            return start.contains(UInt8(ascii: "<"))
                && (start.containsSequence("<Error>") || start.containsSequence("<ErrorResponse"))
        case .restJSON, .json:
            return headers["x-amzn-errortype"] != nil || body.prefix(256).containsSequence("\"__type\"")
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func containsSequence(_ text: StaticString) -> Bool {
        let needle = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard let first = needle.first, count >= needle.count else { return false }
        for start in startIndex...(endIndex - needle.count) where self[start] == first {
            if self[start..<(start + needle.count)].elementsEqual(needle) { return true }
        }
        return false
    }
}

extension Service.Wire {
    /// The content type of a body, where the operation names none.
    fileprivate var contentType: String {
        switch self {
        case .restXML: "application/xml"
        case .restJSON: "application/json"
        case .json(let version, _): "application/x-amz-json-\(version)"
        case .query, .ec2: FormBody.contentType
        }
    }
}
