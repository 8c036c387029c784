package import AWSModel

/// What the plans of a resource's home region do for it.
package struct BackupCoverage: Hashable, Sendable {
    /// The rules that select it, as indices into the region's rules.
    package var rules: [Int] = []
    /// The plans that select it, as indices into the region's plans.
    package var plans: [Int] = []
    /// The roles of the selections that take it, one a plan.
    package var roles: [String] = []
    /// A selection would take it if its type were opted in (2.6).
    package var notOptedIn = false
    /// Why it is not known whether more plans select it.
    package var unread: [CoverageGap] = []
}

/// A plan of which it is not known whether, or how, it selects a resource.
package struct CoverageGap: Hashable, Sendable {
    /// "selections of plan prod unread: denied (AccessDenied)"
    package var text: String
    /// The vaults in other regions that the plan copies to; nil when its rules are unread too.
    package var copies: [String]?
    /// The rules of the plan, as indices into the region's rules; nil when they are unread too.
    package var rules: [Int]?

    /// Whether the plan might renew the recovery points of a vault.
    package func mayRenew(_ vaultARN: String) -> Bool { copies?.contains(vaultARN) ?? true }
    package func mayCopy(to region: Region) -> Bool {
        guard let copies else { return true }
        return copies.contains { ARN($0)?.region == region }
    }
    package var mayCopy: Bool { copies.map { !$0.isEmpty } ?? true }
    /// Whether it is known to copy to a vault that another account than this has.
    package func mayCopy(besides caller: AccountID?) -> Bool {
        guard let caller else { return false }
        return (copies ?? []).contains { vault in ARN(vault)?.account.map { $0 != caller } ?? false }
    }
}
