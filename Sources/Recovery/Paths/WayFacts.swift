import AWSModel
import Foundation
import Posture

/// What the calls of a way need to know besides its path, from the inventory.
struct WayFacts {
    let inventory: Inventory
    let prices: PriceList
    let now: Date
    private let points: [String: (point: RecoveryPoint, vault: BackupVault)]
    let native: [Region: NativeRegion]

    init(_ inventory: Inventory, prices: PriceList, now: Date) {
        self.inventory = inventory
        self.prices = prices
        self.now = now
        var points: [String: (RecoveryPoint, BackupVault)] = [:]
        for contents in inventory.backup.flatMap({ $0.vaults.value ?? [] }) {
            for resource in contents.resources.value ?? [] {
                if let point = resource.newest.value { points[point.arn.text] = (point, contents.vault) }
            }
        }
        self.points = points
        native = Dictionary((inventory.native ?? []).map { ($0.region, $0) }, uniquingKeysWith: { a, _ in a })
    }

    /// Best first, each with why it is worse than the best.
    func ways(to resource: ResourceAssessment, _ incident: Incident) -> [RecoveryWay] {
        var ways: [RecoveryWay] = []
        for path in resource.paths {
            let way = weighed(way(path, of: resource, incident), of: resource, incident)
            if !ways.contains(where: { $0.id == way.id }) { ways.append(way) }
        }
        // What the bucket itself kept needs nothing moved afterwards.
        if ways.contains(where: \.isOfReplica) {
            ways = ways.filter { !$0.isOfReplica } + ways.filter(\.isOfReplica)
            ways = ways.filter(\.suffices) + ways.filter { !$0.suffices }
        }
        if let best = ways.first {
            for index in ways.indices.dropFirst() { ways[index].worse = ways[index].drawbacks(against: best) }
        }
        if let backfill = backfill(of: resource, incident) { ways.append(backfill) }
        return ways
    }

    private func way(
        _ path: RecoveryPath, of resource: ResourceAssessment, _ incident: Incident
    ) -> RecoveryWay {
        var way = RecoveryWay(
            means: .byHand, mechanism: path.mechanism, region: path.region, target: path.target,
            recoveryPoint: path.recoveryPoint, recoveryTime: path.recoveryTime, assurance: path.assurance,
            suffices: path.suffices, reasons: path.reasons)
        way.readAt = inventory.takenAt
        switch path.mechanism {
        case .backup, .backupCopy, .vaultLock: addPoint(to: &way, of: resource)
        case .s3Replication: addReplica(to: &way, of: resource, incident)
        case .rdsReadReplica: addDatabaseReplica(to: &way, of: resource)
        case .rdsAutomatedBackupReplication: addReplicatedBackups(to: &way)
        case .auroraGlobalDatabase: addGlobalCluster(to: &way, of: resource)
        case .dynamoDBGlobalTable: way.means = .repointTable
        case .ebsSnapshot, .ebsSnapshotCopy: way.means = .createVolume
        case .efsReplication: addReplication(to: &way, of: resource)
        case .s3Versioning, .s3ObjectLock: way.means = .undelete
        case .pitr: addWindow(to: &way, of: resource)
        case .rdsSnapshot, .rdsSnapshotCopy, .dynamoDBBackup: break
        }
        if resource.region == nil {
            way.reasons.insert("its own region is not known", at: 0)
        }
        return way
    }

    /// What a rule has not replicated yet, where the source can still be read (1.21).
    private func backfill(of resource: ResourceAssessment, _ incident: Incident) -> RecoveryWay? {
        guard resource.type == .s3Bucket, let region = resource.region, !incident.isDark(region),
            let bucket = inventory.buckets.first(where: { $0.name == resource.name }),
            bucket.replication.value?.rules.isEmpty == false
        else { return nil }
        var way = RecoveryWay(
            means: .backfill, mechanism: .s3Replication, region: region, target: resource.arn, suffices: false,
            reasons: ["it brings nothing back: it fills the replica, for the day that it is needed"])
        way.worse = ["it brings nothing back by itself"]
        return way
    }

    // MARK: AWS Backup

    private func addPoint(to way: inout RecoveryWay, of resource: ResourceAssessment) {
        guard let (point, vault) = points[way.target] else {
            way.reasons.insert("no recovery point was made yet: it is planned only", at: 0)
            return
        }
        // The image of an instance holds its volumes, and AWS Backup restores the instance as a whole.
        guard point.resourceARN == nil || point.resourceARN == resource.arn else {
            addImage(point, to: &way)
            return
        }
        way.means = .restoreJob
        way.point = PointDetails(point, in: vault.name, isCopy: way.mechanism == .backupCopy)
        way.pastRestores = PastRestores(inventory, of: resource.type.backupName, size: point.size, in: way.region)
        if point.status == .known(.available) { way.details["latest"] = now.formatted(.iso8601) }
        if resource.type == .auroraCluster || resource.type == .rdsCluster {
            way.details["engine"] = cluster(resource)?.engine
        }
        if resource.type == .s3Bucket { way.details["cost"] = cost(of: point, in: way.region) }
    }

    /// One volume of an image: what AWS Backup restores of it is an instance.
    private func addImage(_ point: RecoveryPoint, to way: inout RecoveryWay) {
        let image = ARN.identifier(of: point.arn.text)
        let query = "Images[].BlockDeviceMappings[].[DeviceName,Ebs.SnapshotId]"
        let commands = [
            ["describe-images", "--image-ids", image, "--query", query, "--output", "text"],
            ["create-volume", "--snapshot-id", "SNAPSHOT-ID", "--availability-zone", "AVAILABILITY-ZONE"],
        ].map { words in
            (["aws", "ec2"] + words + ["--region", way.region.name]).map(PlannedCall.quoted).joined(separator: " ")
        }
        way.details["command"] = commands.joined(separator: "\n")
        way.details["title"] = "make a volume of the image \(image)"
        way.reasons.insert(
            "the image of its instance holds it, and Lifeboat has no call for one volume of that: \(commands[0]) tells "
                + "the snapshot of each device, and then \(commands[1])", at: 0)
    }

    private func cost(of point: RecoveryPoint, in region: Region) -> String {
        let fee = "the fee of the restore itself is not known"
        guard let size = point.size else { return "its size was not read, so the storage is not known; \(fee)" }
        guard let price = prices.price(.storage("STANDARD"), in: region) else {
            return "no price of storage in \(region); \(fee)"
        }
        return "\(Money(size.bytes, at: price, per: 1 << 30).words) a month of storage at most; \(fee)"
    }

    // MARK: Replicas

    /// Served as it is only where it has not followed its source into what happened: a replica of what was overwritten
    /// is overwritten, and keeps what was before as earlier versions (1.7, 5.1 note 4).
    private func addReplica(to way: inout RecoveryWay, of resource: ResourceAssessment, _ incident: Incident) {
        let destination = ARN(way.target)?.resource
        switch incident.kind {
        case .regionLost: way.means = .repointBucket
        case .corrupted:
            way.means = .undelete
            way.reasons.insert("it holds the corrupted state too: only its earlier versions are good", at: 0)
        case .deleted where takesDeletions(destination, of: resource):
            way.means = .undelete
            way.reasons.insert("the deletion reaches it too: its delete markers are removed there", at: 0)
        case .deleted: way.means = .repointBucket
        }
        for metrics in inventory.replicationMetrics
        where metrics.sourceBucket == resource.name && metrics.destinationBucket == destination {
            let pending = metrics.operationsPending.value.map { "\(Int64(clamping: $0))" } ?? "an unknown number"
            let failed = metrics.operationsFailed.value.map { "\(Int64(clamping: $0))" } ?? "an unknown number"
            way.reasons.append("rule \(metrics.ruleID): \(pending) operations pending, \(failed) failed")
        }
    }

    /// Whether delete markers reach a replica (1.6): also where that is not known for certain.
    private func takesDeletions(_ destination: String?, of resource: ResourceAssessment) -> Bool {
        let rules = inventory.buckets.first { $0.name == resource.name }?.replication.value?.rules ?? []
        let own = rules.filter { $0.isEnabled && $0.destination.bucketName == destination }
        return own.isEmpty || own.contains { !$0.isV2 || $0.deleteMarkerReplication == .known(.enabled) }
    }

    /// A replica is promoted; what the resource itself replicates writes already, and a promotion would cut it off from
    /// its own source for good (3.2).
    private func addDatabaseReplica(to way: inout RecoveryWay, of resource: ResourceAssessment) {
        let database = resource.region.flatMap {
            native[$0]?.databases.value?.first { $0.arn.text == resource.arn }
        }
        if sources(of: database).contains(way.target) || cluster(resource)?.replicationSource == way.target {
            way.means = .repoint
        } else if ARN(way.target)?.resource.hasPrefix("cluster:") == true {
            // PromoteReadReplica knows instances alone.
            let command = [
                "aws", "rds", "promote-read-replica-db-cluster", "--db-cluster-identifier", way.identifier, "--region",
                way.region.name,
            ].map(PlannedCall.quoted).joined(separator: " ")
            way.details["command"] = command
            way.details["title"] = "promote the replica \(way.identifier)"
            way.reasons.insert("Lifeboat has no call that promotes a cluster: \(command)", at: 0)
        } else {
            way.means = .promoteReplica
        }
    }

    /// What a database replicates, what that one replicates, and so on as far as it was read.
    private func sources(of database: DBInstance?) -> Set<String> {
        var found: Set<String> = []
        var follower = database
        while let replica = follower, let source = replica.replicaSource {
            // Within a region a replica names its source by its identifier alone.
            let arn =
                ARN(source)
                ?? ARN(
                    partition: replica.arn.partition, service: "rds", region: replica.arn.region,
                    account: replica.arn.account, resource: "db:\(source)")
            guard found.insert(arn.text).inserted else { break }
            follower = arn.region.flatMap { native[$0]?.databases.value?.first { $0.arn == arn } }
        }
        return found
    }

    private func addReplicatedBackups(to way: inout RecoveryWay) {
        way.means = .pointInTime
        way.details["source"] = way.target
        let backup = (native[way.region]?.automatedBackups.value ?? []).first { $0.arn == way.target }
        way.details["earliest"] = backup?.earliestRestorableTime?.formatted(.iso8601)
        way.details["latest"] = backup?.latestRestorableTime?.formatted(.iso8601)
    }

    private func addGlobalCluster(to way: inout RecoveryWay, of resource: ResourceAssessment) {
        way.means = .globalFailover
        let listed = inventory.native ?? []
        for global in listed.flatMap({ $0.globalClusters.value ?? [] }) {
            guard global.members.contains(where: { $0.clusterARN.text == way.target }) else { continue }
            way.details["global-cluster"] = global.identifier
            way.details["engine"] = global.engine
        }
        if isWriter(way.target, besides: resource) { way.means = .repoint }
        guard let cluster = native[way.region]?.clusters.value?.first(where: { $0.arn.text == way.target }) else {
            return
        }
        way.details["engine"] = cluster.engine
        if cluster.members.isEmpty { way.details["headless"] = "true" }
    }

    /// Whether a cluster is the writer of a resource's global database; the resource's own region knows best.
    private func isWriter(_ cluster: String, besides resource: ResourceAssessment) -> Bool {
        let own = resource.region.flatMap { native[$0]?.globalClusters.value } ?? []
        let others = (inventory.native ?? []).flatMap { $0.globalClusters.value ?? [] }
        let global = (own + others).first { global in
            global.members.contains { $0.clusterARN.text == resource.arn }
        }
        return global?.members.contains { $0.clusterARN.text == cluster && $0.isWriter } ?? false
    }

    /// The end of a replication makes its destination writable; its source is written to as it is (3.7).
    private func addReplication(to way: inout RecoveryWay, of resource: ResourceAssessment) {
        let own = ARN.identifier(of: resource.arn)
        let source = way.identifier
        let isSource = (inventory.native ?? []).flatMap { $0.fileSystemReplications.value ?? [] }.contains {
            $0.sourceID == source && $0.destinations.contains { $0.fileSystem == own }
        }
        way.means = isSource ? .repoint : .breakReplication
        way.details["source"] = isSource ? source : own
    }

    // MARK: Point in time

    private func addWindow(to way: inout RecoveryWay, of resource: ResourceAssessment) {
        way.means = .pointInTime
        way.details["source"] = ARN.identifier(of: resource.arn)
        guard let native = native[way.region] else { return }
        switch resource.type {
        case .dynamoDBTable:
            let table = native.tables.value?.first { $0.name == ARN.identifier(of: resource.arn) }
            way.details["earliest"] = table?.pointInTimeRecovery.value?.earliest?.formatted(.iso8601)
            way.details["latest"] = table?.pointInTimeRecovery.value?.latest?.formatted(.iso8601)
        case .rdsInstance:
            let database = native.databases.value?.first { $0.arn.text == resource.arn }
            way.details["latest"] = database?.latestRestorableTime?.formatted(.iso8601)
        default:
            way.details["latest"] = cluster(resource)?.latestRestorableTime?.formatted(.iso8601)
            way.details["engine"] = cluster(resource)?.engine
        }
    }

    private func cluster(_ resource: ResourceAssessment) -> DBCluster? {
        resource.region.flatMap { native[$0]?.clusters.value?.first { $0.arn.text == resource.arn } }
    }
}

extension Int64 {
    /// A count that arrives as a number of any kind.
    fileprivate init(clamping value: Double) {
        self = value.isFinite ? Int64(Swift.min(Swift.max(0, value), 1e15)) : 0
    }
}
