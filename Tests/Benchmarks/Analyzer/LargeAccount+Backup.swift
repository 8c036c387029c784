import AWSModel
import Foundation
import Posture

extension LargeAccount {
    /// A plan a region, which takes everything and copies it to the next region.
    func backup(number: Int, in region: Region, _ inventory: Inventory, _ now: Date) -> BackupRegion {
        let arns = held(in: region, inventory)
        let previous = Self.regions[(number + Self.regions.count - 1) % Self.regions.count]
        let copied = held(in: previous, inventory)
        return BackupRegion(
            region: region,
            settings: read(
                BackupRegionSettings(
                    optIn: ["S3": true, "DynamoDB": true, "EBS": true, "RDS": true, "EFS": true],
                    management: ["DynamoDB": true]), now, region),
            vaults: read(
                [vault("local", holding: arns, in: region, now), vault("dr", holding: copied, in: region, now)], now,
                region), plans: read([plan(to: Self.region(number + 1), in: region, now)], now, region),
            protectedResources: read(arns.map { ProtectedResource(resourceARN: $0) }, now, region),
            troubledJobs: read([], now, region), troubledCopies: read([], now, region),
            restores: read([], now, region), restoreTestingPlans: read([], now, region))
    }

    /// Three of four resources were backed up.
    private func held(in region: Region, _ inventory: Inventory) -> [String] {
        var arns = inventory.buckets.filter { $0.region.value == region }
            .map { ARN.bucket($0.name, partition: "aws").text }
        guard let native = inventory.native?.first(where: { $0.region == region }) else { return arns }
        arns += (native.databases.value ?? []).map(\.arn.text)
        arns += (native.tables.value ?? []).compactMap { $0.table.value?.arn.text }
        arns += (native.fileSystems.value ?? []).map(\.fileSystem.arn.text)
        arns += (native.volumes.value ?? []).map {
            "arn:aws:ec2:\(region):\(Self.id.digits):volume/\($0.id)"
        }
        return arns.enumerated().filter { $0.offset % 4 != 0 }.map(\.element)
    }

    private func vault(_ name: String, holding arns: [String], in region: Region, _ now: Date) -> VaultContents {
        let resources = arns.enumerated().compactMap { index, arn -> VaultedResource? in
            guard let point = ARN("arn:aws:backup:\(region):\(Self.id.digits):recovery-point:\(name)-\(index)") else {
                return nil
            }
            return VaultedResource(
                resourceARN: arn,
                newest: read(
                    RecoveryPoint(
                        arn: point, vaultName: name, resourceARN: arn, status: .known(.completed),
                        createdAt: now.addingTimeInterval(-36_000)), now, region))
        }
        return VaultContents(
            vault: BackupVault(name: name, arn: vaultARN(name, region), state: .known(.available)),
            resources: read(resources, now, region))
    }

    private func vaultARN(_ name: String, _ region: Region) -> ARN {
        ARN(partition: "aws", service: "backup", region: region, account: Self.id, resource: "backup-vault:\(name)")
    }

    private func plan(to target: Region, in region: Region, _ now: Date) -> PlanContents {
        let rule = BackupRule(
            name: "daily", targetVault: "local", lifecycle: RecoveryPointLifecycle(deleteAfterDays: 14),
            copyActions: [CopyAction(destinationVaultARN: vaultARN("dr", target).text)])
        let selection = SelectionContents(
            id: "s1",
            selection: read(
                BackupSelection(name: "all", roleARN: "arn:aws:iam::111122223333:role/backup", resources: ["*"]), now,
                region))
        return PlanContents(
            id: "daily", name: "daily", plan: read(BackupPlan(name: "daily", rules: [rule]), now, region),
            createdAt: now, selections: read([selection], now, region))
    }
}
