import AWSModel
import Foundation
import Ledger
import Posture
import Recovery

extension Walkthrough {
    /// As the ledger keeps it.
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// - Throws: `Failure` where it was written by another version.
    init(_ saved: SavedWalkthrough) throws {
        do { self = try JSONDecoder().decode(Walkthrough.self, from: Data(saved.state.utf8)) } catch {
            throw Failure.couldNotTell("the walkthrough \(saved.id) was written by another version of Lifeboat")
        }
    }

    var scenarioName: String {
        guard let incident else { return isRehearsal ? "rehearsal" : "not told yet" }
        return incident.isDrill ? "drill" : incident.kind.rawValue
    }
}

extension Drill {
    init(_ record: DrillRecord, walkthrough: String, jobs: [String]) {
        let outcome: Outcome =
            switch record.outcome {
            case .rehearsed, .succeeded: .succeeded
            case .failed: .failed
            }
        self.init(
            account: record.account, resource: record.resource, resourceType: record.resourceType,
            drilledAt: record.startedAt, operatorName: record.operatorName, scenario: record.incident.kind.rawValue,
            region: record.region, mechanism: record.mechanism.rawValue, recoveryPoint: record.recoveryPoint,
            recoveryPointCreatedAt: record.recoveryPointCreatedAt,
            recoveryTime: record.seconds, dataLoss: record.recoveryPointAge,
            kind: record.outcome == .rehearsed ? .rehearsal : .real, outcome: outcome,
            checks: (record.outcome == .rehearsed ? record.preflight : record.validation).map(DrillCheck.init),
            evidence: (record.evidence.isEmpty ? [] : [record.evidence]) + record.created, jobs: jobs,
            walkthrough: walkthrough, isDrill: record.incident.isDrill,
            parts: record.parts.isEmpty ? nil : record.parts,
            provesNothing: record.outcome == .rehearsed ? nil : record.provesNothing)
    }
}

extension DrillCheck {
    fileprivate init(_ check: PreflightCheck) {
        let result: Result =
            switch check.result {
            case .passed: .passed
            case .failed: .failed
            case .warning, .unknown: .notChecked
            }
        self.init(name: check.name, result: result, detail: check.detail)
    }
}
