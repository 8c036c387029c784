import AWSModel
import Foundation
import Posture

/// After a mistake: what is from before it.
extension WayFacts {
    /// What it loses by the moment that was last good, and not by what was made since.
    func weighed(
        _ known: RecoveryWay, of resource: ResourceAssessment, _ incident: Incident
    ) -> RecoveryWay {
        guard let moment = incident.lastGood else { return known }
        var way = known
        way.lastGood = moment
        let since = Duration(from: min(moment, now), to: now)
        switch way.means {
        case .restoreJob where way.point?.isContinuous != true:
            if let made = way.point?.createdAt, made > moment { way.recoveryPoint = nil }
        case .restoreJob, .pointInTime: way.recoveryPoint = Estimate(duration: since, basis: .measured)
        case .undelete where incident.kind == .corrupted:
            way.recoveryPoint = Estimate(duration: since, basis: .measured)
        // A marker that is removed loses nothing.
        case .undelete: way.lastGood = nil
        case .createVolume: chooseSnapshot(for: &way, of: resource, before: moment)
        default: break
        }
        return way
    }

    /// The newest snapshot is no good where it is newer than the mistake.
    private func chooseSnapshot(for way: inout RecoveryWay, of resource: ResourceAssessment, before moment: Date) {
        let all = native[way.region]?.snapshots.value ?? []
        guard let made = all.first(where: { $0.id == way.identifier })?.startedAt, made > moment else { return }
        let volume = ARN.identifier(of: resource.arn)
        let good = all.filter { $0.volume == volume && $0.state == .known(.completed) }
            .compactMap { snapshot in snapshot.startedAt.map { (id: snapshot.id, made: $0) } }
            .filter { $0.made <= moment }.max { $0.made < $1.made }
        guard let good else {
            way.means = .byHand
            way.reasons.insert("no snapshot is from before \(moment.formatted(.iso8601))", at: 0)
            return
        }
        way.target = way.target.replacing(way.identifier, with: good.id)
        way.recoveryPoint = Estimate(duration: Duration(from: good.made, to: max(now, good.made)), basis: .measured)
    }
}
