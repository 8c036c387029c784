package import AWSModel
package import Foundation
package import Recovery

extension Executor {
    /// What became of a call whose outcome the journal does not know, without starting it twice.
    ///
    /// With a grant, and while AWS still knows the token, the same token is sent again: AWS answers with what it started
    /// then. Otherwise AWS is asked for what the call would have made. What it shows nothing of was not started; a call
    /// with a token is then sent, where a grant was given.
    package func resume(
        _ call: PlannedCall, intendedAt intent: Date, under grant: WriteGrant? = nil
    ) async -> CallOutcome {
        let granted = grant.flatMap { $0.covers(call.token) ? $0 : nil }
        if let granted, call.action.isResumedByRepeating {
            return await sendAgain(call, under: granted)
        }
        let age = now().timeIntervalSince(intent)
        if let granted, call.action.hasToken, age < policy.tokenLife.asSeconds {
            do { try journal.resume(call, at: now()) } catch { return Self.notResumed(error) }
            let outcome = await send(call, under: granted)
            // What is refused now may have been accepted then: a recovery point can have gone since.
            guard case .refused(let reason) = outcome else { return concluded(call, outcome) }
            return concluded(call, settled(await evidence(of: call, since: intent), reason: reason))
        }
        switch await evidence(of: call, since: intent) {
        case .notSeen where age < policy.settling.asSeconds:
            return concluded(call, .unanswered("AWS shows nothing of it yet"))
        case .notSeen:
            guard let granted, call.action.hasToken else {
                return concluded(call, settled(.notSeen, reason: "AWS shows nothing of it: it was not started"))
            }
            return await sendAgain(call, under: granted)
        case let evidence: return concluded(call, settled(evidence, reason: ""))
        }
    }

    /// Sends a call again that AWS refused: nothing was started then, and what was in its way may be gone.
    package func sendRefused(_ call: PlannedCall, under grant: WriteGrant) async -> CallOutcome {
        guard grant.covers(call.token) else {
            return .refused("this call was not among those that were confirmed; nothing was sent")
        }
        return await sendAgain(call, under: grant)
    }

    private func sendAgain(_ call: PlannedCall, under grant: WriteGrant) async -> CallOutcome {
        do { try journal.resume(call, at: now()) } catch { return Self.notResumed(error) }
        return concluded(call, await send(call, under: grant))
    }

    /// What it came to when it was sent first stays as the journal has it.
    private static func notResumed(_ error: any Error) -> CallOutcome {
        .unanswered("the journal does not take it, so it was not sent again: \(error)")
    }

    private func settled(_ evidence: Evidence, reason: String) -> CallOutcome {
        switch evidence {
        case .happened(let identifier): .accepted(identifier: identifier)
        case .notSeen: .refused(reason)
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
