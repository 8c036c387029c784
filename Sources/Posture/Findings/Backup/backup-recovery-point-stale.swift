import AWSModel

/// A newest recovery point that is older than its schedule allows (4.4).
struct BackupRecoveryPointStale: FindingRule {
    static let id = "backup-recovery-point-stale"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        account.resources.flatMap { resource -> [Finding] in
            guard resource.isJudged, let home = resource.region, let plans = account.plans(in: home) else { return [] }
            let rules = account.coverage(of: resource).rules.map { plans.rules[$0] }
            guard !rules.isEmpty else { return [] }
            return account.vaults.copies(of: resource.arn).compactMap { stale(resource, $0, rules, account) }
        }
    }

    private func stale(
        _ resource: AccountResource, _ copy: VaultIndex.Copy, _ rules: [PlannedRule], _ account: AccountView
    ) -> Finding? {
        let place = account.vaults.places[copy.place]
        // A continuous recovery point is dated by its beginning; it is live while AVAILABLE (2.13).
        guard let point = copy.newest.value, point.status == .known(.completed), let made = point.createdAt,
            let limit = rules.compactMap({ limit(of: $0, for: place) }).min()
        else { return nil }
        let age = Duration(from: made, to: account.now)
        guard age > limit else { return nil }
        return finding(
            resource.arn,
            "The newest recovery point of \(resource.name) in vault \(place.vault.name) of \(place.region) is "
                + "\(age.words) old; its schedule should renew it within \(limit.words).",
            [Evidence(copy.newest, "recovery point of \(age.words) ago")],
            fix: "See why jobs do not finish: aws backup list-backup-jobs --by-resource-arn ARN")
    }

    private func limit(of rule: PlannedRule, for place: VaultIndex.Place) -> Duration? {
        guard case .atMost(let limit) = rule.period else { return nil }
        let isTarget = place.region == rule.home && place.vault.name == rule.rule.targetVault
        return isTarget || rule.copies.contains { $0.vaultARN == place.vault.arn.text } ? limit : nil
    }
}
