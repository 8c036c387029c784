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
        for (index, database) in databases.enumerated() {
            for replica in database.replicas.indices { add { $0.databases[index].replicas.remove(at: replica) } }
            for kept in database.keptBackups.indices { add { $0.databases[index].keptBackups.remove(at: kept) } }
            for snapshot in database.snapshots.indices { add { $0.databases[index].snapshots.remove(at: snapshot) } }
            if database.basics.key != nil { add { $0.databases[index].basics.key = nil } }
        }
        return found
    }
}
