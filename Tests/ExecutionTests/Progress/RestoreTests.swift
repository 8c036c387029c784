import AWSCore
import AWSModel
import Execution
import Foundation
import Recovery
import SimulatedAWS
import Testing

@Suite("A restore, from the call to what it made")
struct RestoreTests {
    private let bench = RestoreBench()

    private func start(_ call: PlannedCall) async throws -> ProgressWatch {
        let outcome = await bench.executor(MemoryJournal()).execute(call, under: try RestoreBench.grant(call.token))
        guard case .accepted(let id?) = outcome else { throw MemoryJournal.Refused(description: "\(outcome)") }
        return ProgressWatch(.restoreJob(id: id), in: RestoreBench.away)
    }

    @Test("a bucket comes back with its objects, in the other region, although the first one is dark and purged")
    func bucket() async throws {
        bench.aws.configure { $0.deleteBucket("media") }
        bench.aws.faults.darkRegions = [RestoreBench.home: .silent]
        var watch = try await start(RestoreBench.bucketCall())
        let seen = await bench.watch(&watch)
        #expect(seen.first?.state == .waiting)
        #expect(seen.contains { $0.state == .running && ($0.percent ?? 0) > 20 })
        let end = try #require(seen.last)
        #expect(end.state == .done && end.percent == 100 && end.silence == nil)
        #expect(end.created == "arn:aws:s3:::media-restored")
        let checks = await Verification(client: bench.client()).verify(
            created: try #require(end.created), in: RestoreBench.away, expected: ByteCount(150))
        #expect(checks.map(\.result) == [.passed, .passed, .passed, .passed])
        #expect(
            checks.map(\.name) == [
                "bucket exists", "bucket holds objects", "size is as expected", "objects can be read",
            ])
        #expect(checks.last?.detail == "20 of 25 were read")
        #expect(bench.aws.configure { $0.buckets["media-restored"]?.region } == RestoreBench.away)
    }

    struct Made: Sendable, CustomTestStringConvertible {
        var testDescription: String { type }
        var point: String
        var type: String
        var metadata: [String: String]
        var created: String
        var verified: [PreflightCheck.Result]
    }

    @Test(
        "a table, a cluster and a volume come back too",
        arguments: [
            Made(
                point: RestoreBench.tablePoint, type: "DynamoDB", metadata: ["targetTableName": "carts-restored"],
                created: "arn:aws:dynamodb:us-west-2:123456789012:table/carts-restored", verified: [.passed]),
            // Until it has an instance a cluster serves nobody.
            Made(
                point: RestoreBench.clusterPoint, type: "Aurora",
                metadata: ["dbClusterIdentifier": "ledger-restored", "engine": "aurora-mysql"],
                created: "arn:aws:rds:us-west-2:123456789012:cluster:ledger-restored", verified: [.passed, .failed]),
            Made(
                point: RestoreBench.volumePoint, type: "EBS", metadata: ["availabilityZone": "us-west-2a"],
                created: "arn:aws:ec2:us-west-2:123456789012:volume/vol-", verified: [.passed, .passed]),
        ])
    func others(made: Made) async throws {
        var watch = try await start(RestoreBench.restore(made.point, made.type, made.metadata))
        let end = try #require(await bench.watch(&watch).last)
        let created = try #require(end.created)
        #expect(created.hasPrefix(made.created))
        let checks = await Verification(client: bench.client()).verify(
            created: created, in: RestoreBench.away, expected: ByteCount(3_000_000_000))
        #expect(checks.map(\.result) == made.verified)
    }

    @Test("a job that fails on its way says so at the percentage it reached, with AWS's message")
    func failsOnItsWay() async throws {
        bench.aws.faults.failingRestores = ["arn:aws:s3:::media": "Unable to perform s3:PutObject"]
        var watch = try await start(RestoreBench.bucketCall())
        let end = try #require(await bench.watch(&watch).last)
        #expect(end.state == .failed && end.word == "FAILED")
        #expect(end.percent == 70)
        #expect(end.message == "Unable to perform s3:PutObject")
        #expect(end.created == nil)
    }

    struct Failing: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var call = RestoreBench.bucketCall()
        var change: @Sendable (inout SimulatedAccount) -> Void = { _ in }
        var says: String
    }

    @Test(
        "what AWS finds out later fails the job, with its reason",
        arguments: [
            Failing(
                testDescription: "a role without rights for the type",
                call: RestoreBench.restore(
                    RestoreBench.bucketPoint, "S3", ["DestinationBucketName": "b", "NewBucket": "true"],
                    role: "arn:aws:iam::123456789012:role/service-role/default"),
                change: {
                    $0.createServiceRole(
                        "default", for: "backup.amazonaws.com", path: "/service-role/",
                        attaching: ["arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores"])
                }, says: "lacks the permissions"),
            Failing(
                testDescription: "a key of another region",
                call: RestoreBench.restore(
                    RestoreBench.tablePoint, "DynamoDB",
                    [
                        "targetTableName": "t",
                        "kmsMasterKeyArn":
                            "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000",
                    ]), says: "KMS key"),
            Failing(
                testDescription: "a name that is taken",
                change: { $0.createBucket("media-restored", in: "us-west-2", versioning: .enabled) },
                says: "already exists"),
            Failing(
                testDescription: "a target without versioning",
                call: RestoreBench.restore(
                    RestoreBench.bucketPoint, "S3", ["DestinationBucketName": "plain", "NewBucket": "false"]),
                change: { $0.createBucket("plain", in: "us-west-2") }, says: "Versioning is not enabled"),
        ])
    func failsLater(failing: Failing) async throws {
        bench.aws.configure(failing.change)
        var watch = try await start(failing.call)
        let end = try #require(await bench.watch(&watch).last)
        #expect(end.state == .failed)
        #expect(end.message?.contains(failing.says) == true, "\(end.message ?? "")")
    }

    @Test("silence, throttling and expired credentials midway end nothing: the last value stays, with its age")
    func silenceMidway() async throws {
        var watch = try await start(
            RestoreBench.restore(RestoreBench.tablePoint, "DynamoDB", ["targetTableName": "t"]))
        let client = bench.client(attempts: 1)
        bench.aws.advance(by: .seconds(180))
        let known = await watch.look(client, now: { bench.aws.now }).progress
        #expect(known.state == .running)
        let troubles: [@Sendable (inout SimulatedFaults) -> Void] = [
            { $0.darkRegions = [RestoreBench.away: .refused] }, { $0.throttledCalls = ["backup:*"] },
            { $0.expiredToken = true }, { $0.truncation = 1 },
        ]
        for trouble in troubles {
            bench.aws.faults = SimulatedFaults()
            trouble(&bench.aws.faults)
            let client = bench.client(attempts: 1)
            let look = await watch.look(client, now: { bench.aws.now })
            #expect(look.progress.state == .running && look.progress.percent == known.percent)
            #expect(look.progress.silence != nil && look.progress.asOf == known.asOf)
            #expect((look.next ?? .zero) >= .seconds(30))
            bench.aws.advance(by: look.next ?? .zero)
        }
        #expect(watch.last.map { $0.age(at: bench.aws.now) } ?? 0 > 60)
        bench.aws.faults = SimulatedFaults()
        let end = try #require(await bench.watch(&watch).last)
        #expect(end.state == .done && end.silence == nil)
    }
}
