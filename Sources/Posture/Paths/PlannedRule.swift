package import AWSModel

/// One rule of a plan, with where its recovery points are copied to and how often they are renewed.
package struct PlannedRule: Sendable {
    package let plan: PlanContents
    package let rule: BackupRule
    package let home: Region
    package let period: RenewalPeriod
    /// The vaults of other regions that its recovery points go to.
    package let copies: [CopyTarget]

    package struct CopyTarget: Hashable, Sendable {
        package let vaultARN: String
        package let region: Region
        package let account: AccountID?
        package let lifecycle: RecoveryPointLifecycle?

        /// "dr-vault" of `arn:aws:backup:us-west-2:111122223333:backup-vault:dr-vault`
        package var vaultName: String { vaultARN.split(separator: ":").last.map(String.init) ?? vaultARN }
    }

    init(_ rule: BackupRule, of plan: PlanContents, home: Region, gaps: inout ScheduleGaps) {
        self.plan = plan
        self.rule = rule
        self.home = home
        period = RenewalPeriod(of: rule, gaps: &gaps)
        let named = (rule.copyActions ?? []).map { ($0.destinationVaultARN, $0.lifecycle) }
        let airGapped = rule.targetAirGappedVaultARN.map { [($0, rule.lifecycle)] } ?? []
        copies = (named + airGapped).compactMap { text, lifecycle in
            guard let arn = ARN(text), let region = arn.region, region != home else { return nil }
            return CopyTarget(
                vaultARN: text, region: region, account: arn.account, lifecycle: lifecycle ?? rule.lifecycle)
        }
    }

    /// "rule daily of plan prod"
    package var label: String { "rule \(rule.name) of plan \(plan.name)" }
}
