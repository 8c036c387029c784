import AWSModel

/// An instance whose automated backups are off, so that it has no point-in-time recovery (3.1).
struct RDSAutomatedBackupsOff: FindingRule {
    static let id = "rds-automated-backups-off"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        account.natives(.database).compactMap { resource, place in
            // A replica has its source's.
            guard let database = account.native.database(place), database.backupRetentionDays == 0,
                database.replicaSource == nil, let listing = account.native.evidence(place)
            else { return nil }
            return finding(
                resource.arn, "Automated backups of instance \(database.identifier) are off.",
                [listing.saying("BackupRetentionPeriod 0")],
                fix: "aws rds modify-db-instance --region \(listing.region) --db-instance-identifier "
                    + "\(database.identifier) --backup-retention-period 7 --apply-immediately (turning them on can suspend I/O for "
                    + "seconds to minutes, and --apply-immediately also makes what else waits for the maintenance window, "
                    + "PendingModifiedValues; without, this waits too)")
        }
    }
}
