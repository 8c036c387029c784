import AWSModel
import Foundation
import Ledger
import Recovery

/// The walkthroughs that are kept: which is gone on with, which there are, which is thrown away.
extension RestoreCommand {
    /// The one that was named; nil where none was.
    var named: String? { walkthrough ?? (resume ? resource : nil) }

    /// - Throws: `Failure` where there is none, or it has ended.
    func saved(_ id: String, in ledger: Ledger) throws -> SavedWalkthrough {
        guard let saved = try LedgerAccess.using({ () throws(LedgerError) in try ledger.walkthrough(id) }) else {
            throw Failure.usage(
                "there is no walkthrough \(id) in \(ledger.path): lifeboat restore --list shows those there are")
        }
        if let outcome = saved.outcome {
            throw Failure.couldNotTell("the walkthrough \(id) has ended (\(outcome)): lifeboat drills shows it")
        }
        return saved
    }

    /// What `--resume` goes on with where no walkthrough is named: what was confirmed before what was not, and of this
    /// account alone; the others are told.
    func last(in ledger: Ledger, of account: AccountID?) throws -> SavedWalkthrough {
        let kept = try KeptWalkthroughs(in: ledger, at: Date())
        let own = kept.of(account)
        guard let first = own.first else {
            throw Failure.usage(
                kept.all.isEmpty
                    ? "there is no walkthrough to go on with in \(ledger.path)"
                    : "there is no walkthrough of account \(account?.digits ?? "unknown") to go on with: lifeboat "
                        + "restore --list shows those of others")
        }
        try Output.standard("Going on with \(first.line.printable)\n")
        for other in own.dropFirst() { try Output.standard("There is also  \(other.line.printable)\n") }
        return first.saved
    }

    func listKept() throws {
        let kept = try KeptWalkthroughs(in: LedgerAccess.toRead(), at: Date())
        guard !kept.all.isEmpty else { return try Output.standard("There is no walkthrough to go on with.\n") }
        try Output.standard(kept.lines.map { $0.printable + "\n" }.joined())
        try Output.standard("\nlifeboat restore --resume ID goes on with one; --discard ID throws one away.\n")
    }

    func throwAway(_ id: String) throws {
        let ledger = try LedgerAccess.toWrite()
        _ = try saved(id, in: ledger)
        let now = Date()
        switch try LedgerAccess.using({ () throws(LedgerError) in try ledger.claim(.walkthrough(id), at: now) }) {
        case .held(let lease):
            throw Failure.couldNotTell("\(HeldElsewhere(holder: lease.holder)): it is not thrown away")
        case .taken(let lease):
            do { try ledger.discard(id, under: lease, at: now) } catch {
                try? ledger.release(lease)
                throw Failure.couldNotTell(error.description)
            }
        }
        try Output.standard("Thrown away: \(id). Nothing was called by it.\n")
    }
}
