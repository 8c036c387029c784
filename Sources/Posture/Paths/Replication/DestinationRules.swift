import AWSModel

/// The enabled rules of one configuration for one destination, and which of them are in force: among matching rules
/// for the same destination the highest priority wins, rules for other destinations all apply (1.4).
struct DestinationRules: Sendable {
    let destination: String
    /// Every rule that wins for some object: the whole-bucket rule last, after the narrower ones in front of it.
    let inForce: [ReplicationRule]

    /// The partition of the ARNs that name it; nil where they are not ARNs.
    var partition: String? { inForce.first.flatMap { ARN($0.destination.bucket)?.partition } }
    /// The winner for objects that no narrower rule takes; nil when no rule covers the whole bucket (1.5).
    var whole: ReplicationRule? { inForce.last.flatMap { $0.coversWholeBucket ? $0 : nil } }

    /// One entry a destination, in the order of the configuration. Rules that are not Enabled do nothing.
    static func all(of configuration: ReplicationConfiguration) -> [DestinationRules] {
        // By far the most have one rule: it is in force, and no copy of it is kept.
        if configuration.rules.count == 1, configuration.rules[0].isEnabled {
            return [DestinationRules(only: configuration.rules)]
        }
        var order: [Place] = []
        var rules: [Place: [ReplicationRule]] = [:]
        for rule in configuration.rules where rule.isEnabled {
            let place = Place(
                name: rule.destination.bucketName, partition: ARN(rule.destination.bucket)?.partition)
            if rules[place] == nil { order.append(place) }
            rules[place, default: []].append(rule)
        }
        return order.map { DestinationRules(place: $0, enabled: rules[$0] ?? []) }
    }

    /// Bucket names are global within a partition.
    private struct Place: Hashable {
        let name: String
        let partition: String?
    }

    private init(only rules: [ReplicationRule]) {
        destination = rules[0].destination.bucketName
        inForce = rules
    }

    private init(place: Place, enabled: [ReplicationRule]) {
        destination = place.name
        let sorted = enabled.enumerated().sorted { a, b in
            let (x, y) = (a.element.priority ?? 0, b.element.priority ?? 0)
            return x != y ? x > y : a.offset < b.offset
        }.map(\.element)
        // A rule whose every object a higher one takes wins for none.
        let byPriority = sorted.filter { rule in
            !sorted.contains { ($0.priority ?? 0) > (rule.priority ?? 0) && $0.takesAll(of: rule) }
        }
        guard let first = byPriority.firstIndex(where: \.coversWholeBucket) else {
            inForce = byPriority
            return
        }
        // A narrower rule of equal priority may still win, for equal priorities are not defined.
        let floor = byPriority[first].priority ?? 0
        let narrower = byPriority.enumerated().filter { index, rule in
            index != first && !rule.coversWholeBucket && (rule.priority ?? 0) >= floor
        }
        inForce = narrower.map(\.element) + [byPriority[first]]
    }

    /// The destination's account as the rules name it.
    var account: AccountID? { inForce.lazy.compactMap(\.destination.account).first }
    /// The bound of replication time control, where every rule in force has it (1.11).
    var replicationTime: Duration? {
        let bounds = inForce.map(\.destination.replicationTimeMinutes)
        guard !bounds.isEmpty, bounds.allSatisfy({ $0 != nil }) else { return nil }
        return bounds.compactMap { $0 }.max().map { .minutes($0) }
    }
}
