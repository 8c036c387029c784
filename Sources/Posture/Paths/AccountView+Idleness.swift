import AWSModel

extension AccountView {
    /// Why a rule makes no recovery points though it selects; nil for one that does.
    func idleness(of rule: PlannedRule) -> String? {
        if let other = rule.yieldsTo { return "\(rule.label) yields to rule \(other) each time" }
        guard vaults.isMissing(rule.rule.targetVault, in: rule.home) else { return nil }
        return "\(rule.label) backs up to vault \(rule.rule.targetVault), which does not exist"
    }
}
