import AWSCore
import AWSModel
import Foundation

/// Databases as RDS's XML tells them. Not simulated: networks, parameter and option groups, performance, endpoints'
/// host names beyond their form; what is made is available at once.
enum RDSDocuments {
    static func instance(_ instance: SimulatedDBInstance, in store: DatabaseStore, at now: Date) -> [XMLElement] {
        var children: [XMLElement] = [
            .leaf("DBInstanceIdentifier", instance.identifier), .leaf("DBInstanceArn", instance.arn.text),
            .leaf("DbiResourceId", instance.resourceID), .leaf("DBInstanceClass", instance.instanceClass),
            .leaf("Engine", instance.engine), .leaf("EngineVersion", instance.engineVersion),
            .leaf("DBInstanceStatus", instance.status(at: now)), .leaf("MasterUsername", instance.masterUsername),
            .leaf("AllocatedStorage", "\(instance.allocatedStorage)"),
            time("InstanceCreateTime", instance.createdAt), .leaf("AvailabilityZone", instance.zone),
            .leaf("MultiAZ", "\(instance.isMultiAZ)"),
            .leaf("BackupRetentionPeriod", "\(instance.backupRetentionDays)"),
            .leaf("PreferredBackupWindow", SimulatedDBInstance.backupWindow), .leaf("BackupTarget", "region"),
            .leaf("StorageEncrypted", "\(instance.keyARN != nil)"),
            .leaf("DeletionProtection", "\(instance.deletionProtection)"), .leaf("StorageType", "gp3"),
            .leaf("PubliclyAccessible", "false"), tags(instance.tags),
        ]
        if instance.isMultiAZ { children.append(.leaf("SecondaryAvailabilityZone", instance.region.name + "b")) }
        children += optional("KmsKeyId", instance.keyARN)
        children += optional("DBClusterIdentifier", instance.clusterIdentifier)
        children += optional("PreferredMaintenanceWindow", instance.maintenanceWindow)
        if let latest = instance.latestRestorableTime(at: now), instance.clusterIdentifier == nil {
            children.append(time("LatestRestorableTime", latest))
        }
        let port = instance.engine.contains("postgres") ? 5432 : 3306
        children.append(
            .node(
                "Endpoint",
                [
                    .leaf("Address", "\(instance.identifier).lifeboat.\(instance.region).rds.amazonaws.com"),
                    .leaf("Port", "\(port)"),
                ]))
        return children + replication(instance, in: store)
    }

    private static func replication(_ instance: SimulatedDBInstance, in store: DatabaseStore) -> [XMLElement] {
        let replicas = store.replicas(of: instance).map { replica -> XMLElement in
            .leaf(
                "ReadReplicaDBInstanceIdentifier",
                replica.region == instance.region ? replica.identifier : replica.arn.text)
        }
        let backups = store.backupReplications(of: instance).map { replication -> XMLElement in
            .node(
                "DBInstanceAutomatedBackupsReplication",
                [.leaf("DBInstanceAutomatedBackupsArn", replication.arn.text)])
        }
        var children: [XMLElement] = [.node("ReadReplicaDBInstanceIdentifiers", replicas)]
        if !backups.isEmpty { children.append(.node("DBInstanceAutomatedBackupsReplications", backups)) }
        guard let source = instance.sourceARN else { return children }
        let isNear = source.region == instance.region
        children.append(
            .leaf(
                "ReadReplicaSourceDBInstanceIdentifier",
                isNear ? String(source.resource.dropFirst("db:".count)) : source.text))
        var status: [XMLElement] = [
            .leaf("StatusType", "read replication"), .leaf("Normal", "\(instance.replicationError == nil)"),
            .leaf("Status", instance.replicationError == nil ? "replicating" : "error"),
        ]
        status += optional("Message", instance.replicationError)
        children.append(.node("StatusInfos", [.node("DBInstanceStatusInfo", status)]))
        return children
    }

    static func cluster(_ cluster: SimulatedDBCluster, in store: DatabaseStore, at now: Date) -> [XMLElement] {
        let members = store.members(of: cluster)
        let global = store.globalCluster(of: cluster)
        let writer = global?.members.first(where: \.isWriter)?.cluster
        let isSecondary = writer != nil && writer != cluster.arn
        let range = cluster.restorableRange(at: now)
        var children: [XMLElement] = [
            .leaf("DBClusterIdentifier", cluster.identifier), .leaf("DBClusterArn", cluster.arn.text),
            .leaf("DbClusterResourceId", cluster.resourceID), .leaf("Engine", cluster.engine),
            .leaf("EngineVersion", cluster.engineVersion), .leaf("EngineMode", "provisioned"),
            .leaf("Status", cluster.status(at: now)), .leaf("MasterUsername", cluster.masterUsername),
            .leaf("AllocatedStorage", "1"), time("ClusterCreateTime", cluster.createdAt),
            .leaf("BackupRetentionPeriod", "\(cluster.backupRetentionDays)"),
            .leaf("PreferredBackupWindow", SimulatedDBInstance.backupWindow),
            time("EarliestRestorableTime", range.lowerBound), time("LatestRestorableTime", range.upperBound),
            .leaf("MultiAZ", "\(members.count > 1)"), .leaf("StorageEncrypted", "\(cluster.keyARN != nil)"),
            .leaf("DeletionProtection", "\(cluster.deletionProtection)"), tags(cluster.tags),
            .node(
                "AvailabilityZones", ["a", "b", "c"].map { .leaf("AvailabilityZone", cluster.region.name + $0) }),
            .node(
                "DBClusterMembers",
                members.enumerated().map { index, member in
                    .node(
                        "DBClusterMember",
                        [
                            .leaf("DBInstanceIdentifier", member.identifier),
                            .leaf("IsClusterWriter", "\(index == 0 && !isSecondary)"),
                            .leaf("DBClusterParameterGroupStatus", "in-sync"), .leaf("PromotionTier", "1"),
                        ])
                }),
            .node(
                "ReadReplicaIdentifiers",
                store.replicas(of: cluster).map { replica in
                    .leaf(
                        "ReadReplicaIdentifier",
                        replica.region == cluster.region ? replica.identifier : replica.arn.text)
                }),
        ]
        children += optional("KmsKeyId", cluster.keyARN)
        children += optional("GlobalClusterIdentifier", global?.identifier)
        children += optional("ReplicationSourceIdentifier", isSecondary ? writer?.text : cluster.sourceARN?.text)
        return children
    }

    static func globalCluster(_ global: SimulatedGlobalCluster) -> [XMLElement] {
        let readers = global.members.filter { !$0.isWriter }.map { XMLElement.leaf("member", $0.cluster.text) }
        let members = global.members.map { member -> XMLElement in
            var children: [XMLElement] = [
                .leaf("DBClusterArn", member.cluster.text), .leaf("IsWriter", "\(member.isWriter)"),
                .node("Readers", member.isWriter ? readers : []),
            ]
            if !member.isWriter {
                children.append(.leaf("SynchronizationStatus", member.synchronization))
                children.append(.leaf("GlobalWriteForwardingStatus", "disabled"))
            }
            return .node("GlobalClusterMember", children)
        }
        return [
            .leaf("GlobalClusterIdentifier", global.identifier), .leaf("GlobalClusterArn", global.arn.text),
            .leaf("GlobalClusterResourceId", global.resourceID),
            .leaf("Status", global.failover?.status ?? "available"),
            .leaf("Engine", global.engine), .leaf("EngineVersion", global.engineVersion),
            .leaf("StorageEncrypted", "\(global.isEncrypted)"),
            .leaf("DeletionProtection", "\(global.deletionProtection)"),
            .node("GlobalClusterMembers", members), tags(global.tags),
        ] + (global.failover.map { [failover($0)] } ?? [])
    }

    private static func failover(_ failover: SimulatedGlobalCluster.Failover) -> XMLElement {
        .node(
            "FailoverState",
            [
                .leaf("Status", failover.status), .leaf("FromDbClusterArn", failover.from.text),
                .leaf("ToDbClusterArn", failover.to.text), .leaf("IsDataLossAllowed", "\(failover.allowsDataLoss)"),
            ])
    }

    static func tags(_ tags: [String: String], in name: String = "TagList") -> XMLElement {
        .node(
            name,
            tags.sorted { $0.key < $1.key }.map {
                .node("Tag", [.leaf("Key", $0.key), .leaf("Value", $0.value)])
            })
    }

    static func time(_ name: String, _ date: Date) -> XMLElement { .leaf(name, WireTime.iso(date)) }

    static func optional(_ name: String, _ text: String?) -> [XMLElement] { text.map { [.leaf(name, $0)] } ?? [] }
}
