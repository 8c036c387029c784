import AWSModel
import Foundation
import Ledger
import Recovery

/// The walkthroughs that have not ended: those whose calls may be under way first, then those that changed last.
struct KeptWalkthroughs {
    struct Kept {
        let saved: SavedWalkthrough
        /// Nil where another version of Lifeboat wrote it.
        let walkthrough: Walkthrough?
        /// Who acts in it now; nil where nobody does.
        let holder: LeaseHolder?

        /// What to go on with first has the lowest.
        var rank: Int {
            guard let walkthrough, !walkthrough.confirmed.isEmpty else { return 2 }
            return walkthrough.isUnderWay ? 0 : 1
        }
    }

    let all: [Kept]

    init(_ all: [Kept]) {
        self.all = all.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(
            \.element)
    }

    /// - Throws: `Failure` where the ledger cannot be read.
    init(in ledger: Ledger, at now: Date) throws {
        let saved = try LedgerAccess.using { () throws(LedgerError) in try ledger.walkthroughs() }
        self.init(
            try saved.map { saved in
                let lease = try LedgerAccess.using { () throws(LedgerError) in
                    try ledger.holder(of: .walkthrough(saved.id), at: now)
                }
                let holder = lease.map(\.holder).flatMap { $0.isGone(seenFrom: .current) ? nil : $0 }
                return Kept(saved: saved, walkthrough: try? Walkthrough(saved), holder: holder)
            })
    }

    /// Those of an account; all where the account is not known.
    func of(_ account: AccountID?) -> [Kept] {
        all.filter { account == nil || $0.saved.account == nil || $0.saved.account == account }
    }

    /// A line each.
    var lines: [String] { all.map(\.line) }
}

extension KeptWalkthroughs.Kept {
    /// "8dc0…  under way: terraform-state, drill, at progress; account 123456789012, changed …, by ann@bastion"
    var line: String {
        let state = rank == 0 ? "under way" : rank == 1 ? "to be recorded" : "nothing confirmed"
        let resource = saved.resource.flatMap { ARN($0)?.resource ?? $0 } ?? "no resource chosen"
        let step = walkthrough.map { ", at \($0.step.title)" } ?? ", written by another version of Lifeboat"
        let account = saved.account.map { "account \($0), " } ?? ""
        let acts = holder.map { "; \(HeldElsewhere.words(of: $0)) acts in it" } ?? ""
        return "\(saved.id)  \(state): \(resource), \(saved.scenario)\(step); \(account)changed "
            + "\(Moment.text(saved.updatedAt)), begun by \(saved.operatorName)\(acts)"
    }
}
