import AWSCore
import AWSModel

extension SimulatedAccount {
    /// What becomes of a request: a fault, or the service's reply.
    mutating func outcome(of request: HTTPRequest) -> SimulatedOutcome {
        let routed = RequestRouter(account: id).route(request)
        let latency = faults.faults.latency
        switch faults.fault(for: routed.request) {
        case .darkness(.silent): return .silence
        case .darkness(.refused): return .refusal
        case .reset: return .reset
        case .proxyPage(let status): return .reply(FaultReplies.proxyPage(status: status), after: latency)
        case .throttled: return .reply(failure(FaultReplies.throttled(routed.service), routed), after: latency)
        case .serverError: return .reply(failure(FaultReplies.serverError(routed.service), routed), after: latency)
        case .expiredToken: return .reply(failure(FaultReplies.expiredToken(routed.service), routed), after: latency)
        case .truncated:
            var response = reply(to: request, routed)
            response.body = Array(response.body.prefix(response.body.count / 2))
            return .reply(response, after: latency)
        case .lostReply:
            _ = reply(to: request, routed)
            return .reset
        case nil: return .reply(reply(to: request, routed), after: latency)
        }
    }

    /// The service's reply, denials included.
    mutating func reply(to request: HTTPRequest) -> HTTPResponse {
        reply(to: request, RequestRouter(account: id).route(request))
    }

    private mutating func reply(to request: HTTPRequest, _ routed: RoutedRequest) -> HTTPResponse {
        do throws(ServiceError) {
            if credentials.verifySignatures { try SignatureCheck.verify(request, routed, credentials) }
            guard regions.isEnabled(routed.request.region) else {
                throw FaultReplies.regionNotEnabled(routed.service)
            }
            return finish(try dispatch(routed), routed)
        } catch {
            return failure(error, routed)
        }
    }

    private mutating func dispatch(_ routed: RoutedRequest) throws(ServiceError) -> HTTPResponse {
        let request = routed.request
        let operation: String
        switch routed.service {
        case .s3:
            let operation = S3Operation(request, bucket: routed.bucket, key: routed.key)
            var call = operation.call(
                bucket: routed.bucket, key: routed.key, region: request.region, partition: request.partition)
            call.addVersionPermissions(operation, request)
            try checkDenials(call, routed)
            try checkBucketPolicy(call, routed)
            return try S3Service.respond(to: routed, operation, in: &self)
        case .s3Control: operation = S3ControlService.operation(request)
        case .sts, .iam, .ec2, .rds: operation = FormParameters(request).action
        case .kms, .cloudWatch, .dynamoDB, .other: operation = Self.target(of: request)
        case .efs: operation = EFSService.operation(of: request) ?? request.path
        case .dlm: operation = DLMService.operation(of: request) ?? request.path
        case .backup: operation = SimulatedBackup.operation(of: request) ?? request.path
        }
        let name = "\(routed.service.actionPrefix):\(operation)"
        // Nobody can be denied to learn who they are.
        if name != "sts:GetCallerIdentity" {
            var call = SimulatedCall(
                name: name, permission: name, resources: CalledResource.names(in: request, of: routed.service),
                region: request.region)
            // Whoever hands a role to a service must be allowed to.
            if ["backup:StartRestoreJob", "s3:CreateJob"].contains(name) { call.also.append("iam:PassRole") }
            try checkDenials(call, routed)
        }
        switch routed.service {
        case .s3Control: return try S3ControlService.respond(to: request, in: &self)
        case .sts: return try STSService.respond(to: request, in: &self)
        case .ec2: return try EC2Service.respond(to: request, in: &self)
        case .kms: return try KMSService.respond(to: request, operation, in: &self)
        case .iam: return try IAMService.respond(to: request, in: &self)
        case .cloudWatch: return try CloudWatchService.respond(to: request, operation, in: self)
        case .rds: return try RDSService.respond(to: request, in: &self)
        case .efs: return try EFSService.respond(to: request, in: &self)
        case .dlm: return try DLMService.respond(to: request, in: &self)
        case .dynamoDB: return try DynamoDBService.respond(to: request, operation, in: &self)
        case .backup: return backup.respond(to: request, at: now, world: AccountWorld(self))
        case .s3, .other: throw Self.unknownOperation(routed.service, operation)
        }
    }

    private func checkDenials(_ call: SimulatedCall, _ routed: RoutedRequest) throws(ServiceError) {
        if faults.faults.throttledCalls.contains(where: { Wildcard($0).matches(call.name) }) {
            throw FaultReplies.throttled(routed.service)
        }
        guard faults.faults.denies(call) else { return }
        var error = FaultReplies.accessDenied(call, service: routed.service, account: id)
        // A denied HeadBucket still tells where the bucket is (1.23).
        if routed.service == .s3, let bucket = buckets[routed.bucket] {
            error.headers["x-amz-bucket-region"] = bucket.region.name
        }
        throw error
    }

    /// A bucket's own policy may shut out even the account's operator; what it allows adds nothing to their rights.
    private func checkBucketPolicy(_ call: SimulatedCall, _ routed: RoutedRequest) throws(ServiceError) {
        guard let bucket = buckets[routed.bucket], bucket.owner == id,
            let policy = bucket.policy.flatMap(PolicyDocument.init), let resource = call.resources.last,
            let action = call.permission,
            policy.denies(action, on: resource, to: "arn:\(partition):iam::\(id):user/operator")
        else { return }
        var error = FaultReplies.deniedByBucketPolicy(call, account: id)
        error.headers["x-amz-bucket-region"] = bucket.region.name
        throw error
    }

    /// `X-Amz-Target: TrentService.DescribeKey`, or the form's action.
    private static func target(of request: SimulatedRequest) -> String {
        guard let target = request.headers["x-amz-target"] else { return FormParameters(request).action }
        return target.split(separator: ".").last.map(String.init) ?? target
    }

    private static func unknownOperation(_ service: SimulatedService, _ operation: String) -> ServiceError {
        let message = "\(service.actionPrefix):\(operation) is not implemented by the simulated account"
        return if case .other(_, .query) = service {
            ServiceError(400, "InvalidAction", message)
        } else {
            ServiceError(404, "UnknownOperationException", message)
        }
    }

    private mutating func failure(_ error: ServiceError, _ routed: RoutedRequest) -> HTTPResponse {
        let requestID = ids.requestID()
        let wire = routed.service.wire(for: routed.request)
        return finish(wire.reply(error, requestID: requestID, to: routed.request.method), routed, requestID: requestID)
    }

    /// Adds what every reply carries: the request's id, the account's time, the server's name.
    private mutating func finish(_ response: HTTPResponse, _ routed: RoutedRequest, requestID: String? = nil)
        -> HTTPResponse
    {
        var response = response
        let requestID = requestID ?? ids.requestID()
        let wire = routed.service.wire(for: routed.request)
        response.headers[wire.requestIDHeader] = requestID
        response.fill(requestID: requestID, in: wire)
        response.headers["Date"] = WireTime.http(now)
        if wire == .s3 {
            response.headers["x-amz-id-2"] = "lifeboat/\(requestID)"
            response.headers["Server"] = "AmazonS3"
        }
        return response
    }
}
