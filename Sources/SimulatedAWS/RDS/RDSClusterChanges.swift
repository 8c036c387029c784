import AWSCore
import AWSModel
import Foundation

/// Answers the calls of RDS that make and delete clusters and global clusters.
enum RDSClusterChanges {
    static func createCluster(_ input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        guard let identifier = input["DBClusterIdentifier"]?.lowercased(), let engine = input["Engine"] else {
            throw RDSChanges.missing(input["Engine"] == nil ? "Engine" : "DBClusterIdentifier")
        }
        guard account.databases.clusters[region]?[identifier] == nil else {
            throw ServiceError(400, "DBClusterAlreadyExistsFault", "DB Cluster already exists")
        }
        let global = input["GlobalClusterIdentifier"]
        if let global, account.databases.globalClusters[global] == nil {
            throw RDSService.globalClusterNotFound(global)
        }
        let source = try input["ReplicationSourceIdentifier"].map { name throws(ServiceError) in
            try RDSService.cluster(name, ARN(name)?.region ?? region, account)
        }
        let days = RDSChanges.number(input["BackupRetentionPeriod"]) ?? 1
        guard (1...35).contains(days) else {
            throw RDSService.invalidValue("Invalid backup retention period: \(days). Must be between 1 and 35.")
        }
        let key = try RDSChanges.keyARN(input, region, account)
        account.databases.addCluster(identifier, in: region, account: account.id, at: account.now)
        account.databases.updateCluster(identifier, in: region) { cluster in
            cluster.engine = engine
            cluster.engineVersion = input["EngineVersion"] ?? RDSChanges.engineVersion(engine)
            cluster.masterUsername = input["MasterUsername"] ?? "admin"
            cluster.backupRetentionDays = days
            cluster.keyARN = key
            cluster.sourceARN = source?.arn
            cluster.deletionProtection = input["DeletionProtection"] == "true"
            cluster.tags = RDSTags.tags(in: input)
        }
        let cluster = try RDSService.cluster(identifier, region, account)
        if let global { account.databases.join(cluster, to: global) }
        return reply(input, cluster, account)
    }

    static func deleteCluster(_ input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        var cluster = try RDSService.cluster(input["DBClusterIdentifier"] ?? "", region, account)
        guard !cluster.deletionProtection else {
            throw ServiceError(
                400, "InvalidParameterCombination",
                "Cannot delete protected Cluster, please disable deletion protection and try again.")
        }
        guard account.databases.members(of: cluster).isEmpty else {
            throw invalidState("Cluster cannot be deleted, it still contains DB instances in non-deleting state.")
        }
        guard account.databases.globalCluster(of: cluster) == nil else {
            throw invalidState(
                "This cluster is a part of a global cluster, please remove it from globalcluster first")
        }
        account.databases.clusters[region]?[cluster.identifier] = nil
        cluster.status = "deleting"
        return reply(input, cluster, account)
    }

    static func createGlobalCluster(_ input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        guard let identifier = input["GlobalClusterIdentifier"]?.lowercased() else {
            throw RDSChanges.missing("GlobalClusterIdentifier")
        }
        guard account.databases.globalClusters[identifier] == nil else {
            throw ServiceError(
                400, "GlobalClusterAlreadyExistsFault", "Global cluster \(identifier) already exists")
        }
        let source = try input["SourceDBClusterIdentifier"].map { name throws(ServiceError) in
            try RDSService.cluster(name, ARN(name)?.region ?? region, account)
        }
        guard let engine = source?.engine ?? input["Engine"] else {
            throw ServiceError(
                400, "InvalidParameterValue",
                "When creating standalone global cluster, value for engineName should be specified")
        }
        let version = source?.engineVersion ?? input["EngineVersion"] ?? RDSChanges.engineVersion(engine)
        account.databases.addGlobalCluster(
            identifier, in: region, account: account.id, engine: engine, engineVersion: version)
        account.databases.globalClusters[identifier]?.isEncrypted =
            source.map { $0.keyARN != nil } ?? (input["StorageEncrypted"] == "true")
        account.databases.globalClusters[identifier]?.deletionProtection = input["DeletionProtection"] == "true"
        account.databases.globalClusters[identifier]?.tags = RDSTags.tags(in: input)
        if let source { account.databases.join(source, to: identifier) }
        guard let global = account.databases.globalClusters[identifier] else {
            throw RDSService.globalClusterNotFound(identifier)
        }
        return reply(input, global)
    }

    /// The cluster goes on, on its own.
    static func removeFromGlobalCluster(_ input: FormParameters, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        var global = try globalCluster(input, account)
        let name = input["DbClusterIdentifier"] ?? ""
        guard let member = global.members.first(where: { $0.cluster.text == name }) else {
            throw ServiceError(404, "DBClusterNotFoundFault", "DBCluster \(name) not found.")
        }
        guard !member.isWriter || global.members.count == 1 else {
            throw ServiceError(
                400, "InvalidGlobalClusterStateFault",
                "The primary cluster cannot be removed while the global cluster has secondary clusters.")
        }
        global.members.removeAll { $0 == member }
        account.databases.globalClusters[global.identifier] = global
        return reply(input, global)
    }

    static func deleteGlobalCluster(_ input: FormParameters, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let global = try globalCluster(input, account)
        guard global.members.isEmpty else {
            throw ServiceError(
                400, "InvalidGlobalClusterStateFault", "Global Cluster \(global.arn) is not empty")
        }
        account.databases.globalClusters[global.identifier] = nil
        return reply(input, global)
    }

    static func globalCluster(_ input: FormParameters, _ account: SimulatedAccount)
        throws(ServiceError) -> SimulatedGlobalCluster
    {
        let name = input["GlobalClusterIdentifier"] ?? ""
        guard let global = account.databases.globalClusters[name] else {
            throw RDSService.globalClusterNotFound(name)
        }
        return global
    }

    static func reply(_ input: FormParameters, _ global: SimulatedGlobalCluster) -> HTTPResponse {
        RDSService.reply(input, [.node("GlobalCluster", RDSDocuments.globalCluster(global))])
    }

    private static func invalidState(_ message: String) -> ServiceError {
        ServiceError(400, "InvalidDBClusterStateFault", message)
    }

    static func reply(_ input: FormParameters, _ cluster: SimulatedDBCluster, _ account: SimulatedAccount)
        -> HTTPResponse
    {
        let document = RDSDocuments.cluster(cluster, in: account.databases, at: account.now)
        return RDSService.reply(input, [.node("DBCluster", document)])
    }
}
