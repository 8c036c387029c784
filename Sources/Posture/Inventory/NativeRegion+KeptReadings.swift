import AWSModel

extension NativeRegion {
    /// Takes over what an earlier survey had read of this region and this one did not.
    mutating func keepUnreachable(from last: NativeRegion) {
        databases.bridge(by: last.databases)
        clusters.bridge(by: last.clusters)
        globalClusters.bridge(by: last.globalClusters)
        automatedBackups.bridge(by: last.automatedBackups)
        volumes.bridge(by: last.volumes)
        snapshots.bridge(by: last.snapshots)
        fileSystemReplications.bridge(by: last.fileSystemReplications)
        databaseSnapshots.bridge(by: last.databaseSnapshots)
        clusterSnapshots.bridge(by: last.clusterSnapshots)
        tableBackups.bridge(by: last.tableBackups)
        globalTables.bridge(by: last.globalTables)
        tables = tables.bridged(by: last.tables).keepingContents(of: last.tables)
        snapshotPolicies = snapshotPolicies.bridged(by: last.snapshotPolicies)
            .keepingContents(of: last.snapshotPolicies)
        fileSystems = fileSystems.bridged(by: last.fileSystems).keepingContents(of: last.fileSystems)
    }
}

extension Optional {
    /// What a version did not read is nothing to keep.
    fileprivate mutating func bridge<Value>(by last: Reading<Value>?) where Wrapped == Reading<Value> {
        guard let last else { return }
        self = self?.bridged(by: last) ?? last
    }
}

extension Reading<[TableContents]> {
    /// A table that was listed, but of which something did not answer.
    fileprivate func keepingContents(of last: Self) -> Self {
        let before = Dictionary((last.value ?? []).map { ($0.name, $0) }) { first, _ in first }
        return map { tables in
            tables.map { table in
                guard let earlier = before[table.name] else { return table }
                var kept = table
                kept.table.bridge(by: earlier.table)
                kept.pointInTimeRecovery.bridge(by: earlier.pointInTimeRecovery)
                kept.tags.bridge(by: earlier.tags)
                return kept
            }
        }
    }
}

extension Reading<[SnapshotPolicyContents]> {
    /// A policy that was listed, but whose document did not answer.
    fileprivate func keepingContents(of last: Self) -> Self {
        let before = Dictionary((last.value ?? []).map { ($0.id, $0.policy) }) { first, _ in first }
        return map { policies in
            policies.map { policy in
                var kept = policy
                if let earlier = before[policy.id] { kept.policy.bridge(by: earlier) }
                return kept
            }
        }
    }
}

extension Reading<[FileSystemContents]> {
    /// A file system that was listed, but whose backup policy did not answer.
    fileprivate func keepingContents(of last: Self) -> Self {
        let before = Dictionary((last.value ?? []).map { ($0.fileSystem.id, $0.backsUpDaily) }) { first, _ in first }
        return map { fileSystems in
            fileSystems.map { fileSystem in
                var kept = fileSystem
                if let earlier = before[fileSystem.fileSystem.id] { kept.backsUpDaily.bridge(by: earlier) }
                return kept
            }
        }
    }
}
