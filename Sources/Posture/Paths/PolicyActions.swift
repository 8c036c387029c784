import AWSModel
import Foundation

/// The actions that a role's policies allow, as patterns; resources, conditions and denials are not weighed, so a
/// `no` is telling and a `yes` is not (1.17).
struct PolicyActions: Sendable {
    private var patterns: [String] = []
    /// Something could not be made out, so that more may be allowed.
    private(set) var isPartial = false

    init(_ policies: [RolePolicy]) {
        for policy in policies {
            guard let document = policy.document, let statements = Self.statements(document) else {
                isPartial = true
                continue
            }
            statements.forEach { add($0) }
        }
    }

    private mutating func add(_ statement: [String: Any]) {
        guard (statement["Effect"] as? String) == "Allow" else { return }
        guard let actions = statement["Action"] else {
            isPartial = true
            return
        }
        let listed = (actions as? [String]) ?? (actions as? String).map { [$0] } ?? []
        patterns += listed.map { $0.lowercased() }
        // `?` stands for one character; hardly anyone writes it.
        if listed.isEmpty || listed.contains(where: { $0.contains("?") }) { isPartial = true }
    }

    /// Nil where the text is no policy.
    static func statements(_ document: String) -> [[String: Any]]? {
        let json = try? JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any]
        guard let statement = json?["Statement"] else { return nil }
        return statement as? [[String: Any]] ?? (statement as? [String: Any]).map { [$0] }
    }

    func allows(_ action: String) -> Bool {
        let name = action.lowercased()
        return patterns.contains { Wildcard.matches($0, name) }
    }
    func allowsAny(of actions: [String]) -> Bool { actions.contains(where: allows) }
}
