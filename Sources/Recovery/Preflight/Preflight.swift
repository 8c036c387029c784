package import AWSModel
import Posture

/// What has to be looked at before a recovery, and what was found.
package struct Preflight: Hashable, Sendable, Codable {
    /// A read-only check that a plan needs.
    package struct Item: Hashable, Sendable, Codable {
        package var name: String
        package var asks: String
        package var region: Region
        /// Regions that have to be up for the call it is about, besides the one that is asked (7.1, 7.2).
        package var dependsOn: [Region]
    }

    package var items: [Item]
    /// One for each item, then what was found besides.
    package var checks: [PreflightCheck]

    /// - Parameter found: nil where nothing could be checked: every item is unknown then.
    package init(_ draft: Draft, found: [PreflightCheck]?) {
        items = Self.items(for: draft)
        var rest = found ?? []
        checks = items.map { item in
            guard let place = rest.firstIndex(where: { $0.name == item.name }) else {
                return PreflightCheck(
                    name: item.name, result: .unknown, detail: "not checked: \(item.asks)", dependsOn: item.dependsOn)
            }
            var check = rest.remove(at: place)
            check.dependsOn = Array(Set(check.dependsOn + item.dependsOn)).sorted()
            return check
        }
        checks += rest
        for index in checks.indices {
            guard let dark = checks[index].dependsOn.first(where: draft.incident.isDark) else { continue }
            if checks[index].result == .passed { checks[index].result = .warning }
            checks[index].advice = checks[index].advice ?? "This needs \(dark), which is lost: it may fail."
        }
    }

    package var blocks: Bool { checks.contains { $0.result == .failed } }
    package var warns: Bool { checks.contains { $0.result == .unknown || $0.result == .warning } }

    /// The checks that a draft needs.
    package static func items(for draft: Draft) -> [Item] {
        let region = draft.region
        var items: [Item] = []
        func add(_ name: String, _ asks: String, in other: Region? = nil, dependsOn: [Region] = []) {
            items.append(Item(name: name, asks: asks, region: other ?? region, dependsOn: dependsOn))
        }
        switch draft.way.means {
        case .restoreJob:
            add("recovery point", "is it there, completed, and not about to expire?")
            add("cold storage", "is it in cold storage?")
            add("vault", "is the vault available, and its lock no hindrance?")
            add("running job", "is the resource being restored already?")
        case .repointBucket:
            add("replica", "does the bucket answer, and what is pending or failed?", in: draft.way.region)
        case .promoteReplica: add("replica", "is it available and replicating?")
        case .globalFailover: add("global database", "is the secondary in step, and no failover under way?")
        case .repointTable: add("replica", "is the replica table active?")
        case .breakReplication: add("replica", "when was it last in step?")
        case .pointInTime: add("restore window", "is the moment within what is kept?")
        case .createVolume: add("snapshot", "is it completed, and under a key that can be used?")
        case .undelete: add("versions", "are there versions and markers under the prefix?")
        case .backfill: add("replication rule", "is there a rule that is enabled?")
        case .byHand: break
        }
        if draft.names["role"] != nil {
            add("role", "does it exist, and who may take it?")
            add("role permissions", "may it restore \(draft.resource.backupType)?")
        }
        if draft.names["key"] != nil { add("key", "is it enabled, and of \(region)?") }
        if draft.names["subnet-group"] != nil { add("subnet group", "is it there, with subnets in two zones?") }
        if draft.names["security-groups"] != nil { add("security groups", "are they there, in the group's network?") }
        if draft.names["availability-zone"] != nil { add("availability zone", "is it available?") }
        if draft.isNew { add("free name", "does nothing have the name \(draft.name) yet?") }
        for action in draft.actions { Self.add(action, of: draft, to: &items) }
        return items
    }

    private static func add(_ action: RecoveryAction, of draft: Draft, to items: inout [Item]) {
        func add(_ name: String, _ asks: String, dependsOn: [Region] = []) {
            items.append(Item(name: name, asks: asks, region: draft.region, dependsOn: dependsOn))
        }
        switch action {
        case .startRestoreJob(_, "S3", _, let metadata):
            if metadata["NewBucket"] == "true" {
                add("new bucket", "can a bucket be made?", dependsOn: ["us-east-1"])
            } else {
                add("versioning", "is versioning on in \(draft.name)?")
                add("EventBridge", "does \(draft.name) tell EventBridge of changes? Only later backups need it.")
            }
        case .startRestoreJob(_, "RDS", _, _), .startRestoreJob(_, "Aurora", _, _), .restoreDBInstanceToPointInTime,
            .restoreDBClusterToPointInTime:
            add("quota", "is there room for one more database?")
        case .startRestoreJob(_, "EBS", _, _), .createVolume: add("quota", "is there room for its storage?")
        case .createDBInstance(_, _, _, let size): add("instance class", "is \(size) offered here for the engine?")
        case .switchoverGlobalCluster:
            add("home region", "does it answer?", dependsOn: draft.resource.region.map { [$0] } ?? [])
        case .deleteFileSystemReplication(_, false):
            add("home region", "does it answer?", dependsOn: draft.resource.region.map { [$0] } ?? [])
        case .submitRoutes: add("access point", "are both buckets behind it?")
        case .startRestoreJob, .promoteReadReplica, .failoverGlobalCluster, .restoreTableToPointInTime,
            .deleteFileSystemReplication, .removeDeleteMarkers, .restoreVersions, .createReplicationJob:
            break
        }
    }
}
