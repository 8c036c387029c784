import AWSCore
import AWSModel
import Foundation
import Posture
import SimulatedAWS
import Testing

@testable import Survey

@Suite("Sizes and requests of buckets")
struct UsageSurveyTests {
    private static let moment = Date(timeIntervalSince1970: 1_795_000_000)

    private struct Asked: Sendable {
        var sizes: [Int] = []
        var regions: Set<String> = []
    }

    /// What is read of buckets in the simulated account, and how many queries each call had.
    private func read(
        _ buckets: [(name: String, region: Region)], of aws: SimulatedAWS,
        answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse? = { _ in nil }
    ) async -> (usage: [String: BucketUsage], asked: Asked) {
        let asked = Lock(Asked())
        let tampered = TamperedAWS(base: aws) { request in
            let body = String(decoding: request.body, as: UTF8.self)
            asked.withLock {
                $0.sizes.append(body.split(separator: "\"MetricStat\"").count - 1)
                $0.regions.insert(request.origin.host)
            }
            return answer(request)
        }
        let usage = await UsageSurvey(reader: tampered.reader).usage(of: buckets)
        return (usage, asked.withLock { $0 })
    }

    /// A bucket with two objects of two weeks ago and one of today, one of them rare.
    private func account(requests: SimulatedBucket.RequestMetrics? = nil) -> SimulatedAWS {
        var account = SimulatedAccount(at: Self.moment.addingTimeInterval(-40 * 86_400))
        account.createBucket("films", in: "eu-west-1", versioning: .enabled)
        account.updateBucket("films") { $0.requestMetrics = requests }
        account.advance(to: Self.moment.addingTimeInterval(-14 * 86_400))
        var rare = ObjectDraft(key: "b", content: .zeros(300))
        rare.storageClass = "STANDARD_IA"
        _ = try? account.write(ObjectDraft(key: "a", content: .zeros(700)), to: "films")
        _ = try? account.write(rare, to: "films")
        account.advance(to: Self.moment)
        _ = try? account.write(ObjectDraft(key: "c", content: .zeros(5_000)), to: "films")
        return SimulatedAWS(account)
    }

    @Test("the newest day that is over tells the bytes of each class and the objects")
    func sizes() async throws {
        let usage = try #require(await read([("films", "eu-west-1")], of: account()).usage["films"])
        #expect(usage.bytes.value == ["StandardStorage": ByteCount(700), "StandardIAStorage": ByteCount(300)])
        #expect(usage.objects.value == 2)
        #expect(usage.bytes.region == "eu-west-1")
    }

    @Test("without request metrics of the whole bucket there is no data, which is not 0")
    func noRequests() async throws {
        let none = try #require(await read([("films", "eu-west-1")], of: account()).usage["films"])
        #expect(none.requests.isAbsent)
        let partial = account(requests: .init(id: "prefix-only", readsADay: 7))
        #expect(await read([("films", "eu-west-1")], of: partial).usage["films"]?.requests.isAbsent == true)
    }

    @Test("request metrics are summed over the last 30 days")
    func requests() async throws {
        let aws = account(requests: .init(readsADay: 7))
        let requests = try #require(await read([("films", "eu-west-1")], of: aws).usage["films"]?.requests.value)
        #expect(requests.puts?.total == 2)
        #expect(requests.uploaded?.total == 1_000)
        #expect(requests.gets?.days == 29)
        #expect(requests.gets?.total == 203)
    }

    @Test("in the wrong region CloudWatch holds nothing")
    func wrongRegion() async {
        let usage = await read([("films", "us-east-1")], of: account()).usage["films"]
        #expect(usage?.bytes.isAbsent == true)
    }

    @Test("a call has at most 500 queries, and each region its own")
    func batches() async {
        let many = (1...100).map { (name: "b\($0)", region: Region($0 <= 90 ? "us-east-1" : "us-west-2")) }
        let (usage, asked) = await read(many, of: SimulatedAWS(at: Self.moment))
        #expect(usage.count == 100)
        #expect(asked.sizes.allSatisfy { $0 <= 500 })
        // 13 of storage and 3 of requests for each.
        #expect(asked.sizes.reduce(0, +) == 1_600)
        #expect(asked.sizes.count == 6)
        #expect(asked.regions.count == 2)
    }

    @Test("a denial is told, and is no size")
    func denied() async {
        let usage = await read([("films", "eu-west-1")], of: account()) { _ in .error("AccessDenied") }.usage["films"]
        #expect(usage?.bytes.gap == "denied (AccessDenied)")
        #expect(usage?.objects.gap == "denied (AccessDenied)")
        #expect(usage?.requests.gap == "denied (AccessDenied)")
    }

    @Test("a series that CloudWatch could not make is failed, not empty")
    func internalError() async {
        let reply = #"{"MetricDataResults":[{"Id":"q0","Timestamps":[],"Values":[],"StatusCode":"InternalError"}]}"#
        let usage = await read([("films", "eu-west-1")], of: account()) { _ in .reply(reply) }.usage["films"]
        #expect(usage?.bytes.gap == "failed (InternalError)")
        #expect(usage?.objects.isAbsent == true)
    }

    @Test("of the demo account only buckets that replicate, are replicas or are backed up are asked for")
    func atCost() async throws {
        let tampered = TamperedAWS(base: DemoAccount.make(now: Self.moment), answer: { _ in nil })
        let inventory = try await tampered.inventory()
        #expect(inventory.usage == nil)
        let names = Set(BucketsAtCost(inventory, now: Self.moment).buckets.map(\.name))
        #expect(names.isSuperset(of: ["media-originals", "media-originals-dr", "terraform-state", "shop-eu-exports"]))
        #expect(names.isDisjoint(with: ["access-logs", "studio-inbox", "payroll-exports"]))
    }

    @Test("the demo shows what its films cost to replicate, to the cent")
    func demo() async throws {
        let judged = try await DemoSurvey.clean.judged["arn:aws:s3:::media-originals"]
        let path = judged?.paths.first { $0.mechanism == .s3Replication }
        #expect(path?.monthlyCost?.isComplete == true)
        #expect(path?.monthlyCost?.words == "$5.53 a month")
    }
}
