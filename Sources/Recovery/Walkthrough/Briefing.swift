import AWSModel
package import Foundation
package import Posture

/// What the survey knows, as the walkthrough asks for it. Made once; each answer is worked out when it is asked for.
package struct Briefing: Sendable {
    let inventory: Inventory
    let objectives: Objectives
    let prices: PriceList
    let drills: [DrillEvidence]
    let now: Date

    package init(
        _ inventory: Inventory, objectives: Objectives = .none, prices: PriceList = .dated,
        drills: [DrillEvidence] = [], now: Date
    ) {
        self.inventory = inventory
        self.objectives = objectives
        self.prices = prices
        self.drills = drills
        self.now = now
    }

    /// - Returns: Nil for what only AWS itself can tell.
    package func fact(for need: Need) -> Fact? {
        switch need {
        case .regions: regions
        case .resources(let incident): resources(hitBy: incident)
        case .ways(let arn, let incident): .ways(ways(to: arn, incident))
        case .points, .metadata, .listing, .routes, .preflight, .token, .progress, .verification: nil
        }
    }

    private var regions: Fact {
        let account = AccountView(inventory, now: now)
        let regions = Set(account.resources.compactMap(\.region)).sorted()
        return regions.isEmpty
            ? ReadFailure(account.blindSpots).map { .failure($0) } ?? .regions([]) : .regions(regions)
    }

    private func resources(hitBy incident: Incident) -> Fact {
        let scenario = incident.scenario
        let assessment = Analyzer.assess(
            inventory, scenarios: scenario.region.map { [.regionOutage($0)] } ?? [],
            threats: scenario.region == nil ? [scenario.threat] : [], objectives: objectives, drills: drills,
            listsUnaffected: false, now: now)
        let hit = (assessment.scenarios.first?.resources ?? []).filter { $0.verdict != .notEvaluated }
            .map(AffectedResource.init)
        guard hit.isEmpty, let failure = ReadFailure(assessment.scenarios.first?.blindSpots ?? []) else {
            return .resources(hit)
        }
        return .failure(failure)
    }

    private func ways(to arn: String, _ incident: Incident) -> [RecoveryWay] {
        guard
            let dossier = try? Analyzer.dossier(
                of: arn, in: inventory, objectives: objectives, prices: prices, drills: drills, now: now)
        else { return [] }
        let threat = incident.scenario.threat
        let judged =
            threat == .regionOutage
            ? dossier.resource : dossier.threats.first { $0.threat == threat }?.resource ?? dossier.resource
        return WayFacts(inventory, prices: prices, now: now).ways(to: judged, incident)
    }
}

extension Walkthrough {
    /// Takes all that the briefing can tell, until something else is needed or asked.
    package mutating func consult(_ briefing: Briefing) {
        while let told = needs.lazy.compactMap({ need in briefing.fact(for: need).map { (need, $0) } }).first {
            receive(told.1, for: told.0)
        }
    }
}

extension ReadFailure {
    /// What was not read where nothing was found; nil where all was read.
    fileprivate init?(_ spots: [BlindSpot]) {
        guard let first = spots.first, let words = spots.words else { return nil }
        let cause: Cause =
            first.cause.hasPrefix("denied") ? .denied : first.cause.hasPrefix("unreachable") ? .regionDark : .other
        self.init(cause, "nothing was found, and not all could be read (\(words))")
    }
}
