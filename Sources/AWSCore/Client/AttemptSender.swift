import AWSModel
import Foundation

/// Sends one request of a call: signs it, waits for the reply as long as the budgets allow, and tells what went wrong.
struct AttemptSender: Sendable {
    let transport: any Transport
    let credentials: any CredentialsProvider
    let endpoints: EndpointResolver
    let timeouts: Timeouts
    let clock: ClientClock
    private let signer = Signer()
    private let skew = ClockSkew()

    /// The 2xx reply to one attempt at a call, which waits for its turn in the lane.
    func attempt(
        _ call: OutgoingCall, in region: Region, lane: Lane
    ) async -> Result<HTTPResponse, CallFailure> {
        let place = await lane.limit.acquire()
        var isThrottled = false
        defer { lane.limit.release(place, throttled: isThrottled) }
        func failed(
            _ cause: AWSError.Cause, _ kind: ErrorClass = .permanent, mayHaveArrived: Bool = false
        ) -> Result<HTTPResponse, CallFailure> {
            var error = AWSError(call: call.name, region: region, cause: cause)
            error.mayHaveArrived = mayHaveArrived
            return .failure(CallFailure(error: error, kind: kind))
        }

        guard !Task.isCancelled else { return failed(.cancelled) }
        if let cause = lane.breaker.refusal(at: clock.uptime()) { return failed(.circuitOpen(cause)) }
        let request: HTTPRequest
        do { request = try await signed(call, in: region) } catch {
            return .failure(CallFailure(error: error, kind: .permanent))
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
                skew.setTime(by: response, now: clock.now())
                return .success(response)
            }
            let failure = failure(of: call, response, in: region, origin: request.origin)
            isThrottled = failure.kind == .throttling
            return .failure(failure)
        }
    }

    /// What time it is for AWS: by its first reply, and by our clock before that.
    var time: Date { clock.now().addingTimeInterval(skew.ofTime) }

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
        -> CallFailure
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
        return CallFailure(error: error, kind: kind, retryAfter: retryAfter, learnedSkew: learned)
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
