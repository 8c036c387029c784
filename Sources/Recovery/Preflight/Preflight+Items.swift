import AWSModel
import Posture

/// What each call needs, under the names by which it is answered.
extension Preflight {
    /// The checks that a draft needs; each name once.
    package static func items(for draft: Draft) -> [Item] {
        var list = ItemList(region: draft.region, global: draft.globalRegion)
        switch draft.way.means {
        case .repoint:
            switch draft.resource.type {
            case .efsFileSystem: list.add("file system is available", "is \(draft.name) there?")
            case .rdsCluster, .auroraCluster:
                list.add("cluster is available", "is \(draft.name) there?")
                list.add("cluster has an instance", "does \(draft.name) serve anybody?")
            default: list.add("instance is available", "is \(draft.name) there?")
            }
        case .repointBucket:
            list.add("bucket exists", "is the replica there?", in: draft.way.region)
            list.add("objects can be read", "does it answer with objects?", in: draft.way.region)
        case .repointTable: list.add("table is active", "is the replica table active?", in: draft.way.region)
        case .restoreJob, .promoteReplica, .globalFailover, .breakReplication, .pointInTime, .createVolume, .undelete,
            .backfill, .byHand:
            break
        }
        for action in draft.actions { list.add(action, of: draft) }
        return list.items
    }
}

private struct ItemList {
    let region: Region
    /// Where IAM answers, and by way of which buckets are made (7.1, 7.2).
    let global: Region
    private(set) var items: [Preflight.Item] = []

    init(region: Region, global: Region) {
        self.region = region
        self.global = global
    }

    mutating func add(_ name: String, _ asks: String, in other: Region? = nil, dependsOn: [Region] = []) {
        guard !items.contains(where: { $0.name == name }) else { return }
        items.append(Preflight.Item(name: name, asks: asks, region: other ?? region, dependsOn: dependsOn))
    }

    mutating func add(_ action: RecoveryAction, of draft: Draft) {
        switch action {
        case .startRestoreJob(_, let type, _, let metadata): addRestore(type, RestoreMetadata(metadata), of: draft)
        case .createDBInstance(_, let cluster, _, let size):
            add("instance name is free", "does no instance have its name yet?")
            if !draft.makes(cluster: cluster) { add("cluster is available", "is \(cluster) there?") }
            add("quota leaves room", "is there room for one more database?")
            add("instance class is offered", "is \(size) offered in \(region) for the engine?")
        case .promoteReadReplica:
            add("instance is a replica that can be promoted", "is it available and replicating?")
        case .failoverGlobalCluster:
            add("cluster can become the writer", "is it of the global database, and no failover under way?")
        case .switchoverGlobalCluster:
            add(
                "cluster can become the writer", "is it in step, and does the home region answer?",
                dependsOn: draft.resource.region.map { [$0] } ?? [])
        case .restoreDBInstanceToPointInTime(_, _, _, let options):
            add("moment can be restored", "is the moment within what is kept?")
            add("instance name is free", "does no instance have its name yet?")
            add("quota leaves room", "is there room for one more database?")
            addNetwork(RestoreMetadata(options))
        case .restoreDBClusterToPointInTime(_, _, _, let options):
            add("cluster is available", "is the cluster that it is made of there?")
            add("moment can be restored", "is the moment within what is kept?")
            add("cluster name is free", "does no cluster have its name yet?")
            add("quota leaves room", "is there room for one more database?")
            addNetwork(RestoreMetadata(options))
        case .restoreTableToPointInTime:
            add("moment can be restored", "is the moment within what is kept?")
            add("table name is free", "does no table have its name yet?")
        case .createVolume(_, _, let options):
            add("snapshot is complete", "is it completed, and not in the archive?")
            addVolume(key: options["KmsKeyId"])
        case .deleteFileSystemReplication(_, let localOnly):
            add(
                "replication is there", "when was the copy last in step?",
                dependsOn: localOnly ? [] : draft.resource.region.map { [$0] } ?? [])
        case .removeDeleteMarkers, .restoreVersions:
            add("versioning is enabled", "does \(draft.name) keep versions?")
        case .createReplicationJob:
            add("bucket has a rule to follow", "is there a rule that is enabled?")
            add("bucket is there", "is there a bucket for the report?")
            addRole(isKnown: true, "may it replicate?")
        case .submitRoutes:
            add("region answers for routes", "is it one of the five that take routes?")
            add("access point leads to both buckets", "are both buckets behind it?")
        }
    }

    private mutating func addRestore(_ type: String, _ metadata: RestoreMetadata, of draft: Draft) {
        add("recovery point can be restored", "is it there, completed, warm, and not about to expire?")
        add("vault is available", "is the vault available, and its lock no hindrance?")
        add("nothing restores it already", "does no job restore the same recovery point?")
        addRole(isKnown: draft.resource.type.isJudged, "may it restore \(type)?")
        if let key = draft.names["key"] { addKey(key) }
        switch draft.resource.type {
        case .s3Bucket where metadata["NewBucket"] == "true":
            add("bucket name is free", "does nobody have a bucket \(draft.name)?", dependsOn: [global])
        case .s3Bucket:
            add("bucket is there", "is \(draft.name) a bucket of \(region)?")
            add("versioning is enabled", "is versioning on in \(draft.name)?")
            add("EventBridge is on", "does \(draft.name) tell EventBridge of changes? Only later backups need it.")
            add("bucket is empty", "does \(draft.name) hold objects that stay as they are?")
        case .rdsInstance:
            add("instance name is free", "does no instance have its name yet?")
            add("quota leaves room", "is there room for one more database?")
            addNetwork(metadata)
        case .rdsCluster, .auroraCluster:
            add("cluster name is free", "does no cluster have its name yet?")
            add("quota leaves room", "is there room for one more database?")
            addNetwork(metadata)
        case .dynamoDBTable: add("table name is free", "does no table have its name yet?")
        case .ebsVolume: addVolume(key: nil)
        case .efsFileSystem where metadata["newFileSystem"] == "false":
            add("file system is available", "is \(draft.name) there?")
        case .efsFileSystem, .other: break
        }
    }

    private mutating func addRole(isKnown: Bool, _ permissions: String) {
        add("role exists", "is it there?", dependsOn: [global])
        add("role can be assumed", "may the service take it?", dependsOn: [global])
        if isKnown { add("role has the permissions", permissions, dependsOn: [global]) }
    }

    private mutating func addKey(_ key: String) { add("key can be used", "is \(key) enabled, and of \(region)?") }

    private mutating func addNetwork(_ options: RestoreMetadata) {
        if options["DBSubnetGroupName"] != nil {
            add("subnet group is there", "is it there, with subnets in two zones?")
        }
        if options["VpcSecurityGroupIds"] != nil {
            add("security groups are there", "are they there, in the group's network?")
        }
    }

    private mutating func addVolume(key: String?) {
        add("zone is available", "is it a zone of \(region), and available?")
        if let key { addKey(key) }
    }
}

extension Preflight {
    /// What a call needs and nothing here can look at, each with the reason.
    package static func unchecked(for draft: Draft) -> [String] {
        let makesVolume = draft.actions.contains { action in
            switch action {
            case .createVolume: true
            case .startRestoreJob: draft.resource.type == .ebsVolume
            default: false
            }
        }
        guard makesVolume else { return [] }
        return [
            "room in the quota of EBS storage in \(draft.region): Service Quotas alone tells of it; a volume beyond it is "
                + "refused, and nothing is made"
        ]
    }
}

extension Draft {
    /// Whether one of its calls makes a cluster, which is not there before.
    package func makes(cluster: String) -> Bool {
        actions.contains { action in
            switch action {
            case .startRestoreJob(_, _, _, let metadata): RestoreMetadata(metadata)["dbClusterIdentifier"] == cluster
            case .restoreDBClusterToPointInTime(_, let target, _, _): target == cluster
            default: false
            }
        }
    }
}

extension Draft {
    /// Of its partition (7.1).
    fileprivate var globalRegion: Region {
        switch ARN(resource.arn)?.partition {
        case "aws-cn": "cn-north-1"
        case "aws-us-gov": "us-gov-west-1"
        default: "us-east-1"
        }
    }
}

extension ResourceType {
    fileprivate var isJudged: Bool { if case .other = self { false } else { true } }
}
