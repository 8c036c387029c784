import AWSModel

/// A record to be asked for single resources.
struct RecordView {
    private let record: PostureRecord
    private let asked: [Scenario: ScenarioRecord]
    private let resources: [Scenario: [String: ResourceRecord]]
    private let known: Set<String>

    init(_ record: PostureRecord) {
        self.record = record
        asked = Dictionary(record.scenarios.map { ($0.scenario, $0) }, uniquingKeysWith: { first, _ in first })
        resources = asked.mapValues { scenario in
            Dictionary(scenario.resources.map { ($0.arn, $0) }, uniquingKeysWith: { first, _ in first })
        }
        known = Set(record.scenarios.lazy.flatMap(\.resources).map(\.arn))
    }

    /// Of both, outages first, by region; then the other threats in their order.
    static func scenarios(_ old: RecordView, _ new: RecordView) -> [Scenario] {
        let order = Dictionary(uniqueKeysWithValues: Threat.allCases.enumerated().map { ($1, $0) })
        return Set(old.asked.keys).union(new.asked.keys).sorted { a, b in
            (order[a.threat] ?? 0, a.region?.name ?? "") < (order[b.threat] ?? 0, b.region?.name ?? "")
        }
    }

    /// The loss of a region is asked of every region that holds a resource: where none does, it is answered too.
    func asks(_ scenario: Scenario) -> Bool { asked[scenario] != nil || scenario.region != nil }

    func answer(to scenario: Scenario) -> Answer? { asked[scenario]?.answer }

    func arns(in scenario: Scenario) -> [String] { resources[scenario].map { Array($0.keys) } ?? [] }

    func record(_ arn: String, in scenario: Scenario) -> ResourceRecord? { resources[scenario]?[arn] }

    func state(of resource: ResourceRecord, in scenario: Scenario) -> ResourceState {
        if let judged = record(resource.arn, in: scenario) { return .judged(judged) }
        // Known, and not in the list of what this threat touches.
        if known.contains(resource.arn) { return .unaffected }
        if let region = resource.region, !record.regionsRead.contains(region) {
            return .unread("\(region) was not read")
        }
        let spots = record.blindSpots + (asked[scenario]?.blindSpots ?? [])
        let spot = spots.first { $0.region == nil || resource.region == nil || $0.region == resource.region }
        return spot.map { .unread("\($0.what) was not read: \($0.cause)") } ?? .absent
    }

    /// The same, where what an earlier record knew was read again.
    ///
    /// A replica is judged by itself where its source was not read: that it was spared before says nothing then.
    func state(of resource: ResourceRecord, in scenario: Scenario, since earlier: RecordView) -> ResourceState {
        let missing = earlier.record.regionsRead.subtracting(record.regionsRead).sorted()
        guard !missing.isEmpty, earlier.state(of: resource, in: scenario) == .unaffected else {
            return state(of: resource, in: scenario)
        }
        return .unread("\(missing.map(\.name).joined(separator: ", ")) was not read")
    }
}
