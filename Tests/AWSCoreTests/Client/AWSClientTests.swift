import AWSCore
import AWSModel
import Foundation
import Testing

@Suite("The client")
struct AWSClientTests {
    @Test("A transient failure is tried again", arguments: ["InternalError", "ServiceUnavailable"])
    func retriesTransientFailures(code: String) async throws {
        let scripted = ScriptedClient { _, number in
            .success(number == 1 ? .s3Error(code, status: 503) : .ok("<Thing>x</Thing>"))
        }
        #expect(try await scripted.client.send(ReadThing(), in: "us-east-1") == "x")
        #expect(scripted.transport.requests.count == 2)
        #expect(scripted.clock.waits == [.milliseconds(25)])
    }

    @Test("A throttled call waits longer, and as long as the service asks")
    func waitsWhenThrottled() async throws {
        let scripted = ScriptedClient { _, number in
            switch number {
            case 1: .success(.s3Error("SlowDown", status: 503))
            case 2: .success(.s3Error("SlowDown", status: 503, headers: ["x-amz-retry-after": "7000"]))
            default: .success(.ok("<Thing>x</Thing>"))
            }
        }
        #expect(try await scripted.client.send(ReadThing(), in: "us-east-1") == "x")
        #expect(scripted.clock.waits == [.milliseconds(500), .seconds(7)])
        #expect(scripted.client.statistics.throttled == 2)
    }

    @Test("Attempts end, and the error tells call, region, status, code and request id")
    func givesUp() async throws {
        let scripted = ScriptedClient { _, _ in .success(.s3Error("InternalError", status: 500)) }
        let error = await #expect(throws: AWSError.self) {
            try await scripted.client.send(ReadThing(), in: "eu-central-1")
        }
        #expect(scripted.transport.requests.count == 3)
        #expect(error?.call == "s3:GetThing")
        #expect(error?.region == "eu-central-1")
        #expect(error?.status == 500)
        #expect(error?.code == "InternalError")
        #expect(error?.requestID == "r1")
    }

    @Test("A refusal is not tried again")
    func doesNotRetryRefusals() async throws {
        let scripted = ScriptedClient { _, _ in .success(.s3Error("AccessDenied", status: 403)) }
        let error = await #expect(throws: AWSError.self) {
            try await scripted.client.send(ReadThing(), in: "us-east-1")
        }
        #expect(error?.cause == .denied)
        #expect(scripted.transport.requests.count == 1)
    }

    @Test("fact_1_23: a bucket that lives elsewhere is followed once, signed for its region, and remembered")
    func followsRedirects() async throws {
        let scripted = ScriptedClient { request, _ in
            request.origin.host.contains("eu-west-1")
                ? .success(.ok("<Thing>x</Thing>"))
                : .success(.s3Error("PermanentRedirect", status: 301, headers: ["x-amz-bucket-region": "eu-west-1"]))
        }
        #expect(try await scripted.client.send(ReadThing(), in: "us-east-1") == "x")
        #expect(try await scripted.client.send(ReadThing(), in: "us-east-1") == "x")
        let hosts = scripted.transport.requests.map(\.origin.host)
        let there = "media.s3.eu-west-1.amazonaws.com"
        #expect(hosts == ["media.s3.us-east-1.amazonaws.com", there, there])
        #expect(scripted.transport.requests[1].headers["Authorization"]?.contains("/eu-west-1/s3/") == true)
    }

    @Test("fact_1_23: a region named in the body is followed too")
    func followsRegionInBody() async throws {
        let body = "<Error><Code>AuthorizationHeaderMalformed</Code><Region>ap-southeast-2</Region></Error>"
        let scripted = ScriptedClient { _, number in
            .success(number == 1 ? HTTPResponse(status: 400, body: Array(body.utf8)) : .ok("<Thing>x</Thing>"))
        }
        #expect(try await scripted.client.send(ReadThing(), in: "us-east-1") == "x")
        #expect(scripted.transport.requests[1].origin.host == "media.s3.ap-southeast-2.amazonaws.com")
    }

    @Test("fact_1_23: two regions that send each other's callers away end in an error")
    func doesNotLoop() async throws {
        let scripted = ScriptedClient { request, _ in
            let elsewhere = request.origin.host.contains("us-east-1") ? "eu-west-1" : "us-east-1"
            return .success(.s3Error("PermanentRedirect", status: 301, headers: ["x-amz-bucket-region": elsewhere]))
        }
        await #expect(throws: AWSError.self) { try await scripted.client.send(ReadThing(), in: "us-east-1") }
        #expect(scripted.transport.requests.count == 2)
    }

    @Test("fact_6_9: a clock that is off is learned from the reply and the call is signed once more")
    func learnsClockSkew() async throws {
        let scripted = ScriptedClient { request, number in
            if number > 1 { return .success(.ok("<Thing>\(request.headers["X-Amz-Date"] ?? "")</Thing>")) }
            return .success(
                .s3Error("RequestTimeTooSkewed", status: 403, headers: ["Date": "Wed, 18 Nov 2026 12:00:00 GMT"]))
        }
        #expect(try await scripted.client.send(ReadThing(), in: "us-east-1") == "20261118T120000Z")
        #expect(try await scripted.client.send(ReadThing(), in: "us-east-1") == "20261118T120000Z")
        #expect(scripted.transport.requests.count == 3)
    }

    @Test("fact_6_9: what AWS dates is held against AWS's time, where ours is off by more than a reply takes")
    func takesTheTime() async throws {
        let headers = HTTPHeaders([("Date", "Wed, 18 Nov 2026 12:00:00 GMT")])
        let scripted = ScriptedClient { _, _ in
            .success(HTTPResponse(status: 200, headers: headers, body: Array("<T>x</T>".utf8)))
        }
        let ours = scripted.client.time
        _ = try await scripted.client.send(ReadThing(), in: "us-east-1")
        let theirs = Date(timeIntervalSince1970: 1_795_003_200)
        #expect(abs(ours.timeIntervalSince(theirs)) > 1_800)
        #expect(abs(scripted.client.time.timeIntervalSince(theirs)) < 60)
    }

    @Test("fact_6_9: a refused signature without a skew is about the credentials")
    func reportsRefusedSignatures() async throws {
        let scripted = ScriptedClient { _, _ in .success(.s3Error("SignatureDoesNotMatch", status: 403)) }
        let error = await #expect(throws: AWSError.self) {
            try await scripted.client.send(ReadThing(), in: "us-east-1")
        }
        #expect(error?.cause == .credentialsRejected)
        #expect(scripted.transport.requests.count == 1)
    }

    @Test("A 200 that holds an error is an error")
    func seesDisguisedErrors() async throws {
        let scripted = ScriptedClient { _, number in
            let error = "<?xml version=\"1.0\"?>\n<Error><Code>InternalError</Code></Error>"
            return .success(.ok(number == 1 ? error : "<T>x</T>"))
        }
        #expect(try await scripted.client.send(ReadThing(), in: "us-east-1") == "x")
        #expect(scripted.transport.requests.count == 2)
    }

    @Test("A web page is said to be one, and its refusal is not AWS's")
    func seesWebPages() async throws {
        let scripted = ScriptedClient { _, _ in
            .success(HTTPResponse(status: 403, body: Array("<html><body>Sign in</body></html>".utf8)))
        }
        let error = await #expect(throws: AWSError.self) {
            try await scripted.client.send(ReadThing(), in: "us-east-1")
        }
        guard case .malformedReply(let text)? = error?.cause else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(text.contains("web page") && text.contains("403"))
    }

    @Test("After three calls without an answer a service is not asked again for a while, and the next try closes it")
    func opensTheCircuit() async throws {
        let scripted = ScriptedClient(retries: RetryPolicy(maximumAttempts: 1)) { _, number in
            (2...4).contains(number) ? .failure(.timedOut("3 s")) : .success(.ok("<T>x</T>"))
        }
        #expect(try await scripted.client.send(ReadThing(), in: "us-east-1") == "x")
        for _ in 0..<3 {
            await #expect(throws: AWSError.self) { try await scripted.client.send(ReadThing(), in: "us-east-1") }
        }
        let error = await #expect(throws: AWSError.self) {
            try await scripted.client.send(ReadThing(), in: "us-east-1")
        }
        #expect(error?.cause == .circuitOpen(.timedOut("3 s")))
        #expect(scripted.transport.requests.count == 4)
        #expect(try await scripted.client.send(ReadThing(), in: "us-west-2") == "x", "another region is asked")
        scripted.clock.pass(.seconds(31))
        #expect(try await scripted.client.send(ReadThing(), in: "us-east-1") == "x")
        #expect(try await scripted.client.send(ReadThing(), in: "us-east-1") == "x")
    }

    @Test("Resets do not open the circuit: the server is alive")
    func resetsKeepTheCircuitClosed() async throws {
        let scripted = ScriptedClient(retries: RetryPolicy(maximumAttempts: 6)) { _, number in
            number <= 5 ? .failure(.connectionLost("reset")) : .success(.ok("<T>x</T>"))
        }
        #expect(try await scripted.client.send(ReadThing(), in: "us-east-1") == "x")
    }

    @Test("Credentials that cannot be had are the error, and nothing is sent")
    func reportsMissingCredentials() async throws {
        struct NoCredentials: CredentialsProvider {
            func credentials() async throws(CredentialsError) -> Credentials { throw CredentialsError(.none, "none") }
        }
        let transport = ScriptedTransport { _, _ in .success(.ok("<T/>")) }
        let client = AWSClient(transport: transport, credentials: NoCredentials(), endpoints: EndpointResolver())
        let error = await #expect(throws: AWSError.self) { try await client.send(ReadThing(), in: "us-east-1") }
        #expect(error?.cause == .credentials(CredentialsError(.none, "none")))
        #expect(transport.requests.isEmpty)
    }

    @Test("fact_6_10: an empty page with a token goes on, an empty token ends")
    func followsPages() async throws {
        let pages = [
            #"{"items":["a"],"next":"1"}"#, #"{"items":[],"next":"2"}"#, #"{"items":["b"],"next":""}"#,
        ]
        let scripted = ScriptedClient { _, number in .success(.ok(pages[number - 1])) }
        var items: [String] = []
        for try await page in scripted.client.pages(ListThings(), in: "us-east-1") { items += page.items }
        #expect(items == ["a", "b"])
    }

    @Test("A listing that repeats its token ends in an error, not in a loop")
    func refusesRepeatedTokens() async throws {
        let scripted = ScriptedClient { _, _ in .success(.ok(#"{"items":["a"],"next":"1"}"#)) }
        let error = await #expect(throws: AWSError.self) {
            for try await _ in scripted.client.pages(ListThings(), in: "us-east-1") {}
        }
        #expect(error?.description.contains("token") == true)
        #expect(scripted.transport.requests.count == 2)
    }

    @Test("A listing whose tokens lead in a circle ends in an error, however long the circle")
    func refusesCircles() async throws {
        let scripted = ScriptedClient { _, number in
            .success(.ok(#"{"items":["a"],"next":"\#(number % 3)"}"#))
        }
        await #expect(throws: AWSError.self) {
            for try await _ in scripted.client.pages(ListThings(), in: "us-east-1") {}
        }
        #expect(scripted.transport.requests.count <= 4)
    }

    @Test(
        "A date that is none teaches nothing",
        arguments: [
            "Fri, 20 Nov 2026 9223372036854775807:00:00 GMT", "Fri, 20 Nov 2026 -1:00:00 GMT", "soon",
            "Fri, 99 Nov 2026 00:00:00 GMT",
        ])
    func ignoresAbsurdDates(date: String) async throws {
        let scripted = ScriptedClient { _, _ in
            .success(.s3Error("RequestTimeTooSkewed", status: 403, headers: ["Date": date]))
        }
        await #expect(throws: AWSError.self) { try await scripted.client.send(ReadThing(), in: "us-east-1") }
        #expect(scripted.transport.requests.count == 1)
    }

    @Test("A service that asks for ever longer waits is given up within its budget")
    func boundsWaits() async throws {
        let scripted = ScriptedClient(retries: .scanning) { _, _ in
            .success(.s3Error("SlowDown", status: 503, headers: ["x-amz-retry-after": "999999999"]))
        }
        await #expect(throws: AWSError.self) { try await scripted.client.send(ReadThing(), in: "us-east-1") }
        #expect(scripted.clock.waits.reduce(.zero, +) <= .seconds(60))
    }

    @Test("A service that never answered is given up with its first timeout, one that did gets three")
    func givesUpTheDeadSooner() async throws {
        let dead = ScriptedClient { _, _ in .failure(.timedOut("10 s")) }
        await #expect(throws: AWSError.self) { try await dead.client.send(ReadThing(), in: "us-east-1") }
        #expect(dead.transport.requests.count == 1)
        let alive = ScriptedClient { _, number in number == 1 ? .success(.ok("<T>x</T>")) : .failure(.timedOut("10 s"))
        }
        _ = try await alive.client.send(ReadThing(), in: "us-east-1")
        await #expect(throws: AWSError.self) { try await alive.client.send(ReadThing(), in: "us-east-1") }
        #expect(alive.transport.requests.count == 4)
    }

    @Test("No description of an error shows a secret")
    func showsNoSecrets() async throws {
        let scripted = ScriptedClient { request, _ in
            let echo = request.headers.fields.map { "\($0.name):\($0.value)" }.joined()
            return .success(
                HTTPResponse(
                    status: 403,
                    body: Array("<Error><Code>SignatureDoesNotMatch</Code><Message>\(echo)</Message></Error>".utf8)))
        }
        let error = await #expect(throws: AWSError.self) {
            try await scripted.client.send(ReadThing(), in: "us-east-1")
        }
        #expect(error.map { !"\($0)".contains("AWS4-HMAC") } == true)
    }
}
