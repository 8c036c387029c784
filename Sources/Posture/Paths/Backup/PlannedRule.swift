package import AWSModel
import Foundation

/// One rule of a plan, with where its recovery points are copied to and how often they are renewed.
package final class PlannedRule: Sendable {
    package let plan: PlanContents
    package let rule: BackupRule
    package let home: Region
    package let period: RenewalPeriod
    /// The longest time between two of its runs that make something; nil where it has none or is not understood.
    package let gap: Duration?
    /// The longest time between two runs of its schedule, whether it makes something then or a longer-kept rule does.
    private let scheduleGap: Duration?
    /// The first of its schedule since its plan was made; nil where that is not known.
    private let firstRun: Date?
    /// The rule of its plan that makes a recovery point where this one yields.
    private let relief: BackupRule?
    /// The vaults of other regions that its recovery points go to.
    package let copies: [CopyTarget]
    /// The vaults of its own region that they are copied to: another account's perhaps.
    let copiesBeside: [CopyTarget]
    /// The rule of the plan with a longer retention that meets each of its runs: then this one never makes any (2.4).
    package let yieldsTo: String?
    /// Why it makes no recovery points though it selects; nil where it does.
    let idleness: String?

    package struct CopyTarget: Hashable, Sendable {
        package let vaultARN: String
        package let region: Region
        package let account: AccountID?
        /// Nil keeps for ever.
        package let retentionDays: Int?
        var retention: Retention { retentionDays.map { .lasting(.days($0)) } ?? .forever }

        /// "dr-vault" of `arn:aws:backup:us-west-2:111122223333:backup-vault:dr-vault`
        package var vaultName: String { ARN.last(of: vaultARN) }
    }

    init(_ rule: BackupRule, of plan: PlanContents, home: Region, vaults: VaultIndex, rhythms: inout ScheduleRhythms) {
        self.plan = plan
        let label = Self.label(rule, of: plan)
        let yielding = rhythms.yielding(rule, of: plan)
        yieldsTo = yielding.flatMap { $0.yieldsAlways ? $0.yieldsTo : nil }
        if let yieldsTo {
            idleness = "\(label) yields to rule \(yieldsTo) each time"
        } else {
            idleness =
                vaults.isMissing(rule.targetVault, in: home)
                ? "\(label) backs up to vault \(rule.targetVault), which does not exist" : nil
        }
        self.rule = rule
        self.home = home
        let schedule = rhythms.rhythm(rule.effectiveSchedule, timezone: rule.effectiveTimezone)
        let rhythm = yielding.flatMap { ScheduleRhythm(of: $0.runs, now: rhythms.now) } ?? schedule
        period = RenewalPeriod(of: rule, rhythm: rhythm)
        gap = rhythm?.gap
        scheduleGap = schedule?.gap
        firstRun = plan.createdAt.flatMap { created in
            (try? Schedule(expression: rule.effectiveSchedule, timezone: rule.effectiveTimezone))?.next(after: created)
        }
        relief = yielding?.yieldsTo.flatMap { name in plan.plan.value?.rules.first { $0.name == name } }
        let named = (rule.copyActions ?? []).map { ($0.destinationVaultARN, $0.lifecycle) }
        let airGapped = rule.targetAirGappedVaultARN.map { [($0, rule.lifecycle)] } ?? []
        let targets = (named + airGapped).compactMap { text, lifecycle -> CopyTarget? in
            guard let arn = ARN(text), let region = arn.region else { return nil }
            return CopyTarget(
                vaultARN: text, region: region, account: arn.account,
                // A copy without a lifecycle, or with -1, keeps its source's expiry (2.2).
                retentionDays: lifecycle?.deletionDays ?? rule.lifecycle?.deletionDays)
        }
        copies = targets.filter { $0.region != home }
        copiesBeside = targets.filter { $0.region == home }
    }

    /// Whether what it puts into a vault that it renews is deleted before the next is there: that comes some time after
    /// its run, so that a retention of the gap itself leaves a hole (2.2: it counts from the backup's creation).
    func leavesHoles(in vaultARN: String) -> Bool {
        // A continuous backup rolls on (2.3).
        guard let gap, rule.enableContinuousBackup != true || copies.contains(where: { $0.vaultARN == vaultARN }),
            case .lasting(let kept) = retention(in: vaultARN)
        else { return false }
        // Where it yields, the other one's recovery point is there meanwhile, and is kept longer.
        let isRelieved = relief.map { isPut(vaultARN, by: $0) } ?? false
        return kept <= (isRelieved ? scheduleGap ?? gap : gap)
    }

    /// Whether another rule of its plan puts its recovery points where this one puts them.
    private func isPut(_ vaultARN: String, by other: BackupRule) -> Bool {
        if (other.copyActions ?? []).contains(where: { $0.destinationVaultARN == vaultARN }) { return true }
        return other.targetVault == rule.targetVault && !(copies + copiesBeside).contains { $0.vaultARN == vaultARN }
    }

    /// Whether its first run since its plan was made has begun; true where that is not told.
    func hasRun(by now: Date) -> Bool {
        guard plan.createdAt != nil, scheduleGap != nil else { return true }
        guard let firstRun else { return false }
        return Duration(from: firstRun, to: now) > .minutes(rule.effectiveStartWindowMinutes)
    }

    /// Whether a recovery point from before a mistake is still in a vault when that is noticed, however soon before it the
    /// rule ran last.
    func reachesBack(in vaultARN: String) -> Bool {
        guard let gap else { return false }
        guard case .lasting(let kept) = retention(in: vaultARN) else { return true }
        return kept - gap >= VersionPaths.leastReach
    }

    /// How long it keeps its recovery points in a vault that it renews.
    func retention(in vaultARN: String) -> Retention {
        days(in: vaultARN).map { .lasting(.days($0)) } ?? .forever
    }

    /// Nil is for ever.
    private func days(in vaultARN: String) -> Int? {
        if let copy = (copies + copiesBeside).first(where: { $0.vaultARN == vaultARN }) { return copy.retentionDays }
        // What goes once it is copied is not kept (2.2).
        return rule.lifecycle?.deleteAfterEvent != nil ? 0 : rule.lifecycle?.deletionDays
    }

    /// Whether the lock of a vault refuses what it would put there: its jobs fail (2.9).
    func isRefused(by place: VaultIndex.Place) -> Bool {
        place.vault.bound(refusing: days(in: place.vault.arn.text)) != nil
    }

    /// Whether its recovery points go to a vault: its own of the home region, or one that it copies to.
    func renews(_ place: VaultIndex.Place) -> Bool {
        let arn = place.vault.arn.text
        if place.region != home { return copies.contains { $0.vaultARN == arn } }
        return rule.targetVault == place.vault.name || copiesBeside(into: arn)
    }

    /// Whether it copies into a vault of its own region.
    func copiesBeside(into vaultARN: String) -> Bool { copiesBeside.contains { $0.vaultARN == vaultARN } }

    /// "rule daily of plan prod"
    package var label: String { Self.label(rule, of: plan) }
    private static func label(_ rule: BackupRule, of plan: PlanContents) -> String {
        "rule \(rule.name) of plan \(plan.name)"
    }
}
