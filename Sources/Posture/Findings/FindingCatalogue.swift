/// Every rule of judgement.
package enum FindingCatalogue {
    package static let all: [any FindingRule] = []

    /// Worst first, then by resource and name.
    package static func findings(in account: AccountView) -> [Finding] {
        let order = Dictionary(uniqueKeysWithValues: Finding.Severity.allCases.enumerated().map { ($1, $0) })
        return all.flatMap { $0.findings(in: account) }.sorted { a, b in
            let (x, y) = (order[a.severity] ?? 0, order[b.severity] ?? 0)
            return (x, a.resource, a.id, a.message) < (y, b.resource, b.id, b.message)
        }
    }
}
