package import AWSModel
package import Foundation

/// What was read of AWS Backup in one region.
package struct BackupRegion: Hashable, Sendable, Codable {
    package var region: Region
    package var settings: Reading<BackupRegionSettings>
    package var vaults: Reading<[VaultContents]>
    package var plans: Reading<[PlanContents]>
    /// Everything that had a backup here once (2.13).
    package var protectedResources: Reading<[ProtectedResource]>
    /// Jobs that did not end well in the last 30 days: failed, expired, aborted, partial, or completed with issues.
    package var troubledJobs: Reading<[BackupJob]>
    /// The moment from which all completed jobs were looked at; nil where these are all that AWS Backup remembers.
    package var completedJobsSince: Date?
    /// Copies that failed or are partial.
    package var troubledCopies: Reading<[CopyJob]>
    /// Restores completed in the last 90 days.
    package var restores: Reading<[RestoreJob]>
    package var restoreTestingPlans: Reading<[RestoreTestingPlan]>

    package init(
        region: Region, settings: Reading<BackupRegionSettings>, vaults: Reading<[VaultContents]>,
        plans: Reading<[PlanContents]>, protectedResources: Reading<[ProtectedResource]>,
        troubledJobs: Reading<[BackupJob]>, completedJobsSince: Date? = nil, troubledCopies: Reading<[CopyJob]>,
        restores: Reading<[RestoreJob]>,
        restoreTestingPlans: Reading<[RestoreTestingPlan]>
    ) {
        self.region = region
        self.settings = settings
        self.vaults = vaults
        self.plans = plans
        self.protectedResources = protectedResources
        self.troubledJobs = troubledJobs
        self.completedJobsSince = completedJobsSince
        self.troubledCopies = troubledCopies
        self.restores = restores
        self.restoreTestingPlans = restoreTestingPlans
    }
}

extension BackupRegion {
    /// Something was asked of AWS Backup here, and not answered.
    var hasFailedReading: Bool {
        settings.hasFailed || vaults.hasFailed || plans.hasFailed || protectedResources.hasFailed
            || troubledJobs.hasFailed || troubledCopies.hasFailed || restores.hasFailed
            || restoreTestingPlans.hasFailed
    }
}

/// A vault and the newest recovery point of each resource in it.
package struct VaultContents: Hashable, Sendable, Codable {
    package var vault: BackupVault
    package var resources: Reading<[VaultedResource]>

    package init(vault: BackupVault, resources: Reading<[VaultedResource]>) {
        self.vault = vault
        self.resources = resources
    }
}

/// A resource with recovery points in a vault.
package struct VaultedResource: Hashable, Sendable, Codable {
    package var resourceARN: String
    package var resourceType: String?
    package var resourceName: String?
    /// The newest usable recovery point of the resource in this vault if there is one, else the newest of any state;
    /// absent when the vault holds none any more.
    package var newest: Reading<RecoveryPoint>

    package init(
        resourceARN: String, resourceType: String? = nil, resourceName: String? = nil,
        newest: Reading<RecoveryPoint>
    ) {
        self.resourceARN = resourceARN
        self.resourceType = resourceType
        self.resourceName = resourceName
        self.newest = newest
    }
}

/// A plan with its document and selections.
package struct PlanContents: Hashable, Sendable, Codable {
    package var id: String
    package var name: String
    package var plan: Reading<BackupPlan>
    package var createdAt: Date?
    /// A value only when the listing was whole; each selection has its own reading.
    package var selections: Reading<[SelectionContents]>

    package init(
        id: String, name: String, plan: Reading<BackupPlan>, createdAt: Date? = nil,
        selections: Reading<[SelectionContents]>
    ) {
        self.id = id
        self.name = name
        self.plan = plan
        self.createdAt = createdAt
        self.selections = selections
    }
}

package struct SelectionContents: Hashable, Sendable, Codable {
    package var id: String
    package var selection: Reading<BackupSelection>

    package init(id: String, selection: Reading<BackupSelection>) {
        self.id = id
        self.selection = selection
    }
}
