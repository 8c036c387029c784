import AWSModel

/// A resource that no backup plan of its region selects (2.7).
struct BackupNotSelected: FindingRule {
    static let id = "backup-not-selected"
    static let severity = Finding.Severity.medium

    func findings(in account: AccountView) -> [Finding] {
        var evidence: [Region: [Evidence]] = [:]
        return account.resources.compactMap { resource in
            guard resource.isJudged, let home = resource.region, let plans = account.plans(in: home) else { return nil }
            let coverage = account.coverage(of: resource)
            guard coverage.plans.isEmpty, coverage.unread.isEmpty, !coverage.notOptedIn else { return nil }
            let basis = evidence[home] ?? Self.evidence(plans, account.backup(in: home))
            evidence[home] = basis
            return finding(
                resource.arn, "No backup plan of \(home) selects \(resource.name).", basis,
                fix: "Add it to the selection of a plan in \(home): a plan protects only resources of its own region.")
        }
    }

    private static func evidence(_ plans: RegionPlans, _ backup: BackupRegion?) -> [Evidence] {
        var evidence: [Evidence] = []
        if let backup { evidence.append(Evidence(backup.plans, "\(plans.plans.count) plans")) }
        evidence += plans.plans.prefix(5).map { plan in
            Evidence(plan.selections, "\(plan.selections.value?.count ?? 0) selections of plan \(plan.name)")
        }
        return evidence
    }
}
