import AWSCore
import AWSModel
import Foundation

/// Answers the calls of RDS that list databases and their backups, as a region holds them.
enum RDSService {
    static let namespace = "http://rds.amazonaws.com/doc/2014-10-31/"

    static func respond(to request: SimulatedRequest, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let input = FormParameters(request)
        let region = request.region
        switch input.action {
        case "DescribeDBInstances": return try describeInstances(input, region, account)
        case "DescribeDBClusters": return try describeClusters(input, region, account)
        case "DescribeGlobalClusters": return try describeGlobalClusters(input, region, account)
        case "DescribeDBInstanceAutomatedBackups": return try describeInstanceBackups(input, region, account)
        case "DescribeDBClusterAutomatedBackups": return try describeClusterBackups(input, region, account)
        case "DescribeDBSnapshots":
            return try describeSnapshots(
                input, RDSSnapshot.ofInstances(in: region, of: account), "DBSnapshot", database: "DBInstance")
        case "DescribeDBClusterSnapshots":
            return try describeSnapshots(
                input, RDSSnapshot.ofClusters(in: region, of: account), "DBClusterSnapshot", database: "DBCluster")
        case "DescribeDBSubnetGroups": return try RDSAccount.describeSubnetGroups(input, region)
        case "DescribeOrderableDBInstanceOptions": return try RDSAccount.describeClasses(input)
        case "DescribeAccountAttributes": return RDSAccount.describeAttributes(input, region, account)
        case "ListTagsForResource":
            let tags = try RDSTags.tags(of: input["ResourceName"] ?? "", region, account)
            return reply(input, [RDSDocuments.tags(tags)])
        default: return try RDSChanges.respond(to: input, region, in: &account)
        }
    }

    private static func describeInstances(_ input: FormParameters, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        var instances = account.databases.sortedInstances(in: region)
        if let name = input["DBInstanceIdentifier"] { instances = [try instance(name, region, account)] }
        let rows = instances.map { instance in
            RDSListing.Row(
                fields: [
                    "db-instance-id": [instance.identifier, instance.arn.text], "engine": [instance.engine],
                    "db-cluster-id": instance.clusterIdentifier.map { [$0] } ?? [],
                    "dbi-resource-id": [instance.resourceID],
                ], document: RDSDocuments.instance(instance, in: account.databases, at: account.now))
        }
        return try RDSListing(
            name: "DBInstances", member: "DBInstance",
            filters: ["db-instance-id", "engine", "db-cluster-id", "dbi-resource-id"], rows: rows
        ).reply(to: input)
    }

    private static func describeClusters(_ input: FormParameters, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        var clusters = account.databases.sortedClusters(in: region)
        if let name = input["DBClusterIdentifier"] { clusters = [try cluster(name, region, account)] }
        let rows = clusters.map { cluster in
            RDSListing.Row(
                fields: [
                    "db-cluster-id": [cluster.identifier, cluster.arn.text], "engine": [cluster.engine],
                    "db-cluster-resource-id": [cluster.resourceID],
                ], document: RDSDocuments.cluster(cluster, in: account.databases, at: account.now))
        }
        return try RDSListing(
            name: "DBClusters", member: "DBCluster", filters: ["db-cluster-id", "engine", "db-cluster-resource-id"],
            rows: rows
        ).reply(to: input)
    }

    private static func describeGlobalClusters(_ input: FormParameters, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        var globals = account.databases.globalClusters.values.filter { $0.isListed(in: region) }
            .sorted { $0.identifier < $1.identifier }
        if let name = input["GlobalClusterIdentifier"] {
            globals.removeAll { $0.identifier != name && $0.arn.text != name }
            if globals.isEmpty { throw globalClusterNotFound(name) }
        }
        let rows = globals.map { global in
            RDSListing.Row(
                fields: ["db-cluster-id": global.members.map(\.cluster.text), "region": [region.name]],
                document: RDSDocuments.globalCluster(global))
        }
        return try RDSListing(
            name: "GlobalClusters", member: "GlobalClusterMember", filters: ["db-cluster-id", "region"], rows: rows
        ).reply(to: input)
    }

    private static func describeInstanceBackups(
        _ input: FormParameters, _ region: Region, _ account: SimulatedAccount
    ) throws(ServiceError) -> HTTPResponse {
        func row(_ instance: SimulatedDBInstance, _ arn: String, _ status: String, _ document: [XMLElement])
            -> RDSListing.Row
        {
            RDSListing.Row(
                fields: [
                    "db-instance-id": [instance.identifier, instance.arn.text], "status": [status], "arn": [arn],
                    "dbi-resource-id": [instance.resourceID],
                ], document: document)
        }
        var rows = account.databases.sortedInstances(in: region).compactMap { instance in
            RDSBackupDocuments.ofInstance(instance, at: account.now).map {
                row(instance, RDSBackupDocuments.ownARN(instance), "active", $0)
            }
        }
        rows += (account.databases.backupReplications[region] ?? []).map {
            row($0.source, $0.arn.text, $0.status, RDSBackupDocuments.replicated($0, at: account.now))
        }
        let parameters = [
            ("DBInstanceIdentifier", "db-instance-id"), ("DbiResourceId", "dbi-resource-id"),
            ("DBInstanceAutomatedBackupsArn", "arn"),
        ]
        for (parameter, field) in parameters {
            guard let name = input[parameter] else { continue }
            rows.removeAll { !($0.fields[field] ?? []).contains(name) }
            // A name of an instance that has none is not found; the console asks so.
            if rows.isEmpty {
                throw ServiceError(
                    404, "DBInstanceAutomatedBackupNotFound", "Automated backup for \(name) not found.")
            }
        }
        return try RDSListing(
            name: "DBInstanceAutomatedBackups", member: "DBInstanceAutomatedBackup",
            filters: ["db-instance-id", "status", "dbi-resource-id"], rows: rows
        ).reply(to: input)
    }

    private static func describeClusterBackups(_ input: FormParameters, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        var clusters = account.databases.sortedClusters(in: region)
        if let name = input["DBClusterIdentifier"] {
            clusters.removeAll { $0.identifier != name && $0.arn.text != name }
        }
        if let id = input["DbClusterResourceId"] { clusters.removeAll { $0.resourceID != id } }
        let rows = clusters.map { cluster in
            RDSListing.Row(
                fields: [
                    "db-cluster-id": [cluster.identifier, cluster.arn.text], "status": ["active"],
                    "db-cluster-resource-id": [cluster.resourceID],
                ], document: RDSBackupDocuments.ofCluster(cluster, at: account.now))
        }
        return try RDSListing(
            name: "DBClusterAutomatedBackups", member: "DBClusterAutomatedBackup",
            filters: ["db-cluster-id", "status", "db-cluster-resource-id"], rows: rows
        ).reply(to: input)
    }

    /// - Parameters:
    ///   - kind: `DBSnapshot` or `DBClusterSnapshot`.
    ///   - database: what it is of, `DBInstance` or `DBCluster`.
    private static func describeSnapshots(
        _ input: FormParameters, _ snapshots: [RDSSnapshot], _ kind: String, database: String
    ) throws(ServiceError) -> HTTPResponse {
        var found = snapshots
        // AWS Backup's are listed to whom asks for them, by their type or name.
        if let type = input["SnapshotType"] {
            found.removeAll { $0.type != type }
        } else if input[kind + "Identifier"] == nil {
            found.removeAll { $0.type == "awsbackup" }
        }
        if let name = input[database + "Identifier"] { found.removeAll { $0.databaseIdentifier != name } }
        if let name = input[kind + "Identifier"] {
            found.removeAll { $0.identifier != name && $0.arn != name }
            if found.isEmpty {
                let code = kind == "DBSnapshot" ? "DBSnapshotNotFound" : "DBClusterSnapshotNotFoundFault"
                throw ServiceError(404, code, "\(kind) \(name) not found.")
            }
        }
        let prefix = database == "DBInstance" ? "db-instance-id" : "db-cluster-id"
        let own = kind == "DBSnapshot" ? "db-snapshot-id" : "db-cluster-snapshot-id"
        let rows = found.map { snapshot in
            RDSListing.Row(
                fields: [
                    prefix: [snapshot.databaseIdentifier], own: [snapshot.identifier], "engine": [snapshot.engine],
                    "snapshot-type": [snapshot.type],
                ], document: snapshot.document(kind))
        }
        return try RDSListing(
            name: kind + "s", member: kind, filters: [prefix, own, "engine", "snapshot-type"], rows: rows
        ).reply(to: input)
    }

    /// An instance of a region by its identifier or ARN.
    static func instance(_ name: String, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> SimulatedDBInstance
    {
        let identifier = (ARN(name)?.resource ?? name).split(separator: ":").last.map { $0.lowercased() } ?? ""
        guard let instance = account.databases.instances[region]?[identifier] else {
            throw ServiceError(404, "DBInstanceNotFound", "DBInstance \(name) not found.")
        }
        return instance
    }

    static func cluster(_ name: String, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> SimulatedDBCluster
    {
        let identifier = (ARN(name)?.resource ?? name).split(separator: ":").last.map { $0.lowercased() } ?? ""
        guard let cluster = account.databases.clusters[region]?[identifier] else {
            throw ServiceError(404, "DBClusterNotFoundFault", "DBCluster \(name) not found.")
        }
        return cluster
    }

    static func globalClusterNotFound(_ name: String) -> ServiceError {
        ServiceError(404, "GlobalClusterNotFoundFault", "Global cluster \(name) not found.")
    }
    static func invalidValue(_ message: String) -> ServiceError { ServiceError(400, "InvalidParameterValue", message) }

    static func reply(_ input: FormParameters, _ result: [XMLElement]?) -> HTTPResponse {
        QueryReply.reply(input.action, result, namespace: namespace)
    }
}
