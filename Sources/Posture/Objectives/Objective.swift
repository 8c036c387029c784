import Foundation

/// What is asked of one resource.
package struct Objective: Hashable, Sendable {
    /// The most data that may be lost, in time.
    package var recoveryPoint: Target?
    /// The longest that recovery may take.
    package var recoveryTime: Target?
    /// The shortest time that copies are kept.
    package var retention: Target?
    /// An acceptance that covers it for certain, perhaps run out; of several that may be meant the one that ends first.
    package var acceptance: Acceptance?
    /// Why it is not known whether an acceptance covers it.
    package var acceptanceDoubt: String?

    package init(
        recoveryPoint: Target? = nil, recoveryTime: Target? = nil, retention: Target? = nil,
        acceptance: Acceptance? = nil, acceptanceDoubt: String? = nil
    ) {
        self.recoveryPoint = recoveryPoint
        self.recoveryTime = recoveryTime
        self.retention = retention
        self.acceptance = acceptance
        self.acceptanceDoubt = acceptanceDoubt
    }

    package static let none = Objective()

    /// A bound, and what is not known of it.
    package struct Target: Hashable, Sendable {
        /// The strictest that may apply.
        package let strictest: Duration
        /// The most lenient that may apply; nil when perhaps none does.
        package let mostLenient: Duration?
        /// Why it is not known which applies: "its tags were not read".
        package let doubt: String?

        package init(_ duration: Duration) {
            strictest = duration
            mostLenient = duration
            doubt = nil
        }

        init?(
            _ candidates: Candidates<Duration>, strictest: ([Duration]) -> Duration?,
            mostLenient: ([Duration]) -> Duration?
        ) {
            guard let bound = strictest(candidates.values) else { return nil }
            self.strictest = bound
            self.mostLenient = candidates.isSettled ? mostLenient(candidates.values) : nil
            doubt = self.mostLenient == bound ? nil : candidates.doubt
        }
    }

    /// Whether some recovery point objective applies for certain, so that it and not the schedule says what is old.
    var boundsAge: Bool { recoveryPoint?.mostLenient != nil }
}

extension Objective {
    /// A target that a path does not meet.
    package struct Miss: Hashable, Sendable {
        package let text: String
        /// False where it is not known whether the target applies, or whether the path meets it.
        package let isCertain: Bool
    }

    /// How a path misses what is asked; empty when it meets all. A missing estimate meets no objective.
    package func misses(of path: RecoveryPath) -> [Miss] {
        [
            pointMiss(of: path),
            Self.miss("recovery time", path.recoveryTime, recoveryTime),
            retentionMiss(of: path),
        ].compactMap { $0 }
    }

    /// A typical lag is no bound: nothing was measured and nothing limits it (1.11, 3.2).
    private func pointMiss(of path: RecoveryPath) -> Miss? {
        if let miss = Self.miss("recovery point", path.recoveryPoint, recoveryPoint) { return miss }
        guard let recoveryPoint, let estimate = path.recoveryPoint, estimate.basis == .typical else { return nil }
        return Miss(
            "recovery point of \(estimate.duration.span) is only typical, the objective is", recoveryPoint,
            isCertain: false)
    }

    private static func miss(_ what: String, _ estimate: Estimate?, _ target: Target?) -> Miss? {
        guard let target else { return nil }
        guard let estimate else {
            return Miss("\(what) is not known, the objective is", target, isCertain: target.mostLenient != nil)
        }
        guard estimate.duration > target.strictest else { return nil }
        return Miss(
            "\(what) of \(estimate.words) misses the objective of", target,
            isCertain: target.mostLenient.map { estimate.duration > $0 } ?? false)
    }

    private func retentionMiss(of path: RecoveryPath) -> Miss? {
        guard let retention else { return nil }
        switch path.retention {
        case .forever: return nil
        case .lasting(let kept):
            guard kept < retention.strictest else { return nil }
            return Miss(
                "retention of \(kept.words) misses the objective of", retention,
                isCertain: retention.mostLenient.map { kept < $0 } ?? false)
        case .atLeast(let kept):
            guard kept < retention.strictest else { return nil }
            return Miss("retention is \(kept.words) or longer, the objective is", retention, isCertain: false)
        case nil where path.mechanism.follows:
            return Miss("a replica keeps no past, the objective is", retention, isCertain: retention.mostLenient != nil)
        case nil: return Miss("retention is not known, the objective is", retention, isCertain: false)
        }
    }
}

extension RecoveryPath.Mechanism {
    /// Whether it holds what its source holds now, and nothing from before (3.2, 3.3, 3.5, 3.7).
    fileprivate var follows: Bool {
        switch self {
        case .rdsReadReplica, .auroraGlobalDatabase, .dynamoDBGlobalTable, .efsReplication: true
        case .s3Replication, .backupCopy, .rdsAutomatedBackupReplication, .ebsSnapshotCopy, .s3Versioning,
            .s3ObjectLock, .backup, .vaultLock, .pitr, .ebsSnapshot, .rdsSnapshotCopy, .rdsSnapshot, .dynamoDBBackup:
            false
        }
    }
}

extension Objective.Miss {
    fileprivate init(_ words: String, _ target: Objective.Target, isCertain: Bool) {
        self.isCertain = isCertain
        let bound = isCertain ? target.mostLenient ?? target.strictest : target.strictest
        let doubt = isCertain ? nil : target.doubt
        text = "\(words) \(bound.words)" + (doubt.map { ", which may apply: \($0)" } ?? "")
    }
}

extension Objective {
    /// Marks a resource that is not protected as accepted, or says why it is no longer, or perhaps not.
    func settleAcceptance(of assessment: inout ResourceAssessment, now: Date) {
        guard [.unprotected, .atRisk, .unknown].contains(assessment.verdict) else { return }
        if let acceptance, acceptance.holds(at: now) {
            assessment.accepted = acceptance
        } else if let acceptance {
            assessment.reason += "; its risk was accepted until \(acceptance.review.iso), which is past"
        } else if let acceptanceDoubt {
            assessment.reason += "; whether its risk is accepted is not known: \(acceptanceDoubt)"
        }
    }
}
