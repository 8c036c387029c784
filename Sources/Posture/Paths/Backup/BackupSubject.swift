import AWSModel

/// What of AWS Backup bears on a resource, whatever the threat.
final class BackupSubject: Sendable {
    let resource: AccountResource
    let home: Region
    let objective: Objective
    let coverage: BackupCoverage
    /// The rules that select it and make recovery points: one without a vault makes nothing, and one that always yields
    /// to another neither (2.4).
    let rules: [PlannedRule]
    /// Why the others that select it make none.
    let idleness: [String]
    /// Its newest recovery point in each vault.
    let copies: [VaultIndex.Copy]
    /// Whether it may have recovery points anywhere.
    let everBackedUp: Bool
    /// Whether it can be copied to another region.
    let copying: BackupFeatures.Copying

    /// - Parameter objective: what is asked, perhaps of another resource that the recovery points hold too.
    init(_ resource: AccountResource, home: Region, in account: AccountView, objective: Objective) {
        self.resource = resource
        self.home = home
        self.objective = objective
        coverage = account.coverage(of: resource)
        let regionRules = account.plans(in: home)?.rules ?? []
        let selecting = coverage.rules.map { regionRules[$0] }
        rules = selecting.filter { $0.idleness == nil }
        idleness = selecting.compactMap(\.idleness)
        copies = account.vaults.copies(of: resource.arn)
        everBackedUp = account.mayHaveBackup(resource)
        copying = BackupFeatures.crossRegionCopies(of: resource, settings: account.settings(in: home))
    }
}
