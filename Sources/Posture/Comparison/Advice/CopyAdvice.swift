import AWSModel
import Foundation

/// What the backups of a resource lack of a copy in another region.
struct CopyAdvice {
    private let advice: BackupAdvice
    private var account: AccountView { advice.account }
    private var resource: AccountResource { advice.resource }
    private var home: Region { advice.home }
    private let aim = "against the loss of the region"

    init(_ advice: BackupAdvice) { self.advice = advice }

    var steps: [Advice] {
        let copying = advice.rules.filter { !$0.copies.isEmpty }
        switch BackupFeatures.crossRegionCopies(of: resource, settings: account.settings(in: home)) {
        case .possible: return copying.isEmpty ? [action] : mended(copying)
        case .impossible where resource.type == .dynamoDBTable:
            return [advancedFeatures] + (copying.isEmpty ? [action] : [])
        // What there is instead its own service's step says.
        case .impossible: return []
        case .unknown(let why):
            return [Advice("\(aim): whether a copy to another region can be made is not known: \(why)")]
        }
    }

    /// Without them a table has no copies, whatever the plan says (2.6, 2.10).
    private var advancedFeatures: Advice {
        Advice(
            "\(aim): AWS Backup's advanced features for DynamoDB in \(home), without which a table has no copies",
            call: "backup:UpdateRegionSettings",
            [
                "backup", "update-region-settings", "--region", home.name, "--resource-type-management-preference",
                "DynamoDB=true",
            ],
            advice.regionSettings(management: ["DynamoDB": true]))
    }

    // MARK: No rule copies

    private var action: Advice {
        let text = "\(aim): a copy action to a vault in another region"
        guard let rule = advice.copyingRule, var document = PlanFaultAdvice(advice).document(of: rule.plan) else {
            return Advice(text, call: "backup:UpdateBackupPlan")
        }
        document.addCopy(to: Self.vault, in: rule)
        return document.advice("\(text), in \(rule.label)")
    }

    /// The operator's to fill in.
    static let vault = "VAULT_ARN_OF_ANOTHER_REGION"

    // MARK: Copies that do not arrive

    private func mended(_ copying: [PlannedRule]) -> [Advice] {
        let schedules = PlanFaultAdvice(advice).schedules(copying, for: aim)
        guard schedules.isEmpty else { return schedules }
        let targets = copying.flatMap(\.copies)
        if let off = targets.first, targets.allSatisfy({ account.isSwitchedOff($0.region) }) {
            return [Advice("\(aim): enable region \(off.region), or copy to one that is enabled")]
        }
        if let missing = targets.first(where: { account.vaults.presence(of: $0, caller: account.caller) == .missing }) {
            return [
                .vault(
                    missing.vaultName, in: missing.region,
                    "\(aim): vault \(missing.vaultName) in \(missing.region), to which its plan copies and which does "
                        + "not exist")
            ]
        }
        let local = account.vaults.copies(of: resource.arn).first { copy in
            account.vaults.places[copy.place].region == home && copy.newest.value?.isUsable == true
        }
        // What is not there yet the plan copies by itself.
        guard let target = targets.first, let local, let point = local.newest.value else { return [] }
        return [copy(point, in: account.vaults.places[local.place].vault.name, to: target)]
    }

    private func copy(_ point: RecoveryPoint, in vault: String, to target: PlannedRule.CopyTarget) -> Advice {
        var jobs: [CopyJob] = []
        for backup in account.inventory.backup {
            jobs += (backup.troubledCopies.value ?? []).filter {
                $0.resourceARN == resource.arn && $0.destinationVaultARN == target.vaultARN
            }
        }
        let failed = jobs.max { ($0.createdAt ?? Date.distantPast) < ($1.createdAt ?? Date.distantPast) }
        let why = failed.map { job in
            let message = job.statusMessage.map { ": \($0)" } ?? ""
            return "what its copy job names, which ended \(job.state?.wire ?? "FAILED")\(message)"
        }
        let text =
            "\(aim): \(why.map { "\($0); then " } ?? "")copy its newest backup to vault \(target.vaultName) again"
        return Advice(
            text, call: "backup:StartCopyJob",
            [
                "backup", "start-copy-job", "--region", home.name, "--recovery-point-arn", point.arn.text,
                "--source-backup-vault-name", vault, "--destination-backup-vault-arn", target.vaultARN,
                "--iam-role-arn", advice.role,
            ])
    }
}
