package import AWSModel
package import Foundation
package import Recovery

extension Executor {
    /// What became of a call whose outcome the journal does not know, without starting it twice.
    ///
    /// With a grant, and while AWS still knows the token, the same token is sent again: AWS answers with what it started
    /// then. Otherwise AWS is asked for what the call would have made. What it shows nothing of was not started; a call
    /// with a token is then sent, where a grant was given.
    ///
    /// - Parameters:
    ///   - sentAt: when it was sent last; nil is when it was intended.
    ///   - others: what other calls of the journal have started, which is not this one's.
    package func resume(
        _ call: PlannedCall, intendedAt intent: Date, sentAt: Date? = nil, besides others: Set<String> = [],
        under grant: WriteGrant? = nil
    ) async -> CallOutcome {
        let granted = grant.flatMap { $0.covers(call.token) ? $0 : nil }
        if let granted, call.action.isResumedByRepeating {
            return await sendAgain(call, intendedAt: intent, under: granted)
        }
        if let granted, call.action.hasToken, now().timeIntervalSince(intent) < policy.tokenLife.asSeconds {
            do { try journal.resume(call, at: now()) } catch { return Self.notResumed(error) }
            let outcome = await send(call, intendedAt: intent, under: granted)
            // What is refused now may have been accepted then: a recovery point can have gone since.
            guard case .refused(let reason) = outcome else { return concluded(call, outcome) }
            return concluded(call, settled(await evidence(of: call, since: intent, besides: others), reason: reason))
        }
        switch await evidence(of: call, since: intent, besides: others) {
        case .notSeen where !isSettled(sentAt ?? intent):
            return concluded(call, .unanswered("AWS shows nothing of it yet"))
        case .notSeen:
            guard let granted, call.action.hasToken else {
                return concluded(call, settled(.notSeen, reason: "AWS shows nothing of it: it was not started"))
            }
            return await sendAgain(call, intendedAt: intent, under: granted)
        case let evidence: return concluded(call, settled(evidence, reason: ""))
        }
    }

    /// Sends a call again, under its token, that AWS refused, or of which AWS showed nothing: what was in its way may be
    /// gone. AWS is asked first, for what was taken for a refusal may have arrived all the same.
    package func sendRefused(
        _ call: PlannedCall, intendedAt intent: Date, besides others: Set<String> = [], under grant: WriteGrant
    ) async -> CallOutcome {
        guard grant.covers(call.token) else { return Self.notGranted }
        if call.action.isResumedByRepeating { return await sendAgain(call, intendedAt: intent, under: grant) }
        switch await evidence(of: call, since: intent, besides: others) {
        case .notSeen: return await sendAgain(call, intendedAt: intent, under: grant)
        // The journal keeps the refusal: that AWS cannot be asked now takes nothing from it.
        case .cannotTell(let why): return .unanswered("before it is sent again AWS must be asked: \(why)")
        case let evidence: return concluded(call, settled(evidence, reason: ""))
        }
    }

    /// Goes on with a call of which somebody who knows has said what it started.
    package func settle(
        _ call: PlannedCall, as answer: DoubtAnswer, intendedAt intent: Date, besides others: Set<String> = [],
        under grant: WriteGrant?
    ) async -> CallOutcome {
        switch answer {
        case .itIs(let identifier):
            // AWS decides what there is to choose from, not whoever answers.
            switch await evidence(of: call, since: intent, besides: others) {
            case .doubtful(let doubt) where doubt.identifiers.contains(identifier):
                return concluded(call, .accepted(identifier: identifier))
            case .happened(identifier):
                return concluded(call, .accepted(identifier: identifier))
            case .cannotTell(let why): return .unanswered(why)
            case .happened, .doubtful, .notSeen:
                return .unanswered("AWS shows no \(identifier) that this call could have started")
            }
        case .none:
            guard let grant, grant.covers(call.token) else { return Self.notGranted }
            return await sendAgain(call, intendedAt: intent, under: grant)
        }
    }

    private func isSettled(_ moment: Date) -> Bool {
        now().timeIntervalSince(moment) >= policy.settling.asSeconds
    }

    private func sendAgain(
        _ call: PlannedCall, intendedAt intent: Date, under grant: WriteGrant
    ) async -> CallOutcome {
        do { try journal.resume(call, at: now()) } catch { return Self.notResumed(error) }
        return concluded(call, await send(call, intendedAt: intent, under: grant))
    }

    /// What it came to when it was sent first stays as the journal has it.
    private static func notResumed(_ error: any Error) -> CallOutcome {
        .unanswered("the journal does not take it, so it was not sent again: \(error)")
    }

    private func settled(_ evidence: Evidence, reason: String) -> CallOutcome {
        switch evidence {
        case .happened(let identifier): .accepted(identifier: identifier)
        case .notSeen: .refused(reason)
        case .doubtful(let doubt): .doubtful(doubt)
        case .cannotTell(let why): .unanswered(why)
        }
    }
}

extension RecoveryAction {
    /// AWS knows the call by its token.
    var hasToken: Bool {
        switch self {
        case .startRestoreJob, .createVolume, .createReplicationJob: true
        case .createDBInstance, .promoteReadReplica, .failoverGlobalCluster, .switchoverGlobalCluster,
            .restoreDBInstanceToPointInTime, .restoreDBClusterToPointInTime, .restoreTableToPointInTime,
            .deleteFileSystemReplication, .removeDeleteMarkers, .restoreVersions, .submitRoutes:
            false
        }
    }

    /// It asks for a state, and does what is left of the way to it.
    var isResumedByRepeating: Bool {
        switch self {
        case .removeDeleteMarkers, .restoreVersions, .submitRoutes: true
        default: false
        }
    }
}

extension Duration {
    var asSeconds: TimeInterval { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
