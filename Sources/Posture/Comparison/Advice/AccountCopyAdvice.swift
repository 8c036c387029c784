import AWSModel

/// A copy in another account, where a plan selects the resource and nothing of it outlives its account (2.12).
struct AccountCopyAdvice {
    let advice: BackupAdvice

    private var account: AccountView { advice.account }
    private var resource: AccountResource { advice.resource }

    /// The operator's to fill in.
    private static let vault = "VAULT_ARN_OF_ANOTHER_ACCOUNT"
    /// As many as AWS Backup takes in a rule.
    private static let mostCopies = 5

    var step: Advice? {
        guard let rule = advice.copyingRule, isPossible, !isPlanned, isLost else { return nil }
        let text =
            "against the loss of the account: a copy action to a vault of another account, in \(rule.label); it needs one of "
            + "the same organization, cross-account backup switched on in its management account "
            + "(backup:UpdateGlobalSettings), and there a vault whose policy allows backup:CopyIntoBackupVault"
            + keys
        guard var document = PlanFaultAdvice(advice).document(of: rule.plan) else {
            return Advice(text, call: "backup:UpdateBackupPlan")
        }
        if addsRegion { document.addCopy(to: CopyAdvice.vault, in: rule) }
        let copies = document.plan.rules.first { $0.name == rule.rule.name }?.copyActions?.count ?? 0
        guard copies < Self.mostCopies else { return nil }
        document.addCopy(to: Self.vault, in: rule)
        return document.advice(text)
    }

    /// The call of that step comes first, and this one replaces the plan.
    private var addsRegion: Bool { advice.steps.contains { $0.commandLine?.contains(CopyAdvice.vault) == true } }

    private var isPossible: Bool {
        let settings = account.settings(in: advice.home)
        return BackupFeatures.crossRegionCopies(of: resource, settings: settings) == .possible
    }

    /// A copy that is on its way needs no second one.
    private var isPlanned: Bool {
        advice.rules.flatMap(\.copies).contains { $0.account != nil && $0.account != account.caller }
    }

    private var isLost: Bool {
        var trial = ResourceTrial(resource, in: account, judge: VerdictJudge(minimumAssurance: .configured))
        let left = trial.assessment(in: .accountLoss)
        return left.verdict == .unprotected && !left.paths.contains(where: \.suffices)
    }

    /// What is not kept under the vault's own key leaves the account under no key that AWS manages (2.11).
    private var keys: String {
        guard !BackupFeatures.isFullyManaged(resource.type), resource.type != .dynamoDBTable else { return "" }
        let vault = ", under a key that is not AWS managed"
        guard case .managed = account.key(of: resource) else { return vault }
        return vault
            + "; and first of all it needs such a key itself, for what is under one that AWS manages cannot be "
            + "copied to another account"
    }
}
