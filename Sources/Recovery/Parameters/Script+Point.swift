import AWSModel
import Foundation
import Posture

/// Which recovery point of a vault is restored.
extension Script {
    /// After a mistake one from before it; else the one that was there when the path was chosen, whatever was made since.
    mutating func settlePoint(
        of way: RecoveryWay, to resource: AffectedResource, _ incident: Incident
    ) throws(Stop) -> RecoveryWay {
        guard way.means == .restoreJob, let newest = way.point else { return way }
        guard let moment = incident.lastGood else { return way.pinned(to: walk.pinned) }
        // A continuous one is asked for the moment itself.
        if newest.isContinuous, newest.createdAt.map({ $0 <= moment }) ?? true { return way }
        let need = Need.points(resource: resource.arn, vault: newest.vault, region: way.region, before: moment)
        var known = [newest]
        if case .points(let told)? = try fact(need, at: .way) { known = told }
        let good = known.filter { $0.createdAt.map { $0 <= moment } ?? false }
        let before = moment.formatted(.iso8601)
        guard let first = good.first else {
            throw .refused(
                "vault \(newest.vault) in \(way.region) is not known to hold a recovery point of \(resource.name) from "
                    + "before \(before): go back and choose another path")
        }
        let arn = try ask(
            Question(
                "point", .way, "Which recovery point?", "Those from before \(before), the newest first.",
                .choice(good.map { $0.choice(before: moment) }), initial: first.arn,
                dependsOn: [Self.way, Self.lastGood]))
        guard let point = good.first(where: { $0.arn == arn }) else { throw .refused("there is no \(arn)") }
        return way.restoring(point)
    }
}

extension PointDetails {
    fileprivate func choice(before moment: Date) -> Question.Choice {
        let age = createdAt.map { Duration(from: $0, to: moment).words } ?? "an unknown time"
        var details = ["\(age) older than the last good moment"]
        if let size { details.append("\(size.bytes) bytes") }
        // Buckets and file systems are read object by object, for as long as the job takes.
        if let completedAt, completedAt > moment {
            details.append("! its backup ended at \(completedAt.formatted(.iso8601)): what it read late may be bad")
        }
        if isCold { details.append("in cold storage: that takes hours more") }
        return Question.Choice(arn, "of \(createdAt?.formatted(.iso8601) ?? "an unknown moment")", details: details)
    }
}

extension RecoveryWay {
    /// The same way, with another recovery point of its vault.
    func restoring(_ point: PointDetails) -> RecoveryWay {
        var way = self
        if way.point?.size != point.size { way.details["cost"] = nil }
        way.point = point
        way.target = point.arn
        way.recoveryPoint = nil
        return way
    }

    /// With the recovery point that was chosen, where its vault has a newer one by now.
    fileprivate func pinned(to chosen: PointDetails?) -> RecoveryWay {
        guard let chosen, let newest = point, chosen.vault == newest.vault, chosen.arn != newest.arn else {
            return self
        }
        var way = restoring(chosen)
        let made = newest.createdAt.map { ", of \($0.formatted(.iso8601))," } ?? ""
        way.reasons.insert("a newer recovery point\(made) is there by now: go back to the path to take it", at: 0)
        return way
    }
}
