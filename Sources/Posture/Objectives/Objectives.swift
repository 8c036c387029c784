package import AWSModel

/// What an operator asks of resources, and which risks are accepted: rules in the order in which they are written.
///
/// For each value by itself the first matching rule that sets it wins: one rule may set the recovery point of a
/// resource and a later one its retention.
package struct Objectives: Hashable, Sendable {
    package var rules: [ObjectiveRule]

    package init(_ rules: [ObjectiveRule] = []) { self.rules = rules }

    package static let none = Objectives()

    /// The target of one resource. A rule that may match, for the tags it names were not read, takes part with its
    /// targets as far as they are stricter than what certainly applies, and never with what it accepts.
    ///
    /// - Parameter tags: nil when they were not read.
    package func objective(for resource: AccountResource, tags: [Tag]?) -> Objective {
        guard !rules.isEmpty else { return .none }
        var point = Candidates<Duration>()
        var time = Candidates<Duration>()
        var retention = Candidates<Duration>()
        var acceptance = Candidates<Acceptance>()
        for rule in rules {
            let match = rule.match.covers(resource, tags: tags)
            guard match != .no else { continue }
            point.take(rule.recoveryPoint, match)
            time.take(rule.recoveryTime, match)
            retention.take(rule.retention, match)
            acceptance.take(rule.accept, match)
        }
        return Objective(
            recoveryPoint: Objective.Target(point, strictest: { $0.min() }, mostLenient: { $0.max() }),
            recoveryTime: Objective.Target(time, strictest: { $0.min() }, mostLenient: { $0.max() }),
            retention: Objective.Target(retention, strictest: { $0.max() }, mostLenient: { $0.min() }),
            acceptance: acceptance.isSettled
                ? acceptance.values.min { $0.review.dayNumber < $1.review.dayNumber } : nil,
            acceptanceDoubt: acceptance.isSettled ? nil : acceptance.doubt)
    }
}

/// The values that rules set for one thing, up to the first that certainly applies.
struct Candidates<Value> {
    private(set) var values: [Value] = []
    /// Whether one of them applies for certain.
    private(set) var isSettled = false
    /// Why it is not known which; nil when it is.
    private(set) var doubt: String?

    mutating func take(_ value: Value?, _ match: Certainty) {
        guard let value, !isSettled else { return }
        switch match {
        case .no: return
        case .yes: isSettled = true
        case .unknown(let why): doubt = doubt ?? why
        }
        values.append(value)
    }
}
