import Posture

/// The findings of one name and severity, which are told together.
struct FindingGroup {
    let id: String
    let severity: Finding.Severity
    let findings: [Finding]

    /// The fix, when it is one and the same for all.
    var commonFix: String? { common(\.fix) }
    /// The message, when it is one and the same for all.
    var commonMessage: String? { common(\.message) }

    private func common(_ text: (Finding) -> String) -> String? {
        guard let first = findings.first.map(text) else { return nil }
        return findings.allSatisfy { text($0) == first } ? first : nil
    }

    /// Worst first, then by name; within a group as they were given.
    static func groups(of findings: [Finding]) -> [FindingGroup] {
        Finding.Severity.allCases.flatMap { severity in
            Dictionary(grouping: findings.filter { $0.severity == severity }, by: \.id)
                .sorted { $0.key < $1.key }
                .map { FindingGroup(id: $0.key, severity: severity, findings: $0.value) }
        }
    }
}
