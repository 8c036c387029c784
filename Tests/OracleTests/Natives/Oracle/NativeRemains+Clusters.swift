import AWSModel
import Foundation
import SimulatedAWS

extension NativeRemains {
    func copies(of cluster: SimulatedDBCluster) -> [NativeCopy] {
        family(of: cluster) + automatedBackups(of: cluster)
            + snapshots(ofResource: cluster.resourceID)
    }

    /// The cluster, its global database, and the clusters that replicate it or that it replicates (3.3).
    private func family(of cluster: SimulatedDBCluster) -> [NativeCopy] {
        let all = account.databases.clusters.values.flatMap(\.values)
        let global = account.databases.globalClusters.values.first { global in
            global.members.contains { $0.cluster == cluster.arn }
        }
        let writer = writer(of: cluster)
        return all.compactMap { other in
            if other.arn == cluster.arn || other.arn == writer || other.arn == cluster.sourceARN {
                return copy(other, .original, at: account.now)
            }
            let isMember = global?.members.contains { $0.cluster == other.arn } ?? false
            guard isMember || other.sourceARN == cluster.arn || (writer != nil && other.sourceARN == writer) else {
                return nil
            }
            // What its source does not feed any more stands still; that the source's region is gone is asked of here.
            let source = other.sourceARN ?? writer
            let isFed = source == cluster.arn || all.first { $0.arn == source }.map(works) ?? false
            return copy(
                other, .follower, isFed: isFed, at: stops[other.arn.text] ?? moment(behind: other.lagSeconds))
        }
    }

    /// What writes for its global database; nil without one.
    func writer(of cluster: SimulatedDBCluster) -> ARN? {
        account.databases.globalClusters.values.first { global in
            global.members.contains { $0.cluster == cluster.arn }
        }?.members.first(where: \.isWriter)?.cluster
    }

    private func copy(
        _ cluster: SimulatedDBCluster, _ kind: NativeCopy.Kind, isFed: Bool = true, at moment: Date
    ) -> NativeCopy? {
        guard isReadable(cluster.keyARN, in: cluster.region) else { return nil }
        return NativeCopy(
            kind: kind, what: "cluster \(cluster.identifier)", region: cluster.region, moments: moment...moment,
            goesOn: isFed && works(cluster) && stops[cluster.arn.text] == nil && cluster.lagSeconds != -1)
    }

    private func works(_ cluster: SimulatedDBCluster) -> Bool {
        ["available", "backing-up", "rebooting"].contains(cluster.status)
            && isReadable(cluster.keyARN, in: cluster.region)
    }

    private func automatedBackups(of cluster: SimulatedDBCluster) -> [NativeCopy] {
        guard let now = account.databases.clusters[cluster.region]?[cluster.identifier],
            now.resourceID == cluster.resourceID, isReadable(now.keyARN, in: now.region)
        else { return [] }
        return [
            NativeCopy(
                kind: .history, what: "automated backups", region: now.region,
                moments: now.restorableRange(at: account.now), goesOn: true)
        ]
    }
}
