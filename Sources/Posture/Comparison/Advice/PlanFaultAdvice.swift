import AWSModel
import Foundation

/// Why the plans that select a resource make no recovery points of it, each with the change that mends it.
struct PlanFaultAdvice {
    private let advice: BackupAdvice
    private var account: AccountView { advice.account }
    private var home: Region { advice.home }

    init(_ advice: BackupAdvice) { self.advice = advice }

    /// Where none of its settings says why, what the newest job says of itself.
    var steps: [Advice] {
        let settings = roles + schedules(advice.rules, for: "against deletion")
        return settings.isEmpty ? jobs : settings
    }

    /// A role that may not read buckets makes no backup of one (2.18).
    private var roles: [Advice] {
        guard advice.resource.bucket != nil else { return [] }
        return advice.coverage.roles.compactMap { arn in
            guard let reading = account.inventory.roles[arn], let fault = BackupRoleJudgement(reading).fault else {
                return nil
            }
            let name = arn.split(separator: "/").last.map(String.init) ?? "ROLE"
            guard !reading.role.isAbsent else {
                return Advice("against deletion: role \(name), which its plan backs up with, does not exist")
            }
            let policy = "arn:\(account.inventory.partition):iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup"
            return Advice(
                "against deletion: let role \(name), which its plan backs up with, read S3, for \(fault)",
                call: "iam:AttachRolePolicy",
                ["iam", "attach-role-policy", "--role-name", name, "--policy-arn", policy],
                TerraformBlock(resource: "aws_iam_role_policy_attachment", "\(name)_s3").set("role", name)
                    .set("policy_arn", policy))
        }
    }

    /// Empty where one of the rules makes recovery points.
    func schedules(_ rules: [PlannedRule], for aim: String) -> [Advice] {
        guard !rules.isEmpty, rules.allSatisfy({ $0.fault(in: account) != nil }) else { return [] }
        return rules.compactMap { rule in rule.fault(in: account).map { mend($0, of: rule, for: aim) } }
    }

    private func mend(_ fault: PlannedRule.Fault, of rule: PlannedRule, for aim: String) -> Advice {
        switch fault {
        case .vaultMissing:
            return .vault(
                rule.rule.targetVault, in: home, "\(aim): vault \(rule.rule.targetVault), which does not exist")
        case .yields(let other):
            return Advice("\(aim): another hour for \(rule.label), for it yields to rule \(other) each time")
        case .neverRuns:
            return edit(rule, "\(aim): a schedule with runs left for \(rule.label)")
        case .refused(let bound, _):
            return edit(rule, "\(aim): another retention for \(rule.label), for its vault's lock asks for \(bound)")
        case .notYet(let day):
            return Advice("\(aim): nothing but patience: the first run of \(rule.label) is on \(day)")
        }
    }

    private func edit(_ rule: PlannedRule, _ text: String) -> Advice {
        document(of: rule.plan)?.advice(text) ?? Advice(text)
    }

    /// The plan with every rule mended that is at fault, where none of those that select the resource is without: whatever
    /// is changed besides, no call takes back what another did.
    func document(of plan: PlanContents) -> PlanDocument? {
        guard var document = PlanDocument(plan, in: home) else { return nil }
        guard advice.rules.allSatisfy({ $0.fault(in: account) != nil }) else { return document }
        for rule in advice.rules where rule.plan.id == plan.id {
            guard let fault = rule.fault(in: account) else { continue }
            document.edit(rule: rule.rule.name) { fault.mend(&$0) }
        }
        return document
    }

    /// What the newest job says of itself.
    private var jobs: [Advice] {
        let troubled = account.troubledJobs(of: advice.resource.arn).filter(\.isTroubled)
        guard let last = troubled.max(by: { ($0.createdAt ?? .distantPast) < ($1.createdAt ?? .distantPast) }),
            let message = last.statusMessage
        else { return [] }
        return [
            Advice(
                "against deletion: what its newest backup job names, which ended \(last.outcomeWords): \(message)",
                call: "backup:DescribeBackupJob",
                ["backup", "describe-backup-job", "--region", home.name, "--backup-job-id", last.id])
        ]
    }
}

extension PlannedRule {
    /// Why a rule makes no recovery points in its vault though it selects.
    enum Fault: Hashable {
        case vaultMissing
        case yields(to: String)
        case neverRuns
        /// What the lock asks for, and a number of days within it.
        case refused(bound: String, days: Int)
        case notYet(day: String)

        /// What of it the rule itself can mend.
        func mend(_ rule: inout BackupRule) {
            switch self {
            case .neverRuns: rule.scheduleExpression = rule.renewedSchedule
            case .refused(_, let days):
                rule.lifecycle = rule.lifecycle ?? RecoveryPointLifecycle()
                rule.lifecycle?.deleteAfterDays = days
            case .vaultMissing, .yields, .notYet: break
            }
        }
    }

    /// Nil where nothing is known to be amiss.
    func fault(in account: AccountView) -> Fault? {
        if let yieldsTo { return .yields(to: yieldsTo) }
        guard idleness == nil else { return .vaultMissing }
        if let vault = account.vaults.place(ofVaultNamed: rule.targetVault, in: home)?.vault,
            let bound = vault.bound(refusing: rule.lifecycle?.deletionDays)
        {
            let days = rule.lifecycle?.deletionDays ?? .max
            return .refused(
                bound: bound, days: min(max(days, vault.minRetentionDays ?? 1), vault.maxRetentionDays ?? .max))
        }
        switch period {
        case .never: return .neverRuns
        case .notYet(let first): return .notYet(day: first.day)
        case .atMost, .notUnderstood: return nil
        }
    }
}

extension BackupRule {
    /// The same in every year, where it names years; else AWS's own default (2.1).
    fileprivate var renewedSchedule: String {
        let fields = effectiveSchedule.split(separator: " ")
        guard effectiveSchedule.hasPrefix("cron("), fields.count == 6, fields[5] != "*)" else {
            return "cron(0 5 ? * * *)"
        }
        return (fields.dropLast() + ["*)"]).joined(separator: " ")
    }
}

extension Advice {
    static func vault(_ name: String, in region: Region, _ text: String) -> Advice {
        Advice(
            text, call: "backup:CreateBackupVault",
            ["backup", "create-backup-vault", "--region", region.name, "--backup-vault-name", name],
            TerraformBlock(resource: "aws_backup_vault", "\(name)_\(region)").set("name", name))
    }
}
