import AWSCore
import AWSModel
import Execution
import Foundation
import Recovery
import SimulatedAWS
import Testing

@Suite("A process that is killed")
struct KillTests {
    /// SplitMix64, seeded by the round.
    private struct Chance {
        var state: UInt64
        mutating func next(_ bound: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((z ^ (z >> 31)) % UInt64(bound))
        }
    }

    @Test(
        "starts one job, however often and wherever it is killed, and its journal tells the truth", arguments: 0..<200)
    func oneJob(round: Int) async throws {
        let bench = RestoreBench()
        var chance = Chance(state: UInt64(round))
        if chance.next(2) == 0 {
            bench.aws.faults.seed = UInt64(round)
            bench.aws.faults.resets = 0.1
            bench.aws.faults.lostReplies = 0.2
            bench.aws.faults.throttling = 0.1
            bench.aws.faults.truncation = 0.1
            bench.aws.faults.mostInARow = 2
        }
        var entries: [MemoryJournal.Entry] = []
        var tokens = 0
        // Killed up to four times, then left alone until it is settled.
        for life in 0..<12 {
            let crash = life < 4 ? Crash(after: chance.next(9)) : nil
            let journal = MemoryJournal(crash: crash, entries: entries)
            let executor = bench.executor(
                journal, WatchedTransport(bench.aws, crash: crash), attempts: 1 + chance.next(6))
            switch entries.last.map({ ($0, $0.outcome) }) {
            case nil, (_, .refused)?:
                tokens += 1
                let token = "token-\(tokens)"
                _ = await executor.execute(
                    RestoreBench.bucketCall(token), under: try RestoreBench.grant(token))
            case (let entry, _)? where entry.isAccepted: break
            case (let entry, _)?:
                let grant = chance.next(3) > 0 ? try RestoreBench.grant(entry.call.token) : nil
                _ = await executor.resume(entry.call, intendedAt: entry.intendedAt, under: grant)
            }
            entries = journal.entries
            bench.aws.advance(by: .seconds(chance.next(4) * 2500))
        }
        let last = try #require(entries.last)
        #expect(bench.jobs.count == 1)
        #expect(last.outcome == .accepted(identifier: bench.jobs.first?.id))
        #expect(entries.dropLast().allSatisfy { !$0.isAccepted })
    }

    @Test("is resumed by two operators at once, and there is one job", arguments: [0, 1800, 7200])
    func twoOperators(secondsLater: Int) async throws {
        let bench = RestoreBench()
        let crash = Crash(after: 2)
        let journal = MemoryJournal(crash: crash)
        let call = RestoreBench.bucketCall()
        let grant = try RestoreBench.grant("token-1")
        _ = await bench.executor(journal, WatchedTransport(bench.aws, crash: crash)).execute(call, under: grant)
        let entry = try #require(journal.entries.first)
        bench.aws.advance(by: .seconds(secondsLater))
        async let first = bench.executor(MemoryJournal(entries: [entry])).resume(
            call, intendedAt: entry.intendedAt, under: grant)
        async let second = bench.executor(MemoryJournal(entries: [entry])).resume(
            call, intendedAt: entry.intendedAt, under: grant)
        #expect(await first == second)
        #expect(await first == .accepted(identifier: bench.jobs.first?.id))
        #expect(bench.jobs.count == 1)
    }

    @Test("is not sent again where the journal is another's by now", arguments: [0, 1800, 7200])
    func takenOver(secondsLater: Int) async throws {
        let bench = RestoreBench()
        let intent = bench.aws.now
        bench.aws.advance(by: .seconds(secondsLater))
        let outcome = await bench.executor(LostJournal()).resume(
            RestoreBench.bucketCall(), intendedAt: intent, under: try RestoreBench.grant("token-1"))
        guard case .unanswered(let why) = outcome else { throw MemoryJournal.Refused(description: "\(outcome)") }
        #expect(why.contains("taken over"))
        #expect(bench.jobs.isEmpty)
    }
}

extension MemoryJournal.Entry {
    var isAccepted: Bool { if case .accepted = outcome { true } else { false } }
}
