import AWSModel
import Execution
import Foundation
import Ledger
import Recovery

/// The ledger as `Execution` writes to it: the intents of one walkthrough, under the lease of whoever acts in it.
struct LedgerJournal: Journal {
    let ledger: Ledger
    let account: AccountID?
    /// "user@host"
    let operatorName: String
    /// Nil for calls outside of any walkthrough.
    var walkthrough: String?
    /// Where there is one, it is renewed at each intent, and nothing is intended once it was lost.
    var lease: HeldLease?

    func intend(_ call: PlannedCall, at moment: Date) throws {
        let intended = try ledger.intend(intent(of: call), under: lease?.renew(at: moment), at: moment)
        // What stops a second operator's execute of a call for which AWS has no token.
        guard intended.isNew else {
            throw LedgerError.alreadyIntended(token: call.token, operatorName: intended.entry.intent.operatorName)
        }
    }

    func resume(_ call: PlannedCall, at moment: Date) throws {
        try ledger.intend(intent(of: call), under: lease?.renew(at: moment), at: moment)
    }

    func conclude(token: String, _ outcome: CallOutcome, at moment: Date) throws {
        switch outcome {
        case .accepted(let identifier):
            try ledger.conclude(token, as: .accepted, identifier: identifier, at: moment)
        case .refused(let message): try ledger.conclude(token, as: .refused, message: message, at: moment)
        case .unanswered(let message): try ledger.conclude(token, as: .unanswered, message: message, at: moment)
        case .doubtful(let doubt): try ledger.conclude(token, as: .unanswered, message: doubt.words, at: moment)
        }
    }

    func end(token: String, _ end: CallEnd, at moment: Date) throws {
        try ledger.conclude(
            token, as: end.isWell ? .endedWell : .endedBadly, message: end.message, made: end.made, endedAt: end.at,
            at: moment)
    }

    /// The action is JSON with sorted keys, so that the same call is the same text.
    func intent(of call: PlannedCall) throws -> Intent {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let request = try encoder.encode(call.action)
        // An action is encoded as an object whose one key is its name.
        let name = try JSONDecoder().decode(ActionName.self, from: request).name
        return Intent(
            token: call.token, walkthrough: walkthrough, account: account, region: call.region, call: name,
            resource: call.resource, request: String(decoding: request, as: UTF8.self), operatorName: operatorName)
    }
}

/// The key under which an action's parameters stand: "startRestoreJob".
private struct ActionName: Decodable {
    let name: String

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        name = try decoder.container(keyedBy: Key.self).allKeys.first?.stringValue ?? ""
    }
}

extension JournaledCall {
    init(_ entry: JournalEntry) {
        self.init(intendedAt: entry.intendedAt, sentAt: entry.sentAt)
        switch entry.state {
        case .intended: break
        // It was taken up again, and what came of that is not written.
        case .refused where entry.isInDoubt: break
        case .unanswered: outcome = .unanswered(entry.message ?? "no answer came")
        case .refused: outcome = .refused(entry.message ?? "AWS refused it")
        case .accepted, .endedWell, .endedBadly: outcome = .accepted(identifier: entry.identifier)
        }
        guard entry.state.hasEnded else { return }
        end = CallEnd(
            isWell: entry.state == .endedWell, message: entry.message, made: entry.made,
            at: entry.endedAt ?? entry.changedAt)
    }
}
