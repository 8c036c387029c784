import AWSCore
import Execution
import Foundation
import Recovery

/// A journal in memory that holds each token once, as a ledger does.
final class MemoryJournal: Journal {
    struct Entry: Hashable, Sendable {
        var call: PlannedCall
        var intendedAt: Date
        var outcomes: [CallOutcome] = []
        var outcome: CallOutcome? { outcomes.last }
        var end: CallEnd?
        var endedWell: Bool? { end?.isWell }
    }
    struct Refused: Error, CustomStringConvertible { let description: String }

    private let held = Lock<[Entry]>([])
    private let crash: Crash?

    /// - Parameter crash: told of each step, and dead with everything else when it has come.
    init(crash: Crash? = nil, entries: [Entry] = []) {
        self.crash = crash
        held.withLock { $0 = entries }
    }

    var entries: [Entry] { held.withLock { $0 } }

    /// As a run is told what is known.
    var known: [String: JournaledCall] {
        Dictionary(
            entries.map { entry in
                (entry.call.token, JournaledCall(intendedAt: entry.intendedAt, outcome: entry.outcome, end: entry.end))
            }, uniquingKeysWith: { $1 })
    }

    func intend(_ call: PlannedCall, at moment: Date) throws {
        guard crash?.step() != .dead else { throw Refused(description: "dead") }
        try held.withLock { held in
            guard !held.contains(where: { $0.call.token == call.token }) else {
                throw Refused(description: "the token is there already")
            }
            held.append(Entry(call: call, intendedAt: moment))
        }
        guard crash?.step() != .dead else { throw Refused(description: "dead") }
    }

    func conclude(token: String, _ outcome: CallOutcome, at moment: Date) throws {
        guard crash?.step() != .dead else { throw Refused(description: "dead") }
        held.withLock { held in
            guard let index = held.firstIndex(where: { $0.call.token == token }) else { return }
            held[index].outcomes.append(outcome)
        }
    }

    func end(token: String, _ end: CallEnd, at moment: Date) throws {
        guard crash?.step() != .dead else { throw Refused(description: "dead") }
        held.withLock { held in
            guard let index = held.firstIndex(where: { $0.call.token == token }) else { return }
            held[index].end = end
        }
    }
}

/// A journal whose disk is full.
struct FullJournal: Journal {
    func intend(_ call: PlannedCall, at moment: Date) throws {
        throw MemoryJournal.Refused(description: "no space left on device")
    }
    func conclude(token: String, _ outcome: CallOutcome, at moment: Date) throws {}
    func end(token: String, _ end: CallEnd, at moment: Date) throws {}
}

/// The end of the process after so many steps: from then on nothing is sent and nothing is written.
final class Crash: Sendable {
    enum Life: Hashable, Sendable { case alive, dead }
    private let left: Lock<Int>

    init(after steps: Int) { left = Lock(steps) }

    func step() -> Life {
        left.withLock { left in
            left -= 1
            return left < 0 ? .dead : .alive
        }
    }
}

/// A journal in which another operator's process acts by now.
struct LostJournal: Journal {
    func intend(_ call: PlannedCall, at moment: Date) throws {
        throw MemoryJournal.Refused(description: "taken over by another process")
    }
    func resume(_ call: PlannedCall, at moment: Date) throws {
        throw MemoryJournal.Refused(description: "taken over by another process")
    }
    func conclude(token: String, _ outcome: CallOutcome, at moment: Date) throws {}
    func end(token: String, _ end: CallEnd, at moment: Date) throws {}
}
