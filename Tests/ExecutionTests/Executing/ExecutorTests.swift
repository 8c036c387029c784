import AWSCore
import AWSModel
import Execution
import Foundation
import Recovery
import SimulatedAWS
import Testing

@Suite("The executor")
struct ExecutorTests {
    private let bench = RestoreBench()

    @Test("a call is in the journal before its request leaves, and its outcome is there after")
    func journalFirst() async throws {
        let journal = MemoryJournal()
        let wasIntended = Lock<[Bool]>([])
        let transport = WatchedTransport(bench.aws) { _ in
            wasIntended.withLock { $0.append(journal.entries.first.map { $0.outcome == nil } ?? false) }
        }
        let outcome = await bench.executor(journal, transport).execute(
            RestoreBench.bucketCall(), under: try RestoreBench.grant("token-1"))
        let job = try #require(bench.jobs.first)
        #expect(outcome == .accepted(identifier: job.id))
        #expect(wasIntended.withLock { $0 } == [true])
        #expect(journal.entries.map(\.outcome) == [outcome])
        #expect(journal.entries.first?.call == RestoreBench.bucketCall())
    }

    @Test("nothing is sent, and nothing written, that the grant does not cover")
    func otherGrant() async throws {
        let journal = MemoryJournal()
        let transport = WatchedTransport(bench.aws)
        let outcome = await bench.executor(journal, transport).execute(
            RestoreBench.bucketCall(), under: try RestoreBench.grant("token-2"))
        guard case .refused = outcome else { throw MemoryJournal.Refused(description: "\(outcome)") }
        #expect(transport.requests.isEmpty)
        #expect(journal.entries.isEmpty)
    }

    @Test("nothing is sent when the journal cannot be written")
    func fullDisk() async throws {
        let transport = WatchedTransport(bench.aws)
        let outcome = await bench.executor(FullJournal(), transport).execute(
            RestoreBench.bucketCall(), under: try RestoreBench.grant("token-1"))
        #expect(outcome == .refused("the journal does not take it, so nothing was sent: no space left on device"))
        #expect(transport.requests.isEmpty)
    }

    @Test("the same call is not executed twice: the journal has its token")
    func twice() async throws {
        let journal = MemoryJournal()
        let executor = bench.executor(journal)
        let grant = try RestoreBench.grant("token-1")
        _ = await executor.execute(RestoreBench.bucketCall(), under: grant)
        guard case .refused = await executor.execute(RestoreBench.bucketCall(), under: grant) else {
            throw MemoryJournal.Refused(description: "not refused")
        }
        #expect(bench.jobs.count == 1)
    }

    @Test("lost replies, resets and throttling end in one job: every attempt carries the token")
    func faults() async throws {
        bench.aws.faults.resets = 0.2
        bench.aws.faults.lostReplies = 0.3
        bench.aws.faults.throttling = 0.2
        bench.aws.faults.mostInARow = 3
        let journal = MemoryJournal()
        let outcome = await bench.executor(journal, attempts: 8).execute(
            RestoreBench.bucketCall(), under: try RestoreBench.grant("token-1"))
        #expect(bench.jobs.count == 1)
        #expect(outcome == .accepted(identifier: bench.jobs.first?.id))
    }

    @Test("a reply that cannot be read is unanswered, and asks for no second request")
    func truncated() async throws {
        bench.aws.faults.truncation = 1
        let transport = WatchedTransport(bench.aws)
        let outcome = await bench.executor(MemoryJournal(), transport).execute(
            RestoreBench.bucketCall(), under: try RestoreBench.grant("token-1"))
        guard case .unanswered = outcome else { throw MemoryJournal.Refused(description: "\(outcome)") }
        #expect(transport.requests.count == 1)
        #expect(bench.jobs.count == 1)
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var call = RestoreBench.bucketCall()
        var fault: @Sendable (inout SimulatedFaults) -> Void = { _ in }
        var change: @Sendable (inout SimulatedAccount) -> Void = { _ in }
        var says: String
    }

    static let refusals = [
        Refusal(
            testDescription: "throttled to the end", fault: { $0.throttledCalls = ["backup:StartRestoreJob"] },
            says: "throttled"),
        Refusal(
            testDescription: "denied", fault: { $0.denials = [.init("backup:StartRestoreJob")] }, says: "denied"),
        Refusal(testDescription: "credentials expired", fault: { $0.expiredToken = true }, says: "Expired"),
        Refusal(
            testDescription: "region refuses connections", fault: { $0.darkRegions = [RestoreBench.away: .refused] },
            says: "no connection"),
        Refusal(
            testDescription: "no such recovery point",
            call: RestoreBench.restore("arn:aws:backup:us-west-2:123456789012:recovery-point:no", "S3", [:]),
            says: "ResourceNotFoundException"),
        Refusal(
            testDescription: "parameters missing", call: RestoreBench.restore(RestoreBench.bucketPoint, "S3", [:]),
            says: "DestinationBucketName"),
        Refusal(
            testDescription: "no such role",
            call: RestoreBench.restore(
                RestoreBench.bucketPoint, "S3", ["DestinationBucketName": "b"],
                role: "arn:aws:iam::123456789012:role/no"), says: "cannot be assumed"),
        Refusal(
            testDescription: "another type",
            call: RestoreBench.restore(RestoreBench.bucketPoint, "EBS", ["DestinationBucketName": "b"]),
            says: "ResourceType"),
    ]

    @Test("what AWS refuses is refused, with AWS's reason, and starts nothing", arguments: refusals)
    func refused(refusal: Refusal) async throws {
        bench.aws.configure(refusal.change)
        refusal.fault(&bench.aws.faults)
        let journal = MemoryJournal()
        let outcome = await bench.executor(journal).execute(refusal.call, under: try RestoreBench.grant("token-1"))
        guard case .refused(let reason) = outcome else { throw MemoryJournal.Refused(description: "\(outcome)") }
        #expect(reason.contains(refusal.says))
        #expect(bench.jobs.isEmpty)
        #expect(journal.entries.map(\.outcome) == [outcome])
    }

    @Test("silence is unanswered, for the call may have arrived")
    func silent() async throws {
        bench.aws.faults.darkRegions = [RestoreBench.away: .silent]
        let outcome = await bench.executor(MemoryJournal()).execute(
            RestoreBench.bucketCall(), under: try RestoreBench.grant("token-1"))
        guard case .unanswered = outcome else { throw MemoryJournal.Refused(description: "\(outcome)") }
    }

    @Test("a journal that breaks after the send loses nothing: the outcome is told, the intent stands")
    func brokenJournal() async throws {
        // Two steps of the intent, then none for the outcome.
        let journal = MemoryJournal(crash: Crash(after: 2))
        let notices = Lock<[ExecutionNotice]>([])
        let executor = bench.executor(journal) { notice in notices.withLock { $0.append(notice) } }
        let outcome = await executor.execute(RestoreBench.bucketCall(), under: try RestoreBench.grant("token-1"))
        #expect(outcome == .accepted(identifier: bench.jobs.first?.id))
        #expect(notices.withLock { $0 } == [.notWritten(token: "token-1", outcome, "dead")])
        #expect(journal.entries.map(\.outcome) == [nil])
    }
}
