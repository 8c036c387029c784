package import AWSModel
package import Foundation
package import Posture

/// What is kept of a recovery or a drill, for the next one and for an auditor.
package struct DrillRecord: Hashable, Sendable, Codable {
    package enum Outcome: String, Hashable, Sendable, Codable {
        /// Stopped before the confirmation.
        case rehearsed
        case succeeded, failed
    }

    package var startedAt: Date
    /// When it ended, and was recorded.
    package var endedAt: Date
    package var operatorName: String
    package var account: AccountID?
    package var incident: Incident
    package var resource: String
    package var resourceType: String
    package var mechanism: RecoveryPath.Mechanism
    package var means: RecoveryWay.Means
    package var region: Region
    package var recoveryPoint: String
    /// The recovery point's own; nil for what is none of AWS Backup's.
    package var recoveryPointCreatedAt: Date?
    /// Whole seconds between the state that came back and the confirmation; nil where they are not known.
    package var recoveryPointAge: Int64?
    /// Whole seconds from the first call to the end; nil where nothing was called or nobody measured.
    package var seconds: Int64?
    package var outcome: Outcome
    package var preflight: [PreflightCheck]
    package var validation: [PreflightCheck]
    package var created: [String]
    package var byHand: [String]
    package var calls: [PlannedCall]
    package var evidence: String
    /// The keys, prefixes or paths that came back alone; empty for all.
    package var parts: [String] = []
    /// Why it proves nothing, however well it ended; nil where it may.
    package var provesNothing: String?
}

extension DrillRecord {
    /// What it proves; nil where it proves nothing: somebody's word is no proof, without a check that passed.
    package var proof: DrillEvidence? {
        guard outcome == .succeeded, provesNothing == nil, validation.contains(where: { $0.result == .passed }) else {
            return nil
        }
        return DrillEvidence(
            resource: resource, mechanism: mechanism, region: region, threat: incident.scenario.threat, at: startedAt,
            duration: seconds.map { .seconds($0) })
    }
}

extension Walkthrough {
    /// The record of it; nil before the end.
    package func record(at moment: Date) -> DrillRecord? {
        let script = Script.run(self)
        guard script.stop == .finished, let draft = script.draft else { return nil }
        let isGood =
            entries[Script.works]?.value == "yes" && (script.outcome.map { $0.state == .completed } ?? true)
            && !script.validation.contains { $0.result == .failed }
        return DrillRecord(
            startedAt: startedAt, endedAt: moment, operatorName: operatorName, account: account,
            incident: draft.incident,
            resource: draft.resource.arn, resourceType: draft.resource.typeName, mechanism: draft.way.mechanism,
            means: draft.way.means, region: draft.way.region, recoveryPoint: draft.way.target,
            recoveryPointCreatedAt: draft.way.point?.createdAt, recoveryPointAge: dataLoss(of: draft),
            seconds: script.outcome?.seconds,
            outcome: isRehearsal ? .rehearsed : (isGood ? .succeeded : .failed), preflight: script.checks,
            validation: script.validation, created: script.outcome?.created ?? [],
            byHand: RemainingSteps.steps(after: draft), calls: script.review?.calls ?? [],
            evidence: entries["evidence"]?.value ?? "", parts: draft.parts,
            provesNothing: lackOfProof(draft, script))
    }

    /// A way back is proven by what came back over it, whole.
    private func lackOfProof(_ draft: Draft, _ script: Script) -> String? {
        if draft.way.means == .backfill { return "it fills the replica, and brings nothing back" }
        if !draft.parts.isEmpty { return "only \(draft.parts.joined(separator: ", ")) came back" }
        if draft.actions.isEmpty, isWordOfPlan == true {
            return "no call was made, and a plan alone says that it works"
        }
        if script.outcome?.changed == 0 { return "no object was changed" }
        return nil
    }

    /// Of what has no moment of its own, what was known of the way. A state from after the confirmation tells of no loss.
    private func dataLoss(of draft: Draft) -> Int64? {
        // A continuous recovery point was begun long ago, and holds what is recent.
        let point = draft.way.point.flatMap { $0.isContinuous ? nil : $0.createdAt }
        guard let restored = draft.moment ?? point else { return draft.way.recoveryPoint?.seconds }
        let seconds = Int64((confirmedAt ?? knownAt).timeIntervalSince(restored))
        return seconds < 0 ? nil : seconds
    }
}
