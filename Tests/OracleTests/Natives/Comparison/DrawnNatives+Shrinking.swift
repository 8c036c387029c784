extension DrawnNatives {
    /// Each with one thing less.
    var candidates: [DrawnNatives] {
        var found: [DrawnNatives] = []
        func add(_ change: (inout DrawnNatives) -> Void) {
            var candidate = self
            change(&candidate)
            found.append(candidate)
        }
        for index in databases.indices { add { $0.databases.remove(at: index) } }
        for index in clusters.indices { add { $0.clusters.remove(at: index) } }
        for index in tables.indices { add { $0.tables.remove(at: index) } }
        for index in volumes.indices { add { $0.volumes.remove(at: index) } }
        for index in policies.indices { add { $0.policies.remove(at: index) } }
        for index in fileSystems.indices { add { $0.fileSystems.remove(at: index) } }
        for (index, database) in databases.enumerated() {
            for replica in database.replicas.indices { add { $0.databases[index].replicas.remove(at: replica) } }
            for kept in database.keptBackups.indices { add { $0.databases[index].keptBackups.remove(at: kept) } }
            for snapshot in database.snapshots.indices { add { $0.databases[index].snapshots.remove(at: snapshot) } }
            if database.basics.key != nil { add { $0.databases[index].basics.key = nil } }
        }
        for (index, cluster) in clusters.enumerated() {
            for number in cluster.secondaries.indices { add { $0.clusters[index].secondaries.remove(at: number) } }
            for number in cluster.replicas.indices { add { $0.clusters[index].replicas.remove(at: number) } }
            for number in cluster.snapshots.indices { add { $0.clusters[index].snapshots.remove(at: number) } }
        }
        for (index, table) in tables.enumerated() {
            for number in table.replicas.indices { add { $0.tables[index].replicas.remove(at: number) } }
        }
        for (index, volume) in volumes.enumerated() {
            for number in volume.snapshots.indices { add { $0.volumes[index].snapshots.remove(at: number) } }
        }
        for (index, policy) in policies.enumerated() {
            for number in policy.copies.indices { add { $0.policies[index].copies.remove(at: number) } }
        }
        return found
    }
}
