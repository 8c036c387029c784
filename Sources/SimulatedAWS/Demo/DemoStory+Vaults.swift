import AWSModel
import Foundation

extension DemoStory {
    mutating func openVaults() {
        let started = account.now
        func lock(_ least: Int, days: Double?) -> SimulatedVaultLock {
            SimulatedVaultLock(
                minRetentionDays: least, maxRetentionDays: 3650,
                lockDate: days.map { started.addingTimeInterval($0 * 86_400) })
        }
        account.backup.add(vault("primary", Self.virginia))
        account.backup.add(vault("disaster", Self.oregon, lock: lock(7, days: 3)))
        // Finance locked its vault last; until the day after tomorrow it can still be undone.
        account.backup.add(vault("finance", Self.oregon, lock: lock(7, days: Self.days + 2)))
        account.backup.add(vault("europe", Self.frankfurt))
        account.backup.add(vault("europe-offsite", Self.sydney))
        account.backup.add(vault("australia", Self.sydney))
        account.backup.add(vault("australia-locked", Self.sydney, lock: lock(35, days: nil)))
        for region in [Self.virginia, Self.oregon] { optIn(except: [], advanced: true, in: region) }
        optIn(except: ["RDS"], advanced: true, in: Self.frankfurt)
        optIn(except: [], advanced: false, in: Self.sydney)
        rememberFormerBackups()
    }

    private func vault(_ name: String, _ region: Region, lock: SimulatedVaultLock? = nil) -> SimulatedVault {
        SimulatedVault(name: name, region: region, createdAt: account.now, lock: lock, tags: ["owner": "platform"])
    }

    private mutating func optIn(except skipped: Set<String>, advanced: Bool, in region: Region) {
        let types = ["Aurora", "DynamoDB", "EBS", "EC2", "EFS", "FSx", "RDS", "Redshift", "S3"]
        account.backup.setRegionSettings(
            BackupRegionSettings(
                optIn: Dictionary(uniqueKeysWithValues: types.map { ($0, !skipped.contains($0)) }),
                management: ["DynamoDB": advanced, "EFS": true]), in: region)
    }

    /// Backups that somebody once made by hand, and never again.
    private mutating func rememberFormerBackups() {
        for (resource, vault) in [
            (Self.cache, "primary"), (Self.crm, "europe"), (Self.renderFarm, "primary"), (Self.warehouse, "primary"),
        ] {
            let arn = account.backup.makeRecoveryPointARN(type: resource.type, of: resource.arn, in: resource.region)
            account.backup.add(
                SimulatedRecoveryPoint(
                    arn: arn, resourceARN: resource.arn, resourceType: resource.type, resourceName: resource.name,
                    roleARN: role("backup"), createdAt: account.now, completedAt: account.now.addingTimeInterval(1800),
                    size: ByteCount(resource.gigabytes * 1_000_000_000), lifecycle: nil), toVault: vault,
                in: resource.region)
        }
    }
}
