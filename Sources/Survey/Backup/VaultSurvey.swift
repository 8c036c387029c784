import AWSCore
import AWSModel
import AWSServices
import Foundation
import Posture

/// Reads the vaults of a region and the newest recovery point of each resource in them: a call a resource at most, never
/// one a recovery point.
struct VaultSurvey: Sendable {
    let reader: Reader
    let region: Region
    let mentions: Mentions

    func vaults() async -> Reading<[VaultContents]> {
        let listing: Reading<[BackupVault]> = await reader.readAll(
            Backup.ListBackupVaults(maxResults: 1000), in: region)
        guard let vaults = listing.value else { return listing.map { _ in [] } }
        let read = await Fanout.map(vaults) { await contents(of: $0) }
        return listing.map { _ in read }
    }

    private func contents(of vault: BackupVault) async -> VaultContents {
        async let followed: Void = mentions.follow(vault)
        let contents = await unfollowed(vault)
        await followed
        return contents
    }

    private func unfollowed(_ vault: BackupVault) async -> VaultContents {
        let listing: Reading<[ProtectedResource]> = await reader.readAll(
            Backup.ListProtectedResourcesByBackupVault(vaultName: vault.name, maxResults: 1000), in: region)
        guard let resources = listing.value else {
            return VaultContents(vault: vault, resources: listing.map { _ in [] })
        }
        let vaulted = await Fanout.map(resources) { resource in
            let newest = await newest(of: resource, in: vault)
            await mentions.follow(newest)
            return VaultedResource(
                resourceARN: resource.resourceARN, resourceType: resource.resourceType,
                resourceName: resource.resourceName, newest: newest)
        }
        return VaultContents(vault: vault, resources: listing.map { _ in vaulted })
    }

    /// The listing names the newest recovery point; its own state decides whether an older one must be looked for.
    private func newest(of resource: ProtectedResource, in vault: BackupVault) async -> Reading<RecoveryPoint> {
        guard let arn = resource.lastRecoveryPointARN, resource.lastVaultARN.map({ $0 == vault.arn.text }) ?? true
        else {
            return await newestByListing(of: resource, in: vault)
        }
        let reading = await reader.read(
            Backup.DescribeRecoveryPoint(vaultName: vault.name, recoveryPointARN: arn), in: region,
            absentCodes: ["ResourceNotFoundException"])
        switch reading.outcome {
        case .value(let point) where point.isUsable && !point.isGone(at: reading.at): return reading
        case .value, .absent: return await newestByListing(of: resource, in: vault)
        case .denied, .unreachable, .failed, .notRead: return reading
        }
    }

    private func newestByListing(of resource: ProtectedResource, in vault: BackupVault) async -> Reading<RecoveryPoint>
    {
        let listing: Reading<[RecoveryPoint]> = await reader.readAll(
            Backup.ListRecoveryPointsByBackupVault(
                vaultName: vault.name, resourceARN: resource.resourceARN, maxResults: 1000),
            in: region)
        guard let points = listing.value else { return listing.map { $0[0] } }
        // Of several of one moment the one that is kept longest.
        let newestFirst = points.sorted {
            ($0.createdAt ?? .distantPast, $0.deletedAt ?? .distantFuture)
                > ($1.createdAt ?? .distantPast, $1.deletedAt ?? .distantFuture)
        }
        let there = newestFirst.filter { !$0.isGone(at: listing.at) }
        guard let newest = there.first(where: \.isUsable) ?? there.first ?? newestFirst.first else {
            return Reading(.absent, call: listing.call, region: listing.region, at: listing.at)
        }
        return listing.map { _ in newest }
    }
}
