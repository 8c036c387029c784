import AWSCore
import AWSModel
import Execution
import Foundation
import Recovery
import SimulatedAWS
import Testing

@Suite("A watch that cannot see an end")
struct GivingUpTests {
    private let bench = RestoreBench()

    private func looks(_ subject: ProgressSubject, region: Region = RestoreBench.away) async -> [ProgressWatch.Look] {
        var watch = ProgressWatch(subject, in: region)
        let client = bench.client()
        var looks: [ProgressWatch.Look] = []
        while looks.count < 40 {
            looks.append(await watch.look(client, now: { bench.aws.now }))
            guard let next = looks.last?.next else { break }
            bench.aws.advance(by: next)
        }
        return looks
    }

    @Test("is given up once AWS has denied it some times, and says what to allow")
    func denied() async throws {
        _ = await bench.executor(MemoryJournal()).execute(
            RestoreBench.bucketCall(), under: try RestoreBench.grant("token-1"))
        let job = try #require(bench.jobs.first)
        bench.aws.faults.denials = [.init("backup:DescribeRestoreJob")]
        let seen = await looks(.restoreJob(id: job.id))
        #expect(seen.count == PollingPolicy().denials)
        let why = try #require(seen.last?.givenUp)
        #expect(why.contains("Allow backup:DescribeRestoreJob") && why.contains("what was started goes on"))
        #expect(seen.last?.progress.isOver == false)
    }

    @Test("is given up where AWS does not know what it watches")
    func notFound() async throws {
        let seen = await looks(.restoreJob(id: "NO-SUCH-JOB"))
        #expect(seen.count == PollingPolicy().denials)
        #expect(seen.last?.givenUp?.contains("restore job NO-SUCH-JOB") == true)
    }

    @Test("is given up where a thing never appears", arguments: NativeCase.all.prefix(7))
    func neverListed(native: NativeCase) async throws {
        let seen = await looks(native.subject, region: native.region)
        #expect(seen.count == PollingPolicy().denials)
        #expect(seen.last?.givenUp?.contains("lists no") == true)
    }

    @Test("ends badly where a thing was there and is deleted")
    func deleted() async throws {
        let native = try #require(NativeCase.all.first { $0.subject == .table("carts-2") })
        bench.aws.configure(native.lay)
        _ = await bench.executor(MemoryJournal()).execute(native.call, under: try RestoreBench.grant("token-1"))
        var watch = ProgressWatch(native.subject, in: native.region)
        #expect(await watch.look(bench.client(), now: { bench.aws.now }).progress.created != nil)
        bench.aws.configure { $0.tables.remove("carts-2", in: RestoreBench.away) }
        let seen = await bench.watch(&watch)
        #expect(seen.last?.state == .failed && seen.last?.message?.contains("deleted") == true)
        #expect(seen.count == PollingPolicy().denials)
    }

    @Test("ends nothing where it is silence, throttling or expired credentials", arguments: [0, 1, 2])
    func passing(trouble: Int) async throws {
        _ = await bench.executor(MemoryJournal()).execute(
            RestoreBench.bucketCall(), under: try RestoreBench.grant("token-1"))
        let job = try #require(bench.jobs.first)
        switch trouble {
        case 0: bench.aws.faults.darkRegions = [RestoreBench.away: .refused]
        case 1: bench.aws.faults.throttledCalls = ["backup:*"]
        default: bench.aws.faults.expiredToken = true
        }
        let seen = await looks(.restoreJob(id: job.id))
        #expect(seen.count == 40 && seen.allSatisfy { $0.givenUp == nil })
    }

    @Test("leaves a run of which nobody knows the end, and not a failed one")
    func runIsUnknown() async throws {
        bench.aws.faults.denials = [.init("backup:DescribeRestoreJob")]
        let (aws, waits) = (bench.aws, Lock(0))
        let progress = await RecoveryRun([RestoreBench.bucketCall()], with: bench.executor(MemoryJournal())) {
            aws.advance(by: $0)
            // One that is never given up shall fail here, and not hang.
            guard
                waits.withLock({
                    $0 += 1; return $0 < 40
                })
            else { throw CancellationError() }
        }.run(under: try RestoreBench.grant("token-1"))
        #expect(progress.state == .unknown && progress.messages.last?.contains("is not asked any more") == true)
        #expect(bench.jobs.count == 1)
    }

    @Test("does not look again at what the journal says has ended")
    func ended() async throws {
        let transport = WatchedTransport(bench.aws)
        let call = RestoreBench.bucketCall()
        let made = "arn:aws:s3:::media-restored"
        func run(_ end: CallEnd) async throws -> RecoveryProgress {
            let known = [
                call.token: JournaledCall(
                    intendedAt: RestoreBench.start, outcome: .accepted(identifier: "JOB"), end: end)
            ]
            return await RecoveryRun([call], with: bench.executor(MemoryJournal(), transport)) { _ in
                throw CancellationError()
            }.run(under: try RestoreBench.grant(call.token), known: known)
        }
        let well = try await run(CallEnd(isWell: true, made: made, at: RestoreBench.start + 90))
        #expect(well.state == .completed && well.created == [made] && well.seconds == 90)
        let badly = try await run(CallEnd(isWell: false, message: "no room"))
        #expect(badly.state == .failed && badly.failure == FailedCall(token: call.token, hasEnded: true))
        #expect(transport.requests.isEmpty)
    }
}
