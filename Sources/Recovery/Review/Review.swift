import AWSModel
import Posture

/// What is shown before the confirmation.
package struct Review: Hashable, Sendable, Codable {
    package var calls: [PlannedCall]
    /// The `aws` command of each call, as a shell takes it.
    package var commands: [String]
    package var creates: [String]
    /// What it roughly costs; what is not known says so.
    package var costs: [String]
    package var warnings: [String]
    /// What is otherwise than it was when it was shown before.
    package var changes: [String] = []
    /// What remains to be done by hand afterwards.
    package var byHand: [String]
    /// What has to be typed to confirm.
    package var nameToType: String

    init(_ draft: Draft, token: String, attempts: [String: Int] = [:], preflight: Preflight) {
        calls = draft.calls(token: token, attempts: attempts)
        commands = calls.map(\.command)
        creates = draft.creates
        costs = draft.costs
        warnings = draft.liveChange.map { ["this is a drill, and \($0.sentence)"] } ?? []
        warnings += draft.notes
        warnings += preflight.checks.filter { $0.result != .passed }.map { check in
            "\(check.name): \(check.result.rawValue), \(check.detail)" + (check.advice.map { " (\($0))" } ?? "")
        }
        warnings += Preflight.unchecked(for: draft).map { "not checked: \($0)" }
        byHand = RemainingSteps.steps(after: draft)
        nameToType = draft.nameToType
    }

    /// All of it, as lines to read.
    package var lines: [String] {
        var lines = changes.map { "Changed: \($0)" }
        if calls.isEmpty { lines.append("No call is made: what is there takes over.") }
        for (call, command) in zip(calls, commands) { lines += ["\(call.action.title) in \(call.region):", command] }
        lines += creates.map { "Makes: \($0)" } + costs.map { "Costs: \($0)" }
        return lines + warnings.map { "Mind: \($0)" } + byHand.map { "By hand: \($0)" }
    }
}

extension Draft {
    /// What is known of the price; a restore's own fee and what it makes are priced by AWS, and not listed here.
    var costs: [String] {
        if let known = way.details["cost"] {
            return [parts.isEmpty ? known : "of these parts not known; all of it would be \(known)"]
        }
        switch way.means {
        case .repoint, .repointBucket, .repointTable: return ["nothing but the requests that come there"]
        case .promoteReplica, .globalFailover, .breakReplication:
            return ["what runs already, and what is made besides: not known"]
        default: return ["unknown: the price of this restore is not among the listed ones"]
        }
    }
}

extension RecoveryAction {
    /// What the API calls it, `backup:StartRestoreJob`.
    package var title: String {
        switch self {
        case .startRestoreJob: "backup:StartRestoreJob"
        case .createDBInstance: "rds:CreateDBInstance"
        case .promoteReadReplica: "rds:PromoteReadReplica"
        case .failoverGlobalCluster: "rds:FailoverGlobalCluster"
        case .switchoverGlobalCluster: "rds:SwitchoverGlobalCluster"
        case .restoreDBInstanceToPointInTime: "rds:RestoreDBInstanceToPointInTime"
        case .restoreDBClusterToPointInTime: "rds:RestoreDBClusterToPointInTime"
        case .restoreTableToPointInTime: "dynamodb:RestoreTableToPointInTime"
        case .createVolume: "ec2:CreateVolume"
        case .deleteFileSystemReplication: "elasticfilesystem:DeleteReplicationConfiguration"
        case .removeDeleteMarkers: "s3:DeleteObject of delete markers"
        case .restoreVersions: "s3:CopyObject of earlier versions"
        case .createReplicationJob: "s3control:CreateJob"
        case .submitRoutes: "s3control:SubmitMultiRegionAccessPointRoutes"
        }
    }
}
