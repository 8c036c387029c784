import AWSModel

/// A resource whose ways back all miss the objective set for it, and whose risk is not accepted.
struct ObjectiveMissed: FindingRule {
    static let id = "objective-missed"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        guard account.objectives != .none else { return [] }
        return account.resources.compactMap { resource in
            guard resource.isJudged, let home = resource.region else { return nil }
            let objective = account.objective(of: resource)
            guard objective.acceptance?.holds(at: account.now) != true else { return nil }
            let paths = account.survivingPaths(of: resource).paths.filter { $0.recoveryPoint != nil }
            let misses = paths.map { objective.misses(of: $0).filter(\.isCertain).map(\.text) }
            guard let first = misses.first, misses.allSatisfy({ !$0.isEmpty }) else { return nil }
            return finding(
                resource.arn,
                "If \(home) goes down, \(resource.name) misses its objective: \(first.joined(separator: "; ")).",
                evidence(resource, account),
                fix:
                    "Copy more often, or replicate, so that the newest copy is younger than the objective; keep copies as "
                    + "long as it asks.")
        }
    }

    /// The facts that the paths rest on.
    private func evidence(_ resource: AccountResource, _ account: AccountView) -> [Evidence] {
        let rules = account.bucket(resource).flatMap { $0.replication.value == nil ? nil : $0.replication }
        return [rules.map { Evidence($0, "replication rules") }].compactMap { $0 }
            + account.vaults.copies(of: resource.arn)
            .filter { account.vaults.places[$0.place].region != resource.region && $0.newest.value != nil }
            .map { Evidence($0.newest, "recovery point in \(account.vaults.places[$0.place].region)") }
    }
}
