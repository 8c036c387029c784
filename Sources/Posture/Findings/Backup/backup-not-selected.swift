import AWSModel

/// A resource that no backup plan of its region selects (2.7).
struct BackupNotSelected: FindingRule {
    static let id = "backup-not-selected"
    static let severity = Finding.Severity.medium

    func findings(in account: AccountView) -> [Finding] {
        // Said of every resource of a region, and so written once.
        var said: [Region: (basis: [Evidence], fix: String)] = [:]
        return account.resources.compactMap { resource in
            guard resource.isJudged, let home = resource.region, let plans = account.plans(in: home) else { return nil }
            let coverage = account.coverage(of: resource)
            guard coverage.plans.isEmpty, coverage.unread.isEmpty, !coverage.notOptedIn else { return nil }
            let (basis, fix) = said[home] ?? (Self.evidence(plans, account.backup(in: home)), Self.fix(in: home))
            said[home] = (basis, fix)
            return finding(resource.arn, "No backup plan of \(home) selects \(resource.name).", basis, fix: fix)
        }
    }

    private static func fix(in home: Region) -> String {
        "Add it to the selection of a plan in \(home): a plan protects only resources of its own region."
    }

    private static func evidence(_ plans: RegionPlans, _ backup: BackupRegion?) -> [Evidence] {
        var evidence: [Evidence] = []
        if let backup { evidence.append(Evidence(backup.plans, plans.plans.count.counted("plan"))) }
        evidence += plans.plans.prefix(5).map { plan in
            Evidence(
                plan.selections, "\((plan.selections.value?.count ?? 0).counted("selection")) of plan \(plan.name)")
        }
        return evidence
    }
}
