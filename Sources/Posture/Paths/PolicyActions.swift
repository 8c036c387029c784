import AWSModel
import Foundation

/// The actions that a role's policies allow, and on what, as patterns; conditions and denials are not weighed, so a `no`
/// is telling and a `yes` is not (1.17).
struct PolicyActions: Sendable {
    private struct Grant {
        let actions: [String]
        /// Nil is any.
        let resources: [String]?
    }
    private var grants: [Grant] = []
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
        grants.append(Grant(actions: listed.map { $0.lowercased() }, resources: Self.resources(of: statement)))
        // `?` stands for one character; hardly anyone writes it.
        if listed.isEmpty || listed.contains(where: { $0.contains("?") }) { isPartial = true }
    }

    /// Nil where a statement is of any, or of what cannot be made out.
    private static func resources(of statement: [String: Any]) -> [String]? {
        guard let given = statement["Resource"] else { return nil }
        let listed = (given as? [String]) ?? (given as? String).map { [$0] } ?? []
        let isClear = !listed.isEmpty && !listed.contains { $0 == "*" || $0.contains("?") || $0.contains("${") }
        return isClear ? listed : nil
    }

    /// Whether something is allowed on some resources only.
    var isScoped: Bool { grants.contains { $0.resources != nil } }

    /// Nil where the text is no policy.
    static func statements(_ document: String) -> [[String: Any]]? {
        let json = try? JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any]
        guard let statement = json?["Statement"] else { return nil }
        return statement as? [[String: Any]] ?? (statement as? [String: Any]).map { [$0] }
    }

    /// - Parameter resource: its ARN; nil asks whether the action is allowed on anything.
    func allows(_ action: String, on resource: String? = nil) -> Bool {
        let name = action.lowercased()
        return grants.contains { grant in
            guard grant.actions.contains(where: { Wildcard.matches($0, name) }) else { return false }
            guard let resource, let patterns = grant.resources else { return true }
            return patterns.contains { Wildcard.matches($0, resource) }
        }
    }
    func allowsAny(of actions: [String], on resource: String? = nil) -> Bool {
        actions.contains { allows($0, on: resource) }
    }
}
