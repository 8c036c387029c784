import AWSCore
import AWSModel
import Foundation

/// Answers the calls of RDS that make, delete and replicate databases.
enum RDSChanges {
    static func respond(to input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        if let reply = try RDSSnapshotChanges.respond(to: input, region, in: &account) { return reply }
        switch input.action {
        case "CreateDBInstance": return try createInstance(input, region, in: &account)
        case "CreateDBInstanceReadReplica": return try createReplica(input, region, in: &account)
        case "PromoteReadReplica": return try RDSRecovery.promote(input, region, in: &account)
        case "RestoreDBInstanceToPointInTime": return try RDSRecovery.restoreInstance(input, region, in: &account)
        case "RestoreDBClusterToPointInTime": return try RDSRecovery.restoreCluster(input, region, in: &account)
        case "FailoverGlobalCluster", "SwitchoverGlobalCluster":
            return try RDSRecovery.changeWriter(input, region, in: &account)
        case "DeleteDBInstance": return try deleteInstance(input, region, in: &account)
        case "CreateDBCluster": return try RDSClusterChanges.createCluster(input, region, in: &account)
        case "DeleteDBCluster": return try RDSClusterChanges.deleteCluster(input, region, in: &account)
        case "CreateGlobalCluster": return try RDSClusterChanges.createGlobalCluster(input, region, in: &account)
        case "RemoveFromGlobalCluster": return try RDSClusterChanges.removeFromGlobalCluster(input, in: &account)
        case "DeleteGlobalCluster": return try RDSClusterChanges.deleteGlobalCluster(input, in: &account)
        case "StartDBInstanceAutomatedBackupsReplication": return try startReplication(input, region, in: &account)
        case "StopDBInstanceAutomatedBackupsReplication": return try stopReplication(input, region, in: &account)
        case "AddTagsToResource":
            try RDSTags.add(RDSTags.tags(in: input), to: input["ResourceName"] ?? "", region, in: &account)
            return RDSService.reply(input, nil)
        default:
            throw ServiceError(
                400, "InvalidAction",
                "Could not find operation \(input.action) for version \(input["Version"] ?? "2014-10-31")")
        }
    }

    private static func createInstance(_ input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let identifier = try newIdentifier(input, region, account)
        guard let engine = input["Engine"], let instanceClass = input["DBInstanceClass"] else {
            throw missing(input["Engine"] == nil ? "Engine" : "DBInstanceClass")
        }
        let cluster = try input["DBClusterIdentifier"].map { name throws(ServiceError) in
            try RDSService.cluster(name, region, account)
        }
        let days = cluster?.backupRetentionDays ?? number(input["BackupRetentionPeriod"]) ?? 1
        guard (0...35).contains(days) else {
            throw RDSService.invalidValue("Invalid backup retention period: \(days). Must be between 0 and 35.")
        }
        let key = try keyARN(input, region, account)
        account.databases.addInstance(identifier, in: region, account: account.id, at: account.now)
        account.databases.updateInstance(identifier, in: region) { instance in
            instance.engine = engine
            instance.engineVersion = input["EngineVersion"] ?? cluster?.engineVersion ?? engineVersion(engine)
            instance.instanceClass = instanceClass
            instance.masterUsername = input["MasterUsername"] ?? cluster?.masterUsername ?? "admin"
            instance.allocatedStorage = number(input["AllocatedStorage"]) ?? (cluster == nil ? 20 : 1)
            instance.isMultiAZ = input["MultiAZ"] == "true"
            instance.maintenanceWindow = input["PreferredMaintenanceWindow"]
            instance.backupRetentionDays = days
            instance.keyARN = cluster?.keyARN ?? key
            instance.deletionProtection = input["DeletionProtection"] == "true"
            instance.clusterIdentifier = cluster?.identifier
            instance.tags = RDSTags.tags(in: input)
        }
        return try reply(input, identifier, region, account)
    }

    private static func createReplica(_ input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let identifier = try newIdentifier(input, region, account)
        let name = input["SourceDBInstanceIdentifier"] ?? ""
        let source = try RDSService.instance(name, ARN(name)?.region ?? region, account)
        guard source.backupRetentionDays > 0 else {
            throw ServiceError(
                400, "InvalidDBInstanceState", "Automated backups are not enabled for this database instance.")
        }
        let key = try keyARN(input, region, account) ?? (source.region == region ? source.keyARN : nil)
        account.databases.addInstance(identifier, in: region, account: account.id, at: account.now)
        account.databases.updateInstance(identifier, in: region) { replica in
            replica.takeData(of: source)
            replica.instanceClass = input["DBInstanceClass"] ?? replica.instanceClass
            replica.isMultiAZ = input["MultiAZ"] == "true"
            // A replica has no automated backups of its own before it is told to.
            replica.backupRetentionDays = number(input["BackupRetentionPeriod"]) ?? 0
            replica.keyARN = key
            replica.sourceARN = source.arn
            replica.tags = RDSTags.tags(in: input)
        }
        return try reply(input, identifier, region, account)
    }

    private static func deleteInstance(_ input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        var instance = try RDSService.instance(input["DBInstanceIdentifier"] ?? "", region, account)
        guard !instance.deletionProtection else {
            throw ServiceError(
                400, "InvalidParameterCombination",
                "Cannot delete protected DB Instance, please disable deletion protection and try again.")
        }
        account.databases.instances[region]?[instance.identifier] = nil
        // What other regions hold of its backups stays there, retained (3.1).
        for (holder, replications) in account.databases.backupReplications {
            for index in replications.indices where replications[index].source.resourceID == instance.resourceID {
                account.databases.backupReplications[holder]?[index].stoppedAt = account.now
            }
        }
        instance.status = "deleting"
        let document = RDSDocuments.instance(instance, in: account.databases, at: account.now)
        return RDSService.reply(input, [.node("DBInstance", document)])
    }

    /// Called in the region that shall hold the backups (3.1).
    private static func startReplication(_ input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let name = input["SourceDBInstanceArn"] ?? ""
        guard let arn = ARN(name), let sourceRegion = arn.region, sourceRegion != region else {
            throw RDSService.invalidValue(
                "The source DB instance must be named by its ARN, and be in another region: \(name)")
        }
        let source = try RDSService.instance(name, sourceRegion, account)
        guard source.backupRetentionDays > 0, source.clusterIdentifier == nil else {
            throw ServiceError(
                400, "InvalidDBInstanceState",
                "Automated backups can't be replicated for DB instance \(source.identifier).")
        }
        let isThere = account.databases.backupReplications(of: source).contains { $0.region == region }
        guard !isThere else {
            throw ServiceError(
                400, "InvalidDBInstanceAutomatedBackupState",
                "Automated backups of \(source.identifier) are already replicated to \(region).")
        }
        let key = try keyARN(input, region, account)
        guard source.keyARN == nil || key != nil else {
            throw RDSService.invalidValue("KmsKeyId is required: the source DB instance is encrypted.")
        }
        let replication = account.databases.replicateBackups(
            of: source, to: region, account: account.id,
            retentionDays: number(input["BackupRetentionPeriod"]) ?? 7, keyARN: key, at: account.now)
        return reply(input, replication, account)
    }

    private static func stopReplication(_ input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let name = input["SourceDBInstanceArn"] ?? ""
        let held = account.databases.backupReplications[region] ?? []
        guard let index = held.firstIndex(where: { $0.source.arn.text == name && $0.stoppedAt == nil }) else {
            throw ServiceError(404, "DBInstanceNotFound", "DBInstance \(name) not found.")
        }
        account.databases.backupReplications[region]?[index].stoppedAt = account.now
        var stopped = held[index]
        stopped.stoppedAt = account.now
        return reply(input, stopped, account)
    }

    private static func reply(
        _ input: FormParameters, _ replication: SimulatedBackupReplication, _ account: SimulatedAccount
    ) -> HTTPResponse {
        RDSService.reply(
            input,
            [
                .node(
                    "DBInstanceAutomatedBackup", RDSBackupDocuments.replicated(replication, at: account.now))
            ])
    }

    static func reply(
        _ input: FormParameters, _ identifier: String, _ region: Region, _ account: SimulatedAccount
    ) throws(ServiceError) -> HTTPResponse {
        let instance = try RDSService.instance(identifier, region, account)
        let document = RDSDocuments.instance(instance, in: account.databases, at: account.now)
        return RDSService.reply(input, [.node("DBInstance", document)])
    }

    private static func newIdentifier(_ input: FormParameters, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> String
    {
        guard let identifier = input["DBInstanceIdentifier"]?.lowercased(), !identifier.isEmpty else {
            throw missing("DBInstanceIdentifier")
        }
        guard account.databases.instances[region]?[identifier] == nil else {
            throw ServiceError(400, "DBInstanceAlreadyExists", "DB instance already exists")
        }
        return identifier
    }

    static func number(_ text: String?) -> Int? { text.flatMap { Int($0) } }

    static func missing(_ name: String) -> ServiceError {
        ServiceError(400, "MissingParameter", "The request must contain the parameter \(name)")
    }

    /// The key that storage is encrypted with: the one that is named, RDS's own, or none.
    static func keyARN(_ input: FormParameters, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> String?
    {
        if let name = input["KmsKeyId"] {
            guard let key = account.keys.find(name, in: region) else {
                throw ServiceError(
                    400, "KMSKeyNotAccessibleFault",
                    "The specified KMS key [\(name)] does not exist, is not enabled or you do not have permissions to "
                        + "access it.")
            }
            return key.metadata.arn.text
        }
        guard input["StorageEncrypted"] == "true" else { return nil }
        return "arn:\(region.partition):kms:\(region):\(account.id):alias/aws/rds"
    }

    static func engineVersion(_ engine: String) -> String {
        switch engine {
        case "mysql": "8.0.39"
        case "aurora-mysql": "8.0.mysql_aurora.3.08.0"
        case "mariadb": "11.4.3"
        default: "16.4"
        }
    }
}
