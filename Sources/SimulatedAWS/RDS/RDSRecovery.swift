import AWSCore
import AWSModel
import Foundation

/// Answers the calls of RDS that a recovery makes: promotion, change of the writer, restores to a moment. They take
/// their time.
enum RDSRecovery {
    private static let promotionTime = 300.0
    private static let restoreTime = 900.0
    private static let failoverTime = 60.0

    static func promote(_ input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let replica = try RDSService.instance(input["DBInstanceIdentifier"] ?? "", region, account)
        guard replica.sourceARN != nil, replica.promotedAt == nil else {
            throw ServiceError(400, "InvalidDBInstanceState", "DB Instance is not a read replica.")
        }
        let busy = SimulatedBusyTime(word: "modifying", until: account.now.addingTimeInterval(promotionTime))
        account.databases.updateInstance(replica.identifier, in: region) { instance in
            instance.promotedAt = busy.until
            instance.backupRetentionDays =
                RDSChanges.number(input["BackupRetentionPeriod"]) ?? max(1, instance.backupRetentionDays)
            instance.busy = busy
        }
        return try RDSChanges.reply(input, replica.identifier, region, account)
    }

    /// The source is an instance of the region, or what it holds of another region's automated backups (3.1).
    static func restoreInstance(_ input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        guard let target = input["TargetDBInstanceIdentifier"]?.lowercased() else {
            throw RDSChanges.missing("TargetDBInstanceIdentifier")
        }
        let source: SimulatedDBInstance
        let window: ClosedRange<Date>?
        if let arn = input["SourceDBInstanceAutomatedBackupsArn"] {
            guard let held = account.databases.backupReplications[region]?.first(where: { $0.arn.text == arn }) else {
                throw ServiceError(404, "DBInstanceAutomatedBackupNotFound", "Automated backup \(arn) not found.")
            }
            source = held.source
            window = held.restoreWindow(at: account.now)
        } else {
            source = try RDSService.instance(input["SourceDBInstanceIdentifier"] ?? "", region, account)
            let days = Double(source.backupRetentionDays)
            window = source.latestRestorableTime(at: account.now).map { latest in
                max(source.createdAt, min(latest, account.now.addingTimeInterval(-days * 86_400)))...latest
            }
        }
        try check(input["RestoreTime"], input, in: window)
        guard account.databases.instances[region]?[target] == nil else {
            throw ServiceError(400, "DBInstanceAlreadyExists", "DB instance already exists")
        }
        let busy = SimulatedBusyTime(word: "creating", until: account.now.addingTimeInterval(restoreTime))
        let key = try RDSChanges.keyARN(input, region, account) ?? (source.region == region ? source.keyARN : nil)
        account.databases.addInstance(target, in: region, account: account.id, at: account.now)
        account.databases.updateInstance(target, in: region) { instance in
            instance.takeData(of: source)
            instance.instanceClass = input["DBInstanceClass"] ?? instance.instanceClass
            instance.backupRetentionDays = source.backupRetentionDays
            instance.keyARN = key
            instance.busy = busy
        }
        return try RDSChanges.reply(input, target, region, account)
    }

    /// The cluster comes without instances (3.3).
    static func restoreCluster(_ input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        guard let target = input["DBClusterIdentifier"]?.lowercased() else {
            throw RDSChanges.missing("DBClusterIdentifier")
        }
        let source = try RDSService.cluster(input["SourceDBClusterIdentifier"] ?? "", region, account)
        try check(input["RestoreToTime"], input, in: source.restorableRange(at: account.now))
        guard account.databases.clusters[region]?[target] == nil else {
            throw ServiceError(400, "DBClusterAlreadyExistsFault", "DB Cluster already exists")
        }
        let busy = SimulatedBusyTime(word: "creating", until: account.now.addingTimeInterval(restoreTime))
        account.databases.addCluster(target, in: region, account: account.id, at: account.now)
        account.databases.updateCluster(target, in: region) { cluster in
            cluster.engine = source.engine
            cluster.engineVersion = source.engineVersion
            cluster.masterUsername = source.masterUsername
            cluster.size = source.size
            cluster.backupRetentionDays = source.backupRetentionDays
            cluster.keyARN = source.keyARN
            cluster.busy = busy
        }
        return RDSClusterChanges.reply(input, try RDSService.cluster(target, region, account), account)
    }

    private static func check(_ time: String?, _ input: FormParameters, in window: ClosedRange<Date>?)
        throws(ServiceError)
    {
        guard let window else {
            throw ServiceError(400, "InvalidRestoreFault", "Automated backups are not enabled for the source.")
        }
        guard let time else {
            guard input["UseLatestRestorableTime"] == "true" else {
                throw ServiceError(
                    400, "InvalidParameterCombination", "Either a restore time or UseLatestRestorableTime is required.")
            }
            return
        }
        guard let moment = WireTime.parse(time), window.contains(moment) else {
            throw ServiceError(
                400, "InvalidRestoreFault",
                "\(time) is not between \(WireTime.iso(window.lowerBound)) and \(WireTime.iso(window.upperBound)).")
        }
    }

    /// A failover is asked for in the region of the cluster that shall write; a switchover needs the old writer too (7.3).
    static func changeWriter(_ input: FormParameters, _ region: Region, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        var global = try RDSClusterChanges.globalCluster(input, account)
        let name = input["TargetDbClusterIdentifier"] ?? ""
        guard let target = global.members.first(where: { $0.cluster.text == name }) else {
            throw ServiceError(404, "DBClusterNotFoundFault", "DBCluster \(name) not found.")
        }
        guard !target.isWriter, let writer = global.members.first(where: \.isWriter) else {
            throw ServiceError(400, "InvalidGlobalClusterStateFault", "\(name) is the primary cluster already.")
        }
        guard global.failover == nil else {
            throw ServiceError(
                400, "InvalidGlobalClusterStateFault",
                "Global cluster \(global.identifier) changes its primary cluster.")
        }
        let isSwitchover = input.action == "SwitchoverGlobalCluster" || input["Switchover"] == "true"
        guard isSwitchover || input["AllowDataLoss"] == "true" else {
            throw ServiceError(
                400, "InvalidParameterCombination", "Either AllowDataLoss or Switchover must be true for a failover.")
        }
        if isSwitchover, let dark = writer.cluster.region, account.faults.isDark(dark) {
            throw ServiceError(
                400, "InvalidGlobalClusterStateFault", "The primary cluster in \(dark) is not available.")
        }
        global.failover = .init(
            from: writer.cluster, to: target.cluster, allowsDataLoss: !isSwitchover,
            endsAt: account.now.addingTimeInterval(failoverTime))
        account.databases.globalClusters[global.identifier] = global
        return RDSClusterChanges.reply(input, global)
    }
}
