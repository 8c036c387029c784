package import AWSModel
package import Foundation

/// The databases of an account: instances and clusters by region and identifier, global clusters, replicated backups.
package struct DatabaseStore: Sendable {
    package internal(set) var instances: [Region: [String: SimulatedDBInstance]] = [:]
    package internal(set) var clusters: [Region: [String: SimulatedDBCluster]] = [:]
    package internal(set) var globalClusters: [String: SimulatedGlobalCluster] = [:]
    /// By the region that holds them.
    package internal(set) var backupReplications: [Region: [SimulatedBackupReplication]] = [:]
    /// Those that were made by hand, by the region that holds them and their ARN.
    package internal(set) var snapshots: [Region: [String: RDSSnapshot]] = [:]
    private var ids = SequenceOfIDs(seed: "rds")

    func sortedInstances(in region: Region) -> [SimulatedDBInstance] {
        (instances[region] ?? [:]).values.sorted { $0.identifier < $1.identifier }
    }

    func sortedClusters(in region: Region) -> [SimulatedDBCluster] {
        (clusters[region] ?? [:]).values.sorted { $0.identifier < $1.identifier }
    }

    func resources(in region: Region) -> [SimulatedResource] {
        sortedInstances(in: region).compactMap(\.resource) + sortedClusters(in: region).map(\.resource)
    }

    package func instance(_ arn: ARN) -> SimulatedDBInstance? {
        arn.region.flatMap { instances[$0]?[String(arn.resource.dropFirst("db:".count))] }
    }

    func engine(ofCluster text: String?) -> String? {
        guard let arn = text.flatMap(ARN.init), let region = arn.region else { return nil }
        return clusters[region]?[String(arn.resource.dropFirst("cluster:".count))]?.engine
    }

    /// The instances of a cluster; the first of them writes.
    func members(of cluster: SimulatedDBCluster) -> [SimulatedDBInstance] {
        sortedInstances(in: cluster.region).filter { $0.clusterIdentifier == cluster.identifier }
    }

    /// The read replicas of an instance, wherever they are.
    func replicas(of instance: SimulatedDBInstance) -> [SimulatedDBInstance] {
        instances.values.flatMap(\.values).filter { $0.sourceARN == instance.arn }.sorted { $0.arn < $1.arn }
    }

    /// The clusters that replicate one outside of any global database, wherever they are.
    func replicas(of cluster: SimulatedDBCluster) -> [SimulatedDBCluster] {
        clusters.values.flatMap(\.values).filter { $0.sourceARN == cluster.arn }.sorted { $0.arn < $1.arn }
    }

    /// The replications of an instance's automated backups that go on.
    func backupReplications(of instance: SimulatedDBInstance) -> [SimulatedBackupReplication] {
        backupReplications.values.joined()
            .filter { $0.source.resourceID == instance.resourceID && $0.stoppedAt == nil }.sorted { $0.arn < $1.arn }
    }

    func globalCluster(of cluster: SimulatedDBCluster) -> SimulatedGlobalCluster? {
        globalClusters.values.first { global in global.members.contains { $0.cluster == cluster.arn } }
    }

    /// A new instance, available at once, in place of any of that identifier.
    @discardableResult
    package mutating func addInstance(
        _ identifier: String, in region: Region, account: AccountID, at now: Date
    ) -> SimulatedDBInstance {
        let instance = SimulatedDBInstance(
            identifier: identifier, region: region, arn: arn(region, account, "db:" + identifier),
            resourceID: "db-" + resourceID(), createdAt: now)
        instances[region, default: [:]][identifier] = instance
        return instance
    }

    @discardableResult
    package mutating func addCluster(
        _ identifier: String, in region: Region, account: AccountID, at now: Date
    ) -> SimulatedDBCluster {
        let cluster = SimulatedDBCluster(
            identifier: identifier, region: region, arn: arn(region, account, "cluster:" + identifier),
            resourceID: "cluster-" + resourceID(), createdAt: now)
        clusters[region, default: [:]][identifier] = cluster
        return cluster
    }

    @discardableResult
    package mutating func addGlobalCluster(
        _ identifier: String, in region: Region, account: AccountID, engine: String, engineVersion: String
    ) -> SimulatedGlobalCluster {
        // The name of a global cluster has no region.
        let arn = ARN(
            partition: region.partition, service: "rds", account: account, resource: "global-cluster:" + identifier)
        let global = SimulatedGlobalCluster(
            identifier: identifier, arn: arn, resourceID: "cluster-" + resourceID().prefix(16).lowercased(),
            home: region, engine: engine, engineVersion: engineVersion)
        globalClusters[identifier] = global
        return global
    }

    /// Joins a cluster to a global cluster; the first one writes.
    package mutating func join(_ cluster: SimulatedDBCluster, to global: String) {
        let isFirst = globalClusters[global]?.members.isEmpty ?? true
        globalClusters[global]?.members.append(.init(cluster: cluster.arn, isWriter: isFirst))
    }

    /// Replicates the automated backups of an instance into a region.
    @discardableResult
    package mutating func replicateBackups(
        of instance: SimulatedDBInstance, to region: Region, account: AccountID, retentionDays: Int = 7,
        keyARN: String? = nil, at now: Date
    ) -> SimulatedBackupReplication {
        let replication = SimulatedBackupReplication(
            arn: arn(region, account, "auto-backup:ab-" + resourceID().lowercased()), source: instance, startedAt: now,
            retentionDays: retentionDays, keyARN: keyARN)
        backupReplications[region, default: []].append(replication)
        return replication
    }

    package mutating func updateBackupReplication(
        _ arn: ARN, _ change: (inout SimulatedBackupReplication) -> Void
    ) {
        guard let region = arn.region, var held = backupReplications[region] else { return }
        for index in held.indices where held[index].arn == arn { change(&held[index]) }
        backupReplications[region] = held
    }

    package mutating func updateInstance(
        _ identifier: String, in region: Region, _ change: (inout SimulatedDBInstance) -> Void
    ) {
        guard var instance = instances[region]?[identifier] else { return }
        change(&instance)
        instances[region]?[identifier] = instance
    }

    package mutating func updateCluster(
        _ identifier: String, in region: Region, _ change: (inout SimulatedDBCluster) -> Void
    ) {
        guard var cluster = clusters[region]?[identifier] else { return }
        change(&cluster)
        clusters[region]?[identifier] = cluster
    }

    package mutating func updateGlobalCluster(
        _ identifier: String, _ change: (inout SimulatedGlobalCluster) -> Void
    ) {
        guard var global = globalClusters[identifier] else { return }
        change(&global)
        globalClusters[identifier] = global
    }

    /// Lets the promotions and the changes of writers that are due happen.
    mutating func settle(at now: Date) {
        for (region, held) in instances {
            for instance in held.values where instance.promotedAt.map({ $0 <= now }) ?? false {
                updateInstance(instance.identifier, in: region) {
                    $0.sourceARN = nil
                    $0.replicationError = nil
                    $0.promotedAt = nil
                }
            }
        }
        for (identifier, global) in globalClusters {
            guard let failover = global.failover, failover.endsAt <= now else { continue }
            for index in global.members.indices {
                globalClusters[identifier]?.members[index].isWriter = global.members[index].cluster == failover.to
            }
            globalClusters[identifier]?.failover = nil
        }
    }

    private func arn(_ region: Region, _ account: AccountID, _ resource: String) -> ARN {
        ARN(partition: region.partition, service: "rds", region: region, account: account, resource: resource)
    }

    private mutating func resourceID() -> String { String(ids.uuid().filter { $0 != "-" }.prefix(26)).uppercased() }
}
