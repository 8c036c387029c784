import AWSCore
import Console
import Execution
import Foundation
import Ledger
import Recovery

/// Why a walkthrough is not gone on with: another process acts in it.
struct HeldElsewhere: Error, CustomStringConvertible {
    let holder: LeaseHolder
    var description: String { "\(words) acts in this walkthrough" }

    /// "ann@bastion (process 12 of bastion)"
    var words: String { Self.words(of: holder) }

    static func words(of holder: LeaseHolder) -> String {
        "\(holder.operatorName) (process \(holder.process) of \(holder.host))"
    }
}

/// Looks at a walkthrough that another process acts in: reads the journal and AWS, sends and writes nothing.
struct Onlooker: Sendable {
    let client: AWSClient
    let ledger: Ledger
    let now: @Sendable () -> Date

    /// - Throws: Where the ledger cannot be read, or does not hold it.
    func look(at id: String) async throws -> HeldWalk {
        guard let saved = try ledger.walkthrough(id) else { throw LedgerError.unknownWalkthrough(id: id) }
        let walkthrough = try Walkthrough(saved)
        let lease = try ledger.holder(of: .walkthrough(id), at: now())
        let holder = lease.map(\.holder).flatMap { $0.isGone(seenFrom: .current) ? nil : $0 }
        let entries = try ledger.entries(of: id)
        return HeldWalk(
            walkthrough: walkthrough, holder: holder.map(HeldElsewhere.words), outcome: saved.outcome,
            calls: entries.map(Self.line), progress: await progress(of: walkthrough.confirmedCalls, entries))
    }

    private static func line(_ entry: JournalEntry) -> String {
        let sign =
            switch entry.state {
            case .accepted, .endedWell: "✓"
            case .refused, .endedBadly: "✗"
            case .intended, .unanswered: "?"
            }
        let told = [entry.identifier, entry.message].compactMap { $0 }.joined(separator: ": ")
        return "\(sign) \(entry.intent.call) in \(entry.intent.region): \(entry.state.words)"
            + (told.isEmpty ? "" : ", \(told)") + " (\(Moment.text(entry.sentAt)), \(entry.intent.operatorName))"
    }

    /// One look at what AWS took; of what nobody knows whether it was sent the other process will know.
    private func progress(of calls: [PlannedCall], _ entries: [JournalEntry]) async -> [String] {
        let known = Dictionary(entries.map { ($0.intent.token, JournaledCall($0)) }, uniquingKeysWith: { $1 })
        let taken = Array(
            calls.prefix { call in if case .accepted? = known[call.token]?.outcome { true } else { false } })
        guard !taken.isEmpty else { return [] }
        let run = RecoveryRun(taken, with: Executor(client: client, journal: UnwrittenJournal(), now: now)) { _ in
            throw CancellationError()
        }
        let told = await run.run(under: nil, known: known)
        // That these have ended well does not mean that all have.
        return told.state == .completed && taken.count < calls.count ? told.messages.dropLast() : told.messages
    }
}
