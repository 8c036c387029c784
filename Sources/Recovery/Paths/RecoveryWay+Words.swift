import AWSModel
package import Foundation
import Posture

extension RecoveryWay {
    /// "restore from AWS Backup in us-west-2"
    package var title: String {
        let how =
            switch means {
            case .restoreJob: "restore from AWS Backup"
            case .repoint: "serve from its source \(identifier)"
            case .repointBucket: "serve from the replica bucket \(ARN(target)?.resource ?? target)"
            case .promoteReplica: "promote the read replica \(identifier)"
            case .globalFailover: "move the global database's writer to \(identifier)"
            case .repointTable: "serve from the replica table"
            case .breakReplication: "make the replica \(identifier) writable"
            case .pointInTime:
                mechanism == .rdsAutomatedBackupReplication
                    ? "restore from the replicated automated backups" : "restore to a point in time"
            case .createVolume: "make a volume of snapshot \(identifier)"
            case .undelete:
                isOfReplica
                    ? "bring back earlier versions in the replica bucket \(identifier)"
                    : "bring back earlier versions of the objects"
            case .backfill: "replicate what the rule has not replicated"
            case .byHand:
                "\(details["title"] ?? mechanism.rawValue) by hand"
            }
        return "\(how) in \(region)"
    }

    /// The last part of the target's ARN.
    var identifier: String { ARN.identifier(of: target) }

    /// What it loses, how long it takes, what it rests on, and why those before it are better.
    ///
    /// - Parameter now: from when ages count, where it is not known when it was read.
    package func pointDetails(now: Date) -> [String] {
        var lines: [String] = []
        if let lastGood, let words = restoring(stateOf: lastGood) {
            lines.append(words)
        } else if let made = point?.createdAt {
            let age = Duration(from: made, to: readAt ?? now).words
            lines.append("recovery point of \(made.formatted(.iso8601)), \(age) old, in vault \(point?.vault ?? "")")
        } else if let recoveryPoint {
            lines.append("loses \(recoveryPoint.words)")
        } else {
            lines.append("how much is lost is not known")
        }
        lines.append(
            recoveryTime.map { "takes \($0.words)" } ?? "how long it takes is not known"
        )
        lines.append("rests on what is \(assurance.rawValue)")
        return lines + worse.map { "worse: \($0)" } + reasons
    }

    /// Nil where it brings back no state of before a moment.
    private func restoring(stateOf moment: Date) -> String? {
        let text = moment.formatted(.iso8601)
        switch means {
        case .restoreJob where point?.isContinuous != true:
            guard let made = point?.createdAt, made > moment else { return nil }
            return "its newest recovery point is from after \(text): an earlier one is asked for next"
        case .restoreJob, .pointInTime: return "brings back the state of \(text): what came after it is lost"
        case .undelete:
            return "brings back the versions of \(text): what was written over them stays as newer versions"
        default: return nil
        }
    }

    /// Why this is worse than a better one.
    func drawbacks(against best: RecoveryWay) -> [String] {
        var lines: [String] = []
        if best.suffices, !suffices { lines.append(reasons.first ?? "it does not hold everything") }
        if let mine = recoveryPoint?.duration, let theirs = best.recoveryPoint?.duration, mine > theirs {
            lines.append("loses \(mine.words) instead of \(theirs.words)")
        }
        if let mine = recoveryTime?.duration, let theirs = best.recoveryTime?.duration, mine > theirs {
            lines.append("takes \(mine.words) instead of \(theirs.words)")
        }
        if assurance < best.assurance { lines.append("is \(assurance.rawValue) and not \(best.assurance.rawValue)") }
        return lines
    }
}

extension ARN {
    /// What a service itself calls it: after the last slash or colon.
    static func identifier(of text: String) -> String {
        guard let arn = ARN(text) else { return text }
        return arn.resource.split(whereSeparator: { $0 == "/" || $0 == ":" }).last.map(String.init) ?? arn.resource
    }
}
