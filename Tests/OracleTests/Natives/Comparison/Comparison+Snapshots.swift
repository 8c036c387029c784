import AWSModel
import Foundation
import Posture
import SimulatedAWS

/// Snapshots of volumes, which policies renew.
extension Comparison {
    /// What AWS may take to make a copy, beyond the schedule; seconds.
    private static let copying = 6.0 * 3_600

    /// A path through snapshots: the newest is as new as is said and as its policy allows, and stays so.
    mutating func checkSnapshots(
        of volume: SimulatedVolume, _ path: RecoveryPath, _ judged: ResourceAssessment, _ scenario: Scenario
    ) {
        guard let newest = newest(of: volume, in: path.region, account) else {
            return report(.protectedButLost, judged, scenario, "no snapshot in \(path.region)")
        }
        let age = account.now.timeIntervalSince(newest)
        if let promised = path.recoveryPoint?.seconds, age > Double(promised) + 1 {
            report(.protectedButStale, judged, scenario, "\(Int(age)) s old, said to be \(promised)")
        }
        guard let gap = gap(of: volume, in: path.region) else {
            return report(.protectedButEnding, judged, scenario, "no policy renews it in \(path.region)")
        }
        if age > gap + Self.copying {
            report(.protectedButStale, judged, scenario, "\(Int(age)) s old, due within \(Int(gap))")
        }
        if let moment = firstGap(of: volume, in: path.region, bound: gap + Self.copying) {
            report(.protectedButEnding, judged, scenario, "nothing newer in \(path.region) by \(moment)")
        }
    }

    /// Whether another region has fresh snapshots and goes on having them.
    func snapshotsGoOn(of volume: SimulatedVolume, losing lost: Region) -> Bool {
        // What has begun to fail is no false alarm.
        let fails = life.drawn.natives.policies.contains { $0.failsFrom != nil && $0.name == volume.tags["snapshots"] }
        return !fails
            && DrawnAccount.regions.contains { region in
                guard region != lost, !leavesHoles(volume, in: region), let gap = gap(of: volume, in: region),
                    let newest = newest(of: volume, in: region, account, telling: true),
                    !hasFailed(volume, in: region)
                else { return false }
                return account.now.timeIntervalSince(newest) <= gap
                    && firstGap(of: volume, in: region, bound: gap + Self.copying) == nil
            }
    }

    /// A copy by hand that failed is told from one of a policy's by nobody.
    private func hasFailed(_ volume: SimulatedVolume, in region: Region) -> Bool {
        life.drawn.natives.volumes.first { $0.basics.name == volume.id }?.snapshots
            .contains { $0.copies.contains { $0.region == region && $0.trouble != nil } } ?? false
    }

    /// Whether a policy deletes its copies when it makes the next or before.
    private func leavesHoles(_ volume: SimulatedVolume, in region: Region) -> Bool {
        life.drawn.natives.policies.contains { policy in
            volume.tags["snapshots"] == policy.name
                && policy.copies.contains { $0.region == region && Double($0.days) * 86_400 <= policy.gap }
        }
    }

    /// The shortest time from one run to the next of the policies that are on and bring it there.
    private func gap(of volume: SimulatedVolume, in region: Region) -> Double? {
        life.drawn.natives.policies.filter { policy in
            policy.region == volume.region && volume.tags["snapshots"] == policy.name
                && (region == volume.region || policy.copies.contains { $0.region == region })
                && account.lifecyclePolicies.policies[policy.region]?.values
                    .contains { $0.description == policy.name && $0.state == "ENABLED" } ?? false
        }.map(\.gap).min()
    }

    /// - Parameter telling: only what says whose it is, for nobody can know it of others.
    private func newest(
        of volume: SimulatedVolume, in region: Region, _ account: SimulatedAccount, telling: Bool = false
    ) -> Date? {
        NativeRemains(account: account, stops: life.stops).copies(of: volume)
            .filter { $0.region == region && $0.kind == .history && ($0.tellsOrigin || !telling) }
            .map(\.moments.upperBound).max()
    }

    /// Lets life go on for some runs, and looks when the newest snapshot is first older than that or gone; nil is
    /// never.
    private func firstGap(of volume: SimulatedVolume, in region: Region, bound: Double) -> Date? {
        var later = account
        // What fails from now on nobody can know of.
        later.volumes.failingCopies = [:]
        for _ in 0..<8 {
            later.advance(by: .seconds(bound / 4))
            guard let newest = newest(of: volume, in: region, later), later.now.timeIntervalSince(newest) <= bound
            else { return later.now }
        }
        return nil
    }
}
