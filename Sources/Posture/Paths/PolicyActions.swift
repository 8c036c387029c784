import AWSModel
import Foundation

/// The actions that a role's policies allow, as patterns; resources, conditions and denials are not weighed, so a `no` is telling
/// and a `yes` is not (1.17).
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
        patterns += ((actions as? [String]) ?? (actions as? String).map { [$0] } ?? []).map { $0.lowercased() }
    }

    private static func statements(_ document: String) -> [[String: Any]]? {
        let json = try? JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any]
        guard let statement = json?["Statement"] else { return nil }
        return statement as? [[String: Any]] ?? (statement as? [String: Any]).map { [$0] }
    }

    func allows(_ action: String) -> Bool {
        let name = Array(action.lowercased().utf8)
        return patterns.contains { Self.matches(Array($0.utf8)[...], name[...]) }
    }
    func allowsAny(of actions: [String]) -> Bool { actions.contains(where: allows) }

    /// `*` stands for any run of characters, `?` for one.
    private static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        var (p, t) = (pattern.startIndex, text.startIndex)
        var star: (pattern: Int, text: Int)?
        while t < text.endIndex {
            if p < pattern.endIndex, pattern[p] == UInt8(ascii: "*") {
                star = (p + 1, t)
                p += 1
            } else if p < pattern.endIndex, pattern[p] == text[t] || pattern[p] == UInt8(ascii: "?") {
                p += 1
                t += 1
            } else if let last = star {
                star = (last.pattern, last.text + 1)
                p = last.pattern
                t = last.text + 1
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
