import AWSModel
import Foundation

/// Holds a destination's expirations against its source's: a rule of the source that covers the same objects and
/// expires them no later excuses one of the destination.
struct LifecycleComparison {
    /// "expires current versions under logs/ after 30 days"; nil when the destination keeps them as long.
    let expiresSooner: String?
    /// The same, or "deletes noncurrent versions after 30 days".
    let sooner: String?

    init(source: LifecycleConfiguration?, destination: LifecycleConfiguration?) {
        let sources = (source?.rules ?? []).filter(\.isEnabled)
        let rules = (destination?.rules ?? []).filter(\.isEnabled)
        expiresSooner = rules.lazy.compactMap { Self.expiry(of: $0, sources) }.first
        sooner =
            expiresSooner
            ?? rules.lazy.compactMap { rule in
                Self.sooner(rule, "deletes noncurrent versions", \.noncurrentExpirationDays, sources)
            }.first
    }

    private static func expiry(of rule: LifecycleRule, _ sources: [LifecycleRule]) -> String? {
        if let days = sooner(rule, "expires current versions", \.expirationDays, sources) { return days }
        guard let date = rule.expirationDate,
            !sources.contains(where: { $0.expirationDate.map { $0 <= date } ?? false && covers($0, rule) })
        else { return nil }
        return "expires current versions\(scope(rule)) on \(date.day)"
    }

    private static func sooner(
        _ rule: LifecycleRule, _ what: String, _ days: KeyPath<LifecycleRule, Int?>, _ sources: [LifecycleRule]
    ) -> String? {
        guard let limit = rule[keyPath: days] else { return nil }
        let excused = sources.contains { other in
            guard let otherLimit = other[keyPath: days], otherLimit <= limit else { return false }
            return covers(other, rule)
        }
        guard !excused else { return nil }
        return "\(what)\(scope(rule)) after \(limit) days"
    }

    private static func scope(_ rule: LifecycleRule) -> String {
        rule.prefix.flatMap { $0.isEmpty ? nil : " under \($0)" } ?? ""
    }

    /// Whether every object that the second rule selects is selected by the first.
    private static func covers(_ first: LifecycleRule, _ second: LifecycleRule) -> Bool {
        (second.prefix ?? "").hasPrefix(first.prefix ?? "") && first.tags.allSatisfy(second.tags.contains)
            && (first.objectSizeGreaterThan ?? 0) <= (second.objectSizeGreaterThan ?? 0)
            && (first.objectSizeLessThan ?? .max) >= (second.objectSizeLessThan ?? .max)
    }
}
