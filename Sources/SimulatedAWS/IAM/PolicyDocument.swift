import Foundation

/// A policy's statements, as far as replication needs them: effect, actions, resources.
struct PolicyDocument: Sendable {
    private struct Statement: Sendable {
        var allows: Bool
        var actions: [String]
        var resources: [String]
        var principals: [String]
        var isConditional: Bool
    }
    private let statements: [Statement]

    /// Nil when the text is no JSON object with statements.
    init?(_ text: String) {
        guard let parsed = try? JSONSerialization.jsonObject(with: Data(text.utf8)),
            let document = parsed as? [String: Any]
        else { return nil }
        let list = document["Statement"] as? [[String: Any]] ?? (document["Statement"] as? [String: Any]).map { [$0] }
        guard let list else { return nil }
        statements = list.map { statement in
            var principals = Self.words(statement["Principal"])
            if let principal = statement["Principal"] as? [String: Any] {
                principals = principal.values.flatMap(Self.words)
            }
            return Statement(
                allows: statement["Effect"] as? String == "Allow", actions: Self.words(statement["Action"]),
                resources: Self.words(statement["Resource"]), principals: principals,
                isConditional: statement["Condition"] != nil)
        }
    }

    enum Answer: Hashable, Sendable { case allowed, denied, silent }

    /// A denial outweighs what is allowed. Conditions are not looked at.
    func answer(_ action: String, on resource: String, for principal: String? = nil) -> Answer {
        let matching = statements.filter { statement in
            statement.actions.contains { Wildcard($0.lowercased()).matches(action.lowercased()) }
                && (statement.resources.isEmpty || statement.resources.contains { Wildcard($0).matches(resource) })
                && (principal == nil || statement.principals.contains { $0 == "*" || principal?.contains($0) == true })
        }
        if matching.isEmpty { return .silent }
        return matching.allSatisfy(\.allows) ? .allowed : .denied
    }

    /// Whether a statement denies an action to a principal outright. One with a condition, which is not understood, denies
    /// nothing: most of them, such as for plain HTTP, do not concern a client that keeps to the rules.
    func denies(_ action: String, on resource: String, to principal: String) -> Bool {
        statements.contains { statement in
            !statement.allows && !statement.isConditional
                && statement.principals.contains { $0 == "*" || $0 == principal }
                && statement.actions.contains { Wildcard($0.lowercased()).matches(action.lowercased()) }
                && statement.resources.contains { Wildcard($0).matches(resource) }
        }
    }

    /// Whether the trust policy lets a service assume the role.
    func trusts(_ service: String) -> Bool {
        statements.contains { $0.allows && $0.principals.contains(service) && $0.actions.contains("sts:AssumeRole") }
    }

    private static func words(_ value: Any?) -> [String] {
        (value as? [String]) ?? (value as? String).map { [$0] } ?? []
    }
}
