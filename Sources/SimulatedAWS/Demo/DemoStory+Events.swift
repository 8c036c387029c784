import AWSModel
import Foundation

extension DemoStory {
    /// The quarterly exercise: the orders database comes up in the other region, and somebody looks at it.
    mutating func rehearseRestore() {
        let points = account.backup.vault("disaster", in: Self.oregon)?.points.values ?? [:].values
        let newest = points.filter { $0.resourceARN == Self.orders.arn }.max { $0.createdAt < $1.createdAt }
        guard let newest else { return }
        account.backup.add(
            SimulatedRestoreJob(
                id: account.backup.makeID(), recoveryPointARN: newest.arn, recoveryPointCreatedAt: newest.createdAt,
                vaultARN: Self.vaultARN("disaster", Self.oregon), sourceResourceARN: Self.orders.arn,
                resourceType: Self.orders.type,
                createdResourceARN: "arn:aws:rds:\(Self.oregon):123456789012:db:orders-exercise",
                roleARN: role("backup"),
                metadata: ["DBInstanceIdentifier": "orders-exercise"], createdAt: account.now,
                completedAt: account.now.addingTimeInterval(47 * 60), size: newest.size,
                validation: .known(.successful)), in: Self.oregon)
    }

    /// A full disk stops one backup, a changed key policy the copies of another.
    mutating func breakBackups() {
        account.backup.failingBackups[Self.billing.arn] =
            "The DB instance billing is in the state storage-full; snapshots can be taken of available instances only."
        account.backup.failingCopies[Self.homes.arn] =
            "Copy job failed: insufficient permissions to use the encryption key of the destination vault."
    }

    /// An object an hour in every bucket, until now.
    mutating func workForADay() {
        var hour = 0
        while account.now < end {
            for bucket in Self.buckets where bucket.region != Self.oregon && bucket.name != "larkspur-scratch" {
                write("devices/\(hour).json", bytes: Int64(2_000_000 + hour * 100_000), to: bucket.name)
                if bucket.name == "larkspur-telemetry" {
                    write("gateways/\(hour).json", bytes: 900_000, to: bucket.name)
                }
            }
            hour += 1
            account.advance(to: min(end, account.now.addingTimeInterval(3600)))
        }
    }
}
