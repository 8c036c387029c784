package import AWSModel

/// One way back to the data that survives the scenario.
package struct RecoveryPath: Hashable, Sendable {
    package enum Mechanism: String, Hashable, Sendable, Codable, CaseIterable {
        case s3Replication = "s3-replication"
        case backupCopy = "backup-copy"
        case rdsAutomatedBackupReplication = "rds-automated-backup-replication"
        case rdsReadReplica = "rds-read-replica"
        case auroraGlobalDatabase = "aurora-global-database"
        case dynamoDBGlobalTable = "dynamodb-global-table"
        case ebsSnapshotCopy = "ebs-snapshot-copy"
        case efsReplication = "efs-replication"
        case s3Versioning = "s3-versioning"
        case s3ObjectLock = "s3-object-lock"
        /// A recovery point of AWS Backup in the resource's own region.
        case backup
        case vaultLock = "vault-lock"
        case pitr
        case ebsSnapshot = "ebs-snapshot"
        /// A snapshot of a database that was copied to another region by hand.
        case rdsSnapshotCopy = "rds-snapshot-copy"
        /// One that was made by hand in the database's own region.
        case rdsSnapshot = "rds-snapshot"
        /// A backup of a table that somebody asked DynamoDB for.
        case dynamoDBBackup = "dynamodb-backup"
    }
    package enum Scope: String, Hashable, Sendable, Codable { case whole, partial }

    /// Where the data would be recovered.
    package var region: Region
    package var account: AccountID?
    /// The replica's or the recovery point's ARN; the vault's where a copy is only planned.
    package var target: String
    /// Why it is partial or not healthy, and what was not read; the most important first.
    package var reasons: [String]
    /// Nil where nobody asked for costs.
    package var monthlyCost: MonthlyCost?
    package var recoveryPoint: Estimate?
    package var recoveryTime: Estimate?
    // What is small stands last, side by side: there is at least one of these for each resource.
    /// Nil when it is not known.
    package var retention: Retention?
    package var mechanism: Mechanism
    package var scope: Scope
    package var healthy: Bool
    package var assurance: Assurance

    package init(
        mechanism: Mechanism, region: Region, account: AccountID? = nil, target: String, scope: Scope,
        healthy: Bool, assurance: Assurance, recoveryPoint: Estimate? = nil, recoveryTime: Estimate? = nil,
        retention: Retention? = nil, reasons: [String]
    ) {
        self.mechanism = mechanism
        self.region = region
        self.account = account
        self.target = target
        self.scope = scope
        self.healthy = healthy
        self.assurance = assurance
        self.recoveryPoint = recoveryPoint
        self.recoveryTime = recoveryTime
        self.retention = retention
        self.reasons = reasons
    }

    /// Enough for `protected`.
    package var suffices: Bool { scope == .whole && healthy }
}

/// A span of time and what it rests on.
package struct Estimate: Hashable, Sendable, Codable {
    package enum Basis: String, Hashable, Sendable, Codable { case measured, configured, typical }

    /// Whole: a path says nothing finer, and there are very many of them.
    package var seconds: Int64
    package var basis: Basis

    package init(duration: Duration, basis: Basis) {
        seconds = duration.components.seconds
        self.basis = basis
    }

    package var duration: Duration { .seconds(seconds) }

    /// The longer of two; of two as long the first.
    static func longer(_ one: Estimate, _ other: Estimate) -> Estimate { other.seconds > one.seconds ? other : one }

    /// One after the other, resting on the weaker of the two.
    static func + (one: Estimate, other: Estimate) -> Estimate {
        let bases = [Basis.typical, .configured, .measured]
        return Estimate(
            duration: one.duration + other.duration,
            basis: bases.first { $0 == one.basis || $0 == other.basis } ?? .typical)
    }
}
