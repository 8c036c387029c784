import AWSCore
import AWSModel
import Foundation
import SimulatedAWS
import Testing

@Suite("Faults")
struct FaultTests {
    private let account = TestAccount()

    private func request(_ number: Int = 0, region: Region = "us-east-1") -> HTTPRequest {
        HTTPRequest(
            method: .get, origin: HTTPOrigin(host: "s3.\(region).amazonaws.com"), path: "/src",
            query: [QueryItem("list-type", "2"), QueryItem("prefix", "\(number)")])
    }

    private func send(_ request: HTTPRequest) async -> Result<Int, TransportError> {
        do {
            return .success(try await account.aws.send(request, timeouts: Timeouts()).status)
        } catch {
            return .failure(error)
        }
    }

    @Test("a dark region is a timeout or a refused connection, and the others answer")
    func darkRegions() async {
        account.aws.faults.darkRegions = ["us-west-2": .silent, "eu-west-1": .refused]
        guard case .failure(.timedOut) = await send(request(region: "us-west-2")) else {
            Issue.record("the silent region answered")
            return
        }
        guard case .failure(.connect) = await send(request(region: "eu-west-1")) else {
            Issue.record("the refusing region answered")
            return
        }
        #expect(await send(request()) == .success(200))
    }

    @Test("a region goes dark in the middle, after so many calls")
    func darkAfterCalls() async {
        account.aws.faults.darkAfterCalls = ["us-east-1": 3]
        var answers: [Bool] = []
        for number in 0..<5 {
            if case .success = await send(request(number)) { answers.append(true) } else { answers.append(false) }
        }
        #expect(answers == [true, true, true, false, false])
    }

    @Test("chances are met: 10 % of many calls within a narrow band", arguments: [UInt64(1), 2, 3])
    func chances(_ seed: UInt64) async {
        account.aws.faults.seed = seed
        account.aws.faults.throttling = 0.1
        var throttled = 0
        for number in 0..<2000 where await send(request(number)) == .success(503) { throttled += 1 }
        #expect((150...250).contains(throttled))
    }

    @Test("the same calls meet the same faults in any order")
    func orderDoesNotMatter() async {
        var faults = SimulatedFaults()
        faults.throttling = 0.3
        faults.resets = 0.2
        func play(_ numbers: [Int]) async -> [Int: Result<Int, TransportError>] {
            account.aws.faults = faults
            var results: [Int: Result<Int, TransportError>] = [:]
            for number in numbers { results[number] = await send(request(number)) }
            return results
        }
        let forward = await play(Array(0..<200))
        let backward = await play(Array((0..<200).reversed()))
        #expect(forward == backward)
        #expect(Set(forward.values.map(String.init(describing:))).count == 3)
    }

    @Test("no more in a row than allowed for one call")
    func mostInARow() async {
        account.aws.faults.throttling = 1
        account.aws.faults.mostInARow = 2
        var statuses: [Int] = []
        for _ in 0..<6 { if case .success(let status) = await send(request()) { statuses.append(status) } }
        #expect(statuses == [503, 503, 200, 503, 503, 200])
    }

    @Test(
        "denials name the action or the operation, the resource and the region",
        arguments: [
            (SimulatedFaults.Denial("s3:GetReplicationConfiguration"), true),
            (SimulatedFaults.Denial("s3:GetBucketReplication"), true),
            (SimulatedFaults.Denial("s3:*", resource: "src"), true),
            (SimulatedFaults.Denial("s3:*", resource: "arn:aws:s3:::s*"), true),
            (SimulatedFaults.Denial("s3:*", resource: "dst"), false),
            (SimulatedFaults.Denial("s3:Get*", region: "us-west-2"), false),
            (SimulatedFaults.Denial("s3:GetBucketVersioning"), false),
        ])
    func denials(_ denial: SimulatedFaults.Denial, denied: Bool) {
        account.aws.faults.denials = [denial]
        #expect((account.s3(.get, "src?replication").status == 403) == denied)
    }

    @Test("a denied HeadBucket still tells the region (1.23)")
    func deniedHead() {
        account.aws.faults.denials = [SimulatedFaults.Denial("s3:ListBucket", resource: "dst")]
        let reply = account.s3(.head, "dst")
        #expect(reply.status == 403)
        #expect(reply.headers["x-amz-bucket-region"] == "us-west-2")
    }

    @Test("a truncated reply is no document any more")
    func truncation() async throws {
        account.aws.faults.truncation = 1
        let reply = try await account.aws.send(request(), timeouts: Timeouts())
        #expect(reply.status == 200)
        #expect(throws: MalformedReply.self) { try XMLDocument.parse(reply.body) }
    }

    @Test("a proxy's page is HTML for every call")
    func proxyPage() async throws {
        account.aws.faults.proxyPageStatus = 200
        let reply = try await account.aws.send(request(), timeouts: Timeouts())
        #expect(reply.headers["Content-Type"] == "text/html")
    }

    @Test("faults survive their JSON")
    func json() throws {
        var faults = SimulatedFaults()
        faults.seed = 7
        faults.darkRegions = ["us-west-2": .refused]
        faults.darkAfterCalls = ["eu-west-1": 12]
        faults.throttling = 0.1
        faults.mostInARow = 2
        faults.latency = .milliseconds(30)
        faults.denials = [SimulatedFaults.Denial("s3:*", resource: "src", region: "us-east-1")]
        let read = try JSONReply.decode(SimulatedFaults.self, from: Array(try JSONEncoder().encode(faults)))
        #expect(read == faults)
    }
}
