import AWSModel
import Foundation
import SimulatedAWS

/// What can still be had of databases, volumes, tables and file systems from the stores of an account.
struct NativeRemains: Sendable {
    let account: SimulatedAccount
    /// When what followed another resource stopped to, by its ARN.
    let stops: [String: Date]
    /// The region that is gone.
    var lost: Region?
    /// Whether what is there counts also where its key does not work.
    var ignoresKeys = false

    /// What is left of a resource, of itself and of what it follows too.
    func copies(of resource: NativeResource) -> [NativeCopy] {
        let above = sources(of: resource).dropFirst().flatMap { source in
            ownCopies(of: source).map { copy in
                var copy = copy
                // What follows a source that does not work any more stands still.
                if copy.kind == .follower { copy.goesOn = copy.goesOn && isReadable(source.keyARN, in: source.region) }
                return copy
            }
        }
        return (ownCopies(of: resource) + above).filter { $0.region != lost }
    }

    private func ownCopies(of resource: NativeResource) -> [NativeCopy] {
        switch resource {
        case .database(let instance): copies(of: instance)
        case .cluster(let cluster): copies(of: cluster)
        case .table(let table): copies(of: table)
        case .volume(let volume): copies(of: volume)
        case .fileSystem(let fileSystem): copies(of: fileSystem)
        }
    }

    /// The resource, what it follows, what that follows; replicas of instances have theirs looked after there.
    func sources(of resource: NativeResource) -> [NativeResource] {
        switch resource {
        case .cluster(let cluster):
            let above = account.databases.clusters.values.flatMap(\.values)
                .filter { $0.arn == writer(of: cluster) || $0.arn == cluster.sourceARN }
            return [resource] + above.filter { $0.arn != cluster.arn }.map { .cluster($0) }
        case .fileSystem(let fileSystem):
            let sources = account.fileSystems.replications.filter { $0.destination == fileSystem.arn }.map(\.source)
            let all = account.fileSystems.fileSystems.values.flatMap(\.values)
            return [resource] + all.filter { sources.contains($0.arn) }.map { .fileSystem($0) }
        case .database, .table, .volume: return [resource]
        }
    }

    /// Its ARN, and those of what it follows: their recovery points are its own.
    func arns(of resource: NativeResource) -> [String] {
        switch resource {
        case .database(let instance): [resource.arn] + sources(of: instance).dropFirst().map(\.arn.text)
        case .cluster, .table, .volume, .fileSystem: sources(of: resource).map(\.arn)
        }
    }

    /// Whether nobody can tell how far something is behind that follows it, or whose copies those of a policy are.
    func canBeUnknown(_ resource: NativeResource) -> Bool {
        switch resource {
        case .database: account.databases.instances.values.flatMap(\.values).contains { $0.lagSeconds == -1 }
        case .cluster(let cluster):
            // Outside of a global database a metric alone says whether a cluster replicates (3.3).
            account.databases.clusters.values.flatMap(\.values).contains {
                $0.lagSeconds == -1 || ($0.sourceARN == cluster.arn && $0.lagSeconds == nil)
            }
        case .volume(let volume):
            account.volumes.snapshots.contains { region, held in
                region != volume.region
                    && held.values.contains { $0.origin != nil && isPolicys($0) && !tellsOrigin($0, in: volume.region) }
            }
        case .table, .fileSystem: false
        }
    }

    /// Whether what is encrypted with a key can be read in a region: a key never leaves its own.
    func isReadable(_ key: String?, in region: Region) -> Bool {
        guard let key, !ignoresKeys else { return true }
        return account.keys.find(key, in: region)?.state == .enabled
    }

    /// What was true so long ago is what something that lags holds now.
    func moment(behind seconds: Double?) -> Date { account.now.addingTimeInterval(-max(0, seconds ?? 1)) }
}
