import AWSModel

/// A resource whose plans copy nothing to another region: its backups are lost with the region (5.1).
struct BackupNoCrossRegionCopy: FindingRule {
    static let id = "backup-no-cross-region-copy"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        account.resources.compactMap { resource in
            guard resource.isJudged, let home = resource.region, let plans = account.plans(in: home) else { return nil }
            let coverage = account.coverage(of: resource)
            guard !coverage.plans.isEmpty, !coverage.unread.contains(where: \.mayCopy),
                coverage.rules.allSatisfy({ plans.rules[$0].copies.isEmpty })
            else { return nil }
            let selecting = coverage.plans.map { plans.plans[$0] }
            let names = selecting.map(\.name).joined(separator: ", ")
            return finding(
                resource.arn, "\(resource.name) is selected by \(names), but no copy leaves \(home).",
                selecting.map { Evidence($0.plan, "no copy action to another region in plan \($0.name)") },
                fix: Self.fix(of: resource, account.settings(in: home)))
        }
    }

    private static func fix(of resource: AccountResource, _ settings: Reading<BackupRegionSettings>?) -> String {
        switch BackupFeatures.crossRegionCopies(of: resource, settings: settings) {
        case .possible, .unknown: "Add a copy action to a vault in another region to a rule of the plan."
        case .impossible(let why): "A copy action would copy nothing: \(why)."
        }
    }
}
