package import AWSModel
package import Foundation
package import Recovery

/// What the journal holds of a call.
package struct JournaledCall: Hashable, Sendable {
    package var intendedAt: Date
    /// Nil while it is not known whether it was sent.
    package var outcome: CallOutcome?
    /// How it ended; nil while it has not.
    package var endedWell: Bool?
    package var message: String?

    package init(
        intendedAt: Date, outcome: CallOutcome? = nil, endedWell: Bool? = nil, message: String? = nil
    ) {
        self.intendedAt = intendedAt
        self.outcome = outcome
        self.endedWell = endedWell
        self.message = message
    }
}

/// The confirmed calls of a walkthrough, one after the other, each once, watched to their ends.
package struct RecoveryRun: Sendable {
    private let executor: Executor
    private let calls: [PlannedCall]
    /// What is done between two looks; a throw ends the run where it stands.
    private let wait: @Sendable (Duration) async throws -> Void
    private let polling: PollingPolicy

    package init(
        _ calls: [PlannedCall], with executor: Executor, polling: PollingPolicy = PollingPolicy(),
        wait: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.calls = calls
        self.executor = executor
        self.polling = polling
        self.wait = wait
    }

    /// Goes from where the journal stands to the end.
    ///
    /// - Parameters:
    ///   - grant: nil only asks what became of the calls that were sent, and sends none.
    ///   - known: what the journal holds, by token.
    ///   - tell: is told how far it is, as often as something is known anew.
    /// - Returns: How it ended; `running` where it was left before the end.
    @discardableResult
    package func run(
        under grant: WriteGrant?, known: [String: JournaledCall] = [:],
        tell: @Sendable (RecoveryProgress) -> Void = { _ in }
    ) async -> RecoveryProgress {
        var progress = RecoveryProgress(.running)
        var startedAt: Date?
        // AWS's own: whoever looks a day later measures nothing.
        var endedAt: Date?
        for (index, call) in calls.enumerated() {
            let head = calls.count == 1 ? "" : "call \(index + 1) of \(calls.count): "
            startedAt = startedAt ?? known[call.token]?.intendedAt ?? executor.now()
            let outcome = await outcome(of: call, known[call.token], under: grant)
            switch outcome {
            case .refused(let why): return end(&progress, .failed, "✗ \(head)\(why)", startedAt, tell)
            case .unanswered(let why): return end(&progress, .unknown, "? \(head)\(why)", startedAt, tell)
            case .accepted(let identifier):
                progress.messages.append("✓ \(head)\(call.action.call) accepted\(identifier.map { ": \($0)" } ?? "")")
                tell(progress)
                if known[call.token]?.endedWell == false {
                    return end(
                        &progress, .failed, "✗ \(head)\(known[call.token]?.message ?? "failed")", startedAt, tell)
                }
                if identifier == nil, call.action.isKnownByIdentifier {
                    return end(&progress, .unknown, "? \(head)AWS took it and named nothing", startedAt, tell)
                }
                guard let subject = ProgressSubject(call, identifier: identifier) else {
                    executor.ended(call, well: true, nil)
                    continue
                }
                guard let last = await watch(subject, call, &progress, tell) else { return progress }
                executor.ended(call, well: last.state == .done, last.message)
                if let made = last.created, last.state == .done { progress.created.append(made) }
                endedAt = last.endedAt
                guard last.state == .done else {
                    return end(&progress, .failed, "✗ \(head)\(last.message ?? last.word)", startedAt, tell)
                }
            }
        }
        return end(&progress, .completed, "✓ all calls have ended well", startedAt, tell, endedAt: endedAt)
    }

    private func outcome(of call: PlannedCall, _ known: JournaledCall?, under grant: WriteGrant?) async -> CallOutcome {
        switch known?.outcome {
        case .accepted(let identifier)?: return .accepted(identifier: identifier)
        // A refusal may be mended: the same call is sent again under its token.
        case .refused(let why)?:
            guard let grant else { return .refused(why) }
            return await executor.sendRefused(call, under: grant)
        case .unanswered?, nil: break
        }
        if let known { return await executor.resume(call, intendedAt: known.intendedAt, under: grant) }
        guard let grant else { return .unanswered("it was not sent; confirm it again to go on") }
        return await executor.execute(call, under: grant)
    }

    /// - Returns: Nil when it was left before the end.
    private func watch(
        _ subject: ProgressSubject, _ call: PlannedCall, _ progress: inout RecoveryProgress,
        _ tell: @Sendable (RecoveryProgress) -> Void
    ) async -> CallProgress? {
        var watch = ProgressWatch(subject, in: call.region, policy: polling)
        let before = progress.messages
        while true {
            let look = await watch.look(executor.client, now: executor.now)
            progress.percent = look.progress.percent
            progress.messages = before + [look.progress.words(at: executor.now())]
            tell(progress)
            guard let next = look.next else {
                progress.messages = before
                return look.progress
            }
            do { try await wait(next) } catch { return nil }
        }
    }

    private func end(
        _ progress: inout RecoveryProgress, _ state: RecoveryProgress.State, _ message: String, _ startedAt: Date?,
        _ tell: @Sendable (RecoveryProgress) -> Void, endedAt: Date? = nil
    ) -> RecoveryProgress {
        progress.state = state
        progress.messages.append(message)
        progress.seconds = startedAt.map {
            Int64(max(0, (endedAt ?? executor.now()).timeIntervalSince($0)).rounded(.up))
        }
        tell(progress)
        return progress
    }
}

extension RecoveryAction {
    /// What it starts is found by the identifier in AWS's answer alone.
    fileprivate var isKnownByIdentifier: Bool {
        switch self {
        case .startRestoreJob, .createVolume, .createReplicationJob: true
        default: false
        }
    }
}

extension CallProgress {
    /// "RUNNING, 40 %, for 12 min: message"; changes once a minute where nothing else does.
    func words(at now: Date) -> String {
        var words = word
        if let percent { words += ", \(Int(percent)) %" }
        let minutes = startedAt.map { Int(max(0, (endedAt ?? now).timeIntervalSince($0)) / 60) } ?? 0
        if minutes > 0 { words += ", for \(minutes) min" }
        if let message { words += ": \(message)" }
        if let silence { words += " (told \(Int(age(at: now))) s ago; no answer since: \(silence))" }
        return words
    }
}
