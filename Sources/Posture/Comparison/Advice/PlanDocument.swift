import AWSModel
import Foundation

/// A backup plan as `UpdateBackupPlan` takes it, which replaces the one that is there: all of it stays but what is changed.
struct PlanDocument {
    let id: String
    let region: Region
    private let read: BackupPlan
    private(set) var plan: BackupPlan

    /// Nil where the plan was not read.
    init?(_ contents: PlanContents, in region: Region) {
        guard let plan = contents.plan.value else { return nil }
        id = contents.id
        self.region = region
        read = plan
        self.plan = plan
    }

    mutating func edit(rule name: String, _ edit: (inout BackupRule) -> Void) {
        for index in plan.rules.indices where plan.rules[index].name == name { edit(&plan.rules[index]) }
    }

    /// A copy that is kept as long as what the rule makes.
    mutating func addCopy(to vault: String, in rule: PlannedRule) {
        edit(rule: rule.rule.name) {
            $0.copyActions = ($0.copyActions ?? []) + [CopyAction(destinationVaultARN: vault, lifecycle: $0.lifecycle)]
        }
    }

    /// The call that makes the plan so, and what of its Terraform changes.
    func advice(_ text: String) -> Advice {
        var sent = plan
        // The call gives each rule an id of its own.
        for index in sent.rules.indices {
            sent.rules[index].ruleID = nil
            sent.rules[index].lifecycle?.keepCold()
            for copy in (sent.rules[index].copyActions ?? []).indices {
                sent.rules[index].copyActions?[copy].lifecycle?.keepCold()
            }
        }
        var text = text
        if sent.rules.map(\.lifecycle) != plan.rules.map(\.lifecycle) {
            text += "; what moves to cold storage is kept there for 90 days, as AWS asks"
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = (try? encoder.encode(sent)).map { String(decoding: $0, as: UTF8.self) } ?? "BACKUP_PLAN"
        var advice = Advice(
            text, call: "backup:UpdateBackupPlan",
            [
                "backup", "update-backup-plan", "--region", region.name, "--backup-plan-id", id, "--backup-plan", json,
            ])
        let changes = zip(read.rules, sent.rules).compactMap { $1.terraform(since: $0)?.text }
        let place = "# in resource \"aws_backup_plan\" of \(plan.name)"
        advice.terraform = changes.isEmpty ? nil : ([place] + changes).joined(separator: "\n")
        return advice
    }
}

extension RecoveryPointLifecycle {
    /// AWS refuses a plan that deletes sooner than 90 days after the move to cold storage (2.2).
    mutating func keepCold() {
        guard let cold = moveToColdStorageAfterDays, cold >= 0, let days = deleteAfterDays, days >= 0, cold > days - 90
        else {
            return
        }
        deleteAfterDays = cold + 90
    }
}
