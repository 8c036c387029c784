package import AWSCore
package import AWSModel
package import Foundation
package import Recovery

/// Sends the calls of a recovery, each once, and keeps the journal of them: the intent first, the outcome after.
package struct Executor: Sendable {
    let client: AWSClient
    let journal: any Journal
    let now: @Sendable () -> Date
    let policy: ExecutionPolicy
    let tell: @Sendable (ExecutionNotice) -> Void

    /// - Parameter tell: what is worth knowing before a call's outcome is there.
    package init(
        client: AWSClient, journal: any Journal, policy: ExecutionPolicy = ExecutionPolicy(),
        now: @escaping @Sendable () -> Date, tell: @escaping @Sendable (ExecutionNotice) -> Void = { _ in }
    ) {
        self.client = client
        self.journal = journal
        self.policy = policy
        self.now = now
        self.tell = tell
    }

    /// Writes the intent, sends the call, writes what became of it.
    ///
    /// Nothing is sent that the grant does not cover, or whose intent cannot be written.
    package func execute(_ call: PlannedCall, under grant: WriteGrant) async -> CallOutcome {
        guard grant.covers(call.token) else { return Self.notGranted }
        do { try journal.intend(call, at: now()) } catch {
            return .refused("the journal does not take it, so nothing was sent: \(error)")
        }
        return concluded(call, await send(call, under: grant))
    }

    static let notGranted = CallOutcome.refused(
        "this call was not among those that were confirmed; nothing was sent")

    /// Writes that a call has ended; what AWS says of it stays true where the journal does not take it.
    func ended(_ call: PlannedCall, _ end: CallEnd) {
        do { try journal.end(token: call.token, end, at: now()) } catch {
            tell(.notWritten(token: call.token, .accepted(identifier: nil), "\(error)"))
        }
    }

    /// Writes an outcome; a journal that does not take it still has the intent, from which the call is resumed.
    func concluded(_ call: PlannedCall, _ outcome: CallOutcome) -> CallOutcome {
        do { try journal.conclude(token: call.token, outcome, at: now()) } catch {
            tell(.notWritten(token: call.token, outcome, "\(error)"))
        }
        return outcome
    }
}

/// What a caller hears while a call is under way.
package enum ExecutionNotice: Hashable, Sendable {
    /// The outcome is known and the journal could not be told.
    case notWritten(token: String, CallOutcome, String)
    case objects(token: String, ObjectCount)
}

/// The times and bounds that an executor keeps to.
package struct ExecutionPolicy: Hashable, Sendable {
    /// As long after an intent its token is sent again without asking; AWS Backup knows a token for an hour
    /// (StartRestoreJob in the API reference of 2019).
    package var tokenLife: Duration = .seconds(50 * 60)
    /// What is not seen so soon after an intent may still appear.
    package var settling: Duration = .seconds(120)
    /// How far this host's clock may be off AWS's.
    package var clockSkew: Duration = .seconds(300)
    /// Objects that are changed at once.
    package var objectsAtOnce = 16

    package init() {}
}
