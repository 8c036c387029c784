package import AWSModel
import Foundation
package import Recovery

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

    /// Goes from where the journal stands to the end. What the journal says has ended is not looked at again.
    ///
    /// - Parameters:
    ///   - grant: nil only asks what became of the calls that were sent, and sends none.
    ///   - known: what the journal holds, by token; also of calls that are not among these.
    ///   - answers: what somebody who knows says to a doubt, by token.
    ///   - tell: is told how far it is, as often as something is known anew.
    /// - Returns: How it ended; `running` where it was left before the end.
    @discardableResult
    package func run(
        under grant: WriteGrant?, known: [String: JournaledCall] = [:], answers: [String: DoubtAnswer] = [:],
        tell: @escaping @Sendable (RecoveryProgress) -> Void = { _ in }
    ) async -> RecoveryProgress {
        var told = Telling(now: executor.now, tell: tell)
        for (index, call) in calls.enumerated() {
            let head = calls.count == 1 ? "" : "call \(index + 1) of \(calls.count): "
            let kept = known[call.token]
            told.startedAt = told.startedAt ?? kept?.intendedAt ?? executor.now()
            let outcome = await outcome(of: call, known, answer: answers[call.token], under: grant)
            switch outcome {
            case .refused(let why): return told.fail(call, "\(head)\(why)")
            case .unanswered(let why): return told.end(.unknown, "? \(head)\(why)")
            case .doubtful(let doubt):
                told.progress.doubt = doubt
                return told.end(.unknown, "? \(head)\(doubt.words)")
            case .accepted(let identifier):
                if let count = identifier.flatMap(ObjectCount.done(in:)), call.action.changesObjects {
                    told.progress.changed = (told.progress.changed ?? 0) + count
                }
                told.say("✓ \(head)\(call.action.call) accepted\(identifier.map { ": \($0)" } ?? "")")
                if let end = kept?.end {
                    told.take(end)
                    guard end.isWell else {
                        return told.fail(call, hasEnded: true, "\(head)\(end.message ?? "failed")")
                    }
                    continue
                }
                if identifier == nil, call.action.isKnownByIdentifier {
                    return told.end(.unknown, "? \(head)AWS took it and named nothing")
                }
                guard let subject = ProgressSubject(call, identifier: identifier) else {
                    executor.ended(call, CallEnd(isWell: true))
                    continue
                }
                switch await watch(subject, call, &told) {
                case .left: return told.progress
                case .givenUp(let why): return told.end(.unknown, "? \(head)\(why)")
                case .ended(let last):
                    let end = CallEnd(
                        isWell: last.state == .done, message: last.message, made: last.created, at: last.endedAt)
                    executor.ended(call, end)
                    told.take(end)
                    guard end.isWell else {
                        return told.fail(call, hasEnded: true, "\(head)\(last.message ?? last.word)")
                    }
                }
            }
        }
        return told.end(.completed, "✓ all calls have ended well")
    }

    private func outcome(
        of call: PlannedCall, _ known: [String: JournaledCall], answer: DoubtAnswer?, under grant: WriteGrant?
    ) async -> CallOutcome {
        guard let kept = known[call.token] else {
            guard let grant else { return .unanswered("it was not sent; confirm it again to go on") }
            return await executor.execute(call, under: grant)
        }
        if case .accepted? = kept.outcome { return .accepted(identifier: kept.identifier) }
        let others = Set(known.filter { $0.key != call.token }.values.flatMap(\.traces))
        if let answer {
            return await executor.settle(
                call, as: answer, intendedAt: kept.intendedAt, besides: others, under: grant)
        }
        // A refusal may be mended: the same call is sent again under its token.
        if case .refused(let why)? = kept.outcome {
            guard let grant else { return .refused(why) }
            return await executor.sendRefused(call, intendedAt: kept.intendedAt, besides: others, under: grant)
        }
        return await executor.resume(
            call, intendedAt: kept.intendedAt, sentAt: kept.sentAt, besides: others, under: grant)
    }

    private enum Watched {
        case ended(CallProgress)
        case givenUp(String)
        /// Before the end.
        case left
    }

    private func watch(_ subject: ProgressSubject, _ call: PlannedCall, _ told: inout Telling) async -> Watched {
        var watch = ProgressWatch(subject, in: call.region, policy: polling)
        let before = told.progress.messages
        while true {
            let look = await watch.look(executor.client, now: executor.now)
            told.progress.percent = look.progress.percent
            told.progress.messages = before + [look.progress.words(at: executor.now())]
            told.tell(told.progress)
            guard let next = look.next else {
                told.progress.messages = before
                return look.givenUp.map { .givenUp($0) } ?? .ended(look.progress)
            }
            do { try await wait(next) } catch { return .left }
        }
    }
}

/// What is known of a run, and told.
private struct Telling {
    let now: @Sendable () -> Date
    let tell: @Sendable (RecoveryProgress) -> Void
    var progress = RecoveryProgress(.running)
    var startedAt: Date?
    /// AWS's own: whoever looks a day later measures nothing.
    private var endedAt: Date?

    init(now: @escaping @Sendable () -> Date, tell: @escaping @Sendable (RecoveryProgress) -> Void) {
        self.now = now
        self.tell = tell
    }

    mutating func say(_ message: String) {
        progress.messages.append(message)
        tell(progress)
    }

    mutating func take(_ end: CallEnd) {
        if end.isWell, let made = end.made { progress.created.append(made) }
        endedAt = end.at
    }

    /// - Parameter hasEnded: whether AWS took the call, and what it started has ended.
    mutating func fail(_ call: PlannedCall, hasEnded: Bool = false, _ message: String) -> RecoveryProgress {
        progress.failure = FailedCall(token: call.token, hasEnded: hasEnded)
        return end(.failed, "✗ \(message)")
    }

    mutating func end(_ state: RecoveryProgress.State, _ message: String) -> RecoveryProgress {
        let end = state == .completed ? endedAt ?? now() : now()
        progress.state = state
        progress.seconds = startedAt.map { Int64(max(0, end.timeIntervalSince($0)).rounded(.up)) }
        say(message)
        return progress
    }
}

extension JournaledCall {
    /// All by which AWS may name what it started.
    fileprivate var traces: [String] { [identifier, end?.made].compactMap { $0 } }
}

extension RecoveryAction {
    fileprivate var changesObjects: Bool {
        switch self {
        case .removeDeleteMarkers, .restoreVersions: true
        default: false
        }
    }

    /// What it starts is found by the identifier in AWS's answer alone.
    fileprivate var isKnownByIdentifier: Bool {
        switch self {
        case .startRestoreJob, .createVolume, .createReplicationJob: true
        default: false
        }
    }
}
