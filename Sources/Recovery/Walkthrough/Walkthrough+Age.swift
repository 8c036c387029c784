package import Foundation

extension Walkthrough {
    /// As long what was read is good enough to act on, in seconds: a recovery point expires, a key is disabled, a name
    /// is taken meanwhile.
    package static let freshness: TimeInterval = 15 * 60

    /// What was known before it was read again.
    struct Known: Hashable, Sendable, Codable {
        var at: Date
        /// Nil before the parameters were complete.
        var draft: Draft?
        var checks: [PreflightCheck]
    }

    /// Whether what it knows has to be read again before anything is sent; never once it was confirmed.
    package func isStale(at now: Date) -> Bool {
        confirmed.isEmpty && !facts.isEmpty && now.timeIntervalSince(knownAt) > Self.freshness
    }

    /// What was not read again with the rest, and from when it is; nil where all is of about one time.
    func unrenewed(_ way: RecoveryWay) -> String? {
        guard let readAt = way.readAt, knownAt.timeIntervalSince(readAt) > Self.freshness else { return nil }
        return
            "which recovery points, replicas and ways back there are is as of \(readAt.formatted(.iso8601)) and was not "
            + "read again since; the checks were made anew"
    }

    /// Forgets what was read, so that it is read again, and goes back to before the preflight; the answers stay.
    package mutating func readAgain(at now: Date) {
        guard confirmed.isEmpty else { return }
        let script = Script.run(self)
        // What was being read again, and was not shown yet, is still to be compared with what was shown.
        if earlier == nil || !script.checks.isEmpty {
            earlier = Known(at: knownAt, draft: script.draft, checks: script.checks)
        }
        // The token was never sent, and is the same draft's as before.
        facts = facts.filter { need, _ in if case .token = need { true } else { false } }
        waived = []
        position = min(position, script.asked.firstIndex { $0.step >= .preflight } ?? position)
        knownAt = now
    }
}

extension Step: Comparable {
    package static func < (a: Step, b: Step) -> Bool {
        (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
}
