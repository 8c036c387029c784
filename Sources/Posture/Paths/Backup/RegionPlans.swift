import AWSModel

/// The plans of one region, ready to be asked of many resources.
struct RegionPlans: Sendable {
    let region: Region
    let plans: [PlanContents]
    private(set) var rules: [PlannedRule] = []
    /// Where `rules` of each plan stand.
    private var ruleIndices: [[Int]] = []
    private var selections: [[ReadySelection]] = []
    private var gaps: [CoverageGap] = []
    private let settings: BackupRegionSettings?
    /// Whether every plan, document and selection was read.
    var isWhole: Bool { gaps.isEmpty }

    /// A region of which nothing was read.
    init(unread region: Region, cause: String) {
        self.region = region
        plans = []
        settings = nil
        gaps = [CoverageGap(text: "backup plans of \(region) unread: \(cause)", copies: nil)]
    }

    init(_ backup: BackupRegion, vaults: VaultIndex, rhythms: inout ScheduleRhythms) {
        region = backup.region
        plans = backup.plans.value ?? []
        settings = backup.settings.value
        if let gap = backup.plans.gap {
            gaps.append(CoverageGap(text: "backup plans of \(region) unread: \(gap)", copies: nil))
        }
        for plan in plans { add(plan, vaults, &rhythms) }
    }

    private mutating func add(_ plan: PlanContents, _ vaults: VaultIndex, _ rhythms: inout ScheduleRhythms) {
        var indices: [Int] = []
        for rule in plan.plan.value?.rules ?? [] {
            indices.append(rules.count)
            rules.append(PlannedRule(rule, of: plan, home: region, vaults: vaults, rhythms: &rhythms))
        }
        ruleIndices.append(indices)
        let copies = plan.plan.isRead ? indices.flatMap { rules[$0].copies.map(\.vaultARN) } : nil
        let known = plan.plan.isRead ? indices : nil
        if let gap = plan.selections.gap {
            gaps.append(
                CoverageGap(text: "selections of plan \(plan.name) unread: \(gap)", copies: copies, rules: known))
        }
        var ready: [ReadySelection] = []
        for contents in plan.selections.value ?? [] {
            if let gap = contents.selection.gap {
                gaps.append(
                    CoverageGap(
                        text: "selection \(contents.id) of plan \(plan.name) unread: \(gap)", copies: copies,
                        rules: known))
            } else if let selection = contents.selection.value {
                ready.append(ReadySelection(selection))
            }
        }
        selections.append(ready)
    }

    /// Which plans and rules select a resource of this region.
    func coverage(of resource: AccountResource, tags: [Tag]?) -> BackupCoverage {
        var coverage = BackupCoverage()
        coverage.unread = gaps
        guard !plans.isEmpty else { return coverage }
        let selectable = SelectableResource(arn: resource.arn, backupType: resource.backupType, tags: tags)
        for (index, plan) in plans.enumerated() {
            let (answer, role) = membership(of: selectable, inPlan: index)
            switch answer {
            case .selected:
                coverage.plans.append(index)
                coverage.roles.append(role)
                coverage.rules += ruleIndices[index]
                if let gap = plan.plan.gap {
                    coverage.unread.append(CoverageGap(text: "rules of plan \(plan.name) unread: \(gap)", copies: nil))
                }
            case .notSelected: break
            case .notOptedIn: coverage.notOptedIn = true
            case .unknown(let reason):
                let copies = plan.plan.isRead ? ruleIndices[index].flatMap { rules[$0].copies.map(\.vaultARN) } : nil
                coverage.unread.append(
                    CoverageGap(
                        text: "whether plan \(plan.name) selects it is not known: \(reason)", copies: copies,
                        rules: plan.plan.isRead ? ruleIndices[index] : nil))
            }
        }
        return coverage
    }

    /// A plan selects what any of its selections does; with the role of the one that does.
    private func membership(
        of resource: SelectableResource, inPlan plan: Int
    ) -> (Membership, role: String) {
        var result = Membership.notSelected
        for selection in selections[plan] {
            switch selection.membership(of: resource, settings: settings) {
            case .selected: return (.selected, selection.roleARN)
            case .unknown(let reason): result = .unknown(reason)
            case .notOptedIn: if case .notSelected = result { result = .notOptedIn }
            case .notSelected: break
            }
        }
        return (result, "")
    }
}
