import AWSModel
import Canvas
import Foundation
import Posture

/// The newest recovery point that each resource has in the vaults of its own region.
struct HomeBackups: Sendable {
    private var newest: [String: Date] = [:]
    private var unread: Set<String> = []
    /// Regions where some vault was not looked into.
    private var unreadRegions: Set<Region> = []

    /// - Parameter regions: of the resources that are asked for, by ARN.
    init(_ inventory: Inventory, of regions: [String: Region]) {
        for backup in inventory.backup {
            guard let vaults = backup.vaults.value else {
                unreadRegions.insert(backup.region)
                continue
            }
            for vault in vaults {
                if !vault.resources.isRead { unreadRegions.insert(backup.region) }
                for resource in vault.resources.value ?? [] where regions[resource.resourceARN] == backup.region {
                    add(resource)
                }
            }
        }
    }

    private mutating func add(_ resource: VaultedResource) {
        let arn = resource.resourceARN
        if !resource.newest.isRead { unread.insert(arn) }
        guard let made = resource.newest.value?.createdAt else { return }
        newest[arn] = max(newest[arn] ?? made, made)
    }

    func cell(of arn: String, in region: Region?, now: Date) -> TableCell {
        if let made = newest[arn] { return TableCell("\(Duration(from: made, to: now).short) ago") }
        guard let region, !unreadRegions.contains(region), !unread.contains(arn) else { return .unread }
        return TableCell("none", .faint)
    }
}
