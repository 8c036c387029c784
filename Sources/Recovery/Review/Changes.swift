import AWSModel
import Foundation

/// What is otherwise than it was when it was read before.
struct Changes {
    let lines: [String]

    init(from earlier: Walkthrough.Known, to draft: Draft, _ checks: [PreflightCheck]) {
        var lines: [String] = []
        if let old = earlier.draft {
            lines += Self.ways(old.way, draft.way) + Self.calls(old.actions, draft.actions)
            if old.name != draft.name { lines.append("what is made is called \(draft.name) instead of \(old.name)") }
        }
        self.lines = lines + Self.checks(earlier.checks, checks)
    }

    private static func ways(_ old: RecoveryWay, _ new: RecoveryWay) -> [String] {
        var lines: [String] = []
        if old.target != new.target {
            lines.append("the path leads to \(place(new)) instead of \(place(old))")
        }
        if old.suffices != new.suffices {
            lines.append(new.suffices ? "the path suffices now" : "the path does not suffice any more")
        }
        return lines + new.reasons.filter { !old.reasons.contains($0) }
    }

    private static func place(_ way: RecoveryWay) -> String {
        way.point?.createdAt.map { "\(way.target), of \($0.formatted(.iso8601))" } ?? way.target
    }

    private static func calls(_ old: [RecoveryAction], _ new: [RecoveryAction]) -> [String] {
        guard old != new else { return [] }
        guard case .startRestoreJob(_, _, let oldRole, let before)? = old.first,
            case .startRestoreJob(_, _, let newRole, let after)? = new.first
        else { return ["the calls are others: \(new.map(\.title).joined(separator: ", "))"] }
        let names = Set(before.keys).union(after.keys).sorted().filter { before[$0] != after[$0] }
        let values = names.map { "\($0) is \(after[$0] ?? "not told") instead of \(before[$0] ?? "not told")" }
        return values + (oldRole == newRole ? [] : ["the role is \(newRole) instead of \(oldRole)"])
    }

    private static func checks(_ old: [PreflightCheck], _ new: [PreflightCheck]) -> [String] {
        new.compactMap { check in
            guard let before = old.first(where: { $0.name == check.name }), before != check else { return nil }
            let isOther = before.result != check.result
            guard isOther || (check.result != .passed && before.detail != check.detail) else { return nil }
            let instead = isOther ? " instead of \(before.result.rawValue)" : ""
            return "\(check.name): \(check.result.rawValue)\(instead), \(check.detail)"
        }
    }
}
