import AWSModel

/// Holds a destination's expirations against its source's: a rule of the source that covers the same objects and
/// expires them no later excuses one of the destination.
struct LifecycleComparison {
    /// "expires current versions under logs/ after 30 days"; nil when the destination deletes nothing sooner.
    let sooner: String?

    init(source: LifecycleConfiguration?, destination: LifecycleConfiguration?) {
        let sources = (source?.rules ?? []).filter(\.isEnabled)
        sooner =
            (destination?.rules ?? []).lazy.filter(\.isEnabled).compactMap { rule in
                Self.sooner(rule, "expires current versions", \.expirationDays, sources)
                    ?? Self.sooner(rule, "deletes noncurrent versions", \.noncurrentExpirationDays, sources)
            }.first
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
        let prefix = rule.prefix.flatMap { $0.isEmpty ? nil : " under \($0)" } ?? ""
        return "\(what)\(prefix) after \(limit) days"
    }

    /// Whether every object that the second rule selects is selected by the first.
    private static func covers(_ first: LifecycleRule, _ second: LifecycleRule) -> Bool {
        (second.prefix ?? "").hasPrefix(first.prefix ?? "") && first.tags.allSatisfy(second.tags.contains)
            && (first.objectSizeGreaterThan ?? 0) <= (second.objectSizeGreaterThan ?? 0)
            && (first.objectSizeLessThan ?? .max) >= (second.objectSizeLessThan ?? .max)
    }
}
