import AWSModel

/// A copy that a rule plans and that is not in its vault (2.13).
struct BackupCopyMissing: FindingRule {
    static let id = "backup-copy-missing"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        account.resources.flatMap { resource -> [Finding] in
            guard resource.isJudged, let home = resource.region, let plans = account.plans(in: home),
                BackupFeatures.crossRegionCopies(of: resource, settings: account.settings(in: home)) == .possible
            else { return [] }
            var seen: Set<String> = []
            return account.coverage(of: resource).rules.map { plans.rules[$0] }.flatMap { rule in
                rule.copies.filter { seen.insert($0.vaultARN).inserted && isMissing(resource, $0, rule, account) }
                    .compactMap { missing(resource, $0, rule, account) }
            }
        }
    }

    /// Missing once a first copy was due, where its vault was looked into.
    private func isMissing(
        _ resource: AccountResource, _ target: PlannedRule.CopyTarget, _ rule: PlannedRule, _ account: AccountView
    ) -> Bool {
        guard account.vaults.presence(of: target, caller: account.caller) == .looked,
            case .atMost(let limit) = rule.period
        else { return false }
        if let created = rule.plan.createdAt, Duration(from: created, to: account.now) < limit { return false }
        return account.vaults.copies(of: resource.arn).allSatisfy { copy in
            guard account.vaults.places[copy.place].vault.arn.text == target.vaultARN else { return true }
            return copy.newest.isRead && copy.newest.value?.isGone(at: account.now) ?? true
        }
    }

    private func missing(
        _ resource: AccountResource, _ target: PlannedRule.CopyTarget, _ rule: PlannedRule, _ account: AccountView
    ) -> Finding? {
        guard let place = account.vaults.place(ofVault: target.vaultARN) else { return nil }
        return finding(
            resource.arn,
            "\(rule.label) copies \(resource.name) to vault \(target.vaultName) in \(target.region), but no "
                + "usable copy is there.",
            [
                Evidence(rule.plan.plan, "rule \(rule.rule.name) copies to \(target.vaultARN)"),
                place.contents.isRead
                    ? Evidence(place.contents, "no usable recovery point of \(resource.name)")
                    : place.listing.saying("vault \(place.vault.name) holds no recovery points"),
            ],
            fix: "See why the copy jobs do not arrive: aws backup list-copy-jobs --region \(target.region) "
                + "--by-resource-arn ARN")
    }
}
