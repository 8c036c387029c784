import Console
import Foundation
import Recovery

@testable import lifeboat

/// Knows what of the work beside the interface has still to answer: a key is pressed only when nothing has, so that the
/// same keys meet the same states.
final class Quiet: @unchecked Sendable {
    private let condition = NSCondition()
    private var owed: [String: Int] = [:]
    private var hasMail = false
    /// Set where an answer did not come.
    private(set) var overdue: [String] = []

    func owe(_ effect: Effect) {
        guard let answer = Self.answer(to: effect) else { return }
        condition.withLock { owed[answer, default: 0] += 1 }
    }

    func take(_ message: Message) {
        condition.withLock {
            if let answer = Self.answer(in: message) { owed[answer].map { owed[answer] = $0 > 1 ? $0 - 1 : nil } }
            hasMail = true
            condition.signal()
        }
    }

    /// Waits until there is a message to take, or nothing is owed any more.
    ///
    /// - Returns: whether there is a message.
    func waitForMail() -> Bool {
        condition.withLock {
            let end = Date(timeIntervalSinceNow: 300)
            while !hasMail, !owed.isEmpty {
                guard condition.wait(until: end) else {
                    overdue += owed.keys
                    owed = [:]
                    break
                }
            }
            defer { hasMail = false }
            return hasMail
        }
    }

    /// How far a recovery is may take as long as the recovery.
    private static func fact(_ need: Need) -> String? {
        if case .progress = need { return nil }
        return need.words
    }

    private static func answer(to effect: Effect) -> String? {
        switch effect {
        case .survey: "survey"
        case .picture: "picture"
        case .judge: "judge"
        case .judgeResource: "resource"
        case .arrange: "arrange"
        case .listProfiles: "profiles"
        case .listKept, .recordWalk: "records"
        case .readFact(let need, _, _, _): fact(need)
        case .copy, .saveSnapshot, .saveText, .answerCode, .openWalk, .lookOn, .keepWalk, .recover, .watch, .redraw,
            .suspend,
            .end:
            nil
        }
    }

    private static func answer(in message: Message) -> String? {
        switch message {
        case .surveyed, .surveyFailed: "survey"
        case .pictured: "picture"
        case .judged: "judge"
        case .judgedResource: "resource"
        case .arranged: "arrange"
        case .profiles: "profiles"
        case .records: "records"
        case .fact(_, let need, _): fact(need)
        default: nil
        }
    }
}

/// The work beside the interface as it is, watched; what would write a file where the tests run is left undone.
struct WatchedRunner: EffectRunning {
    let runner: EffectRunner
    let quiet: Quiet

    func run(_ effect: Effect) {
        switch effect {
        case .saveSnapshot, .saveText: return
        default: break
        }
        quiet.owe(effect)
        runner.run(effect)
    }

    func stop() { runner.stop() }
}
