import AWSCore
import AWSModel
import Execution
import Foundation
import Recovery
import SimulatedAWS
import Testing

@Suite("What AWS shows of a call before it is sent again")
struct DoubtTests {
    private let bench = RestoreBench()
    private let call = RestoreBench.bucketCall()

    /// As the journal has it of a call that was taken for refused when it was intended.
    private func refused(at moment: Date) -> [String: JournaledCall] {
        [call.token: JournaledCall(intendedAt: moment, outcome: .refused("AWS shows nothing of it"))]
    }

    private func run(
        _ known: [String: JournaledCall], _ journal: any Journal = MemoryJournal(),
        answers: [String: DoubtAnswer] = [:],
        isGranted: Bool = true
    ) async throws -> RecoveryProgress {
        let aws = bench.aws
        let grant = try RestoreBench.grant(call.token)
        return await RecoveryRun([call], with: bench.executor(journal)) { aws.advance(by: $0) }
            .run(under: isGranted ? grant : nil, known: known, answers: answers)
    }

    /// Somebody's restore of the same recovery point with the same role, into another bucket.
    private func startOther() async throws -> String {
        let other = RestoreBench.bucketCall("token-of-bob", into: "bobs-bucket")
        let outcome = await bench.executor(MemoryJournal()).execute(
            other, under: try RestoreBench.grant("token-of-bob"))
        guard case .accepted(let id?) = outcome else { throw MemoryJournal.Refused(description: "\(outcome)") }
        return id
    }

    @Test("what was taken for refused, and had arrived all the same, is found and not started twice")
    func refusedAndArrived() async throws {
        let intent = bench.aws.now
        _ = await bench.executor(MemoryJournal()).execute(call, under: try RestoreBench.grant(call.token))
        // AWS Backup knows the token no more.
        bench.aws.advance(by: .seconds(7200))
        #expect(try await run(refused(at: intent)).state == .completed)
        #expect(bench.jobs.count == 1)
    }

    @Test("what was refused, and of which AWS shows nothing, is sent again under its token")
    func refusedAndGone() async throws {
        let journal = MemoryJournal()
        #expect(try await run(refused(at: bench.aws.now), journal).state == .completed)
        #expect(bench.jobs.count == 1)
    }

    @Test("what was refused is not sent again while AWS does not let itself be asked")
    func refusedAndDenied() async throws {
        bench.aws.faults.denials = [.init("backup:ListRestoreJobs")]
        let progress = try await run(refused(at: bench.aws.now))
        #expect(progress.state == .unknown && progress.messages.last?.contains("must be asked") == true)
        #expect(bench.jobs.isEmpty)
    }

    @Test("a volume that was taken for refused is not made twice", arguments: [600, 7200])
    func volume(secondsLater: Int) async throws {
        let call = PlannedCall(
            token: "token-1", region: RestoreBench.away, resource: "arn",
            action: .createVolume(
                snapshot: "snap-0000000000000000a", availabilityZone: "us-west-2b", options: [:]))
        let (intent, grant) = (bench.aws.now, try RestoreBench.grant("token-1"))
        _ = await bench.executor(MemoryJournal()).execute(call, under: grant)
        bench.aws.advance(by: .seconds(secondsLater))
        let outcome = await bench.executor(MemoryJournal()).sendRefused(call, intendedAt: intent, under: grant)
        let volumes = bench.aws.configure { $0.volumes.volumes[RestoreBench.away] ?? [:] }
        #expect(volumes.count == 1)
        #expect(outcome == .doubtful(Doubt(token: "token-1", what: "volume", identifiers: volumes.keys.sorted())))
    }

    @Test("a job of the same recovery point and role with other parameters is somebody's to tell: nothing starts")
    func doubt() async throws {
        let intent = bench.aws.now
        let job = try await startOther()
        bench.aws.advance(by: .seconds(7200))
        for isGranted in [true, false] {
            let progress = try await run([call.token: JournaledCall(intendedAt: intent)], isGranted: isGranted)
            #expect(progress.state == .unknown)
            #expect(progress.doubt?.identifiers == [job])
            #expect(progress.messages.last?.contains(job) == true)
        }
        #expect(bench.jobs.map(\.id) == [job])
    }

    @Test("who says which job it is goes on with it, and nothing is started")
    func itIs() async throws {
        let intent = bench.aws.now
        let job = try await startOther()
        bench.aws.advance(by: .seconds(7200))
        let known = [call.token: JournaledCall(intendedAt: intent)]
        let progress = try await run(known, answers: [call.token: .itIs(job)])
        #expect(progress.state == .completed && progress.created == ["arn:aws:s3:::bobs-bucket"])
        let wrong = try await run(known, answers: [call.token: .itIs("ANOTHER")])
        #expect(wrong.state == .unknown)
        #expect(bench.jobs.map(\.id) == [job])
    }

    @Test("who says that none of them is it has the call sent again under its token")
    func noneOfThem() async throws {
        let intent = bench.aws.now
        _ = try await startOther()
        bench.aws.advance(by: .seconds(7200))
        let known = [call.token: JournaledCall(intendedAt: intent)]
        let ungranted = try await run(known, answers: [call.token: DoubtAnswer.none], isGranted: false)
        #expect(ungranted.state == .failed && bench.jobs.count == 1)
        let progress = try await run(known, answers: [call.token: DoubtAnswer.none])
        #expect(progress.state == .completed && progress.created == ["arn:aws:s3:::media-restored"])
        #expect(bench.jobs.count == 2)
    }

    @Test("what another call of the journal has started is none of this one's")
    func besides() async throws {
        let intent = bench.aws.now
        let job = try await startOther()
        bench.aws.advance(by: .seconds(7200))
        let known = [
            call.token: JournaledCall(intendedAt: intent),
            "token-of-bob": JournaledCall(intendedAt: intent, outcome: .accepted(identifier: job)),
        ]
        #expect(try await run(known).state == .completed)
        #expect(bench.jobs.count == 2)
    }

    @Test(
        "a batch job is this call's by its bucket, its role and its report", arguments: ["media", "other", "reported"])
    func batchJob(started: String) async throws {
        bench.aws.configure { $0.createBucket("other", in: RestoreBench.home, versioning: .enabled) }
        func call(_ token: String, _ bucket: String, _ prefix: String) -> PlannedCall {
            PlannedCall(
                token: token, region: RestoreBench.home, resource: "arn",
                action: .createReplicationJob(
                    bucket: bucket, role: "arn:aws:iam::123456789012:role/batch", reportBucket: "media",
                    reportPrefix: prefix))
        }
        let intent = bench.aws.now
        let theirs = started == "reported" ? call("token-2", "media", "bob") : call("token-2", started, "mine")
        let made = await bench.executor(MemoryJournal()).execute(theirs, under: try RestoreBench.grant("token-2"))
        guard case .accepted(let job?) = made else { throw MemoryJournal.Refused(description: "\(made)") }
        bench.aws.advance(by: .seconds(7200))
        let found = await bench.executor(MemoryJournal()).resume(
            call("token-1", "media", "mine"), intendedAt: intent)
        switch started {
        case "media": #expect(found == .accepted(identifier: job))
        case "other": #expect(found == .refused("AWS shows nothing of it: it was not started"))
        default: #expect(found == .doubtful(Doubt(token: "token-1", what: "batch job", identifiers: [job])))
        }
    }

    @Test("what was sent again a moment ago may still appear, whenever it was intended first")
    func sentAgain() async throws {
        let native = NativeCase.all[6]
        bench.aws.configure(native.lay)
        let outcome = await bench.executor(MemoryJournal()).resume(
            native.call, intendedAt: bench.aws.now.addingTimeInterval(-3600), sentAt: bench.aws.now)
        #expect(outcome == .unanswered("AWS shows nothing of it yet"))
    }
}
