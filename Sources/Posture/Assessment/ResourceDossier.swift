package import AWSModel
package import Foundation

/// Everything that is said of one resource.
package struct ResourceDossier: Hashable, Sendable {
    /// In the outage of its own region.
    package let resource: ResourceAssessment
    package let threats: [ThreatVerdict]
    package let findings: [Finding]
    package let comparison: Comparison
    package let generatedAt: Date
    package let account: AccountID?
}

extension Analyzer {
    /// Why there is nothing to say.
    package enum NoDossier: Error, Hashable, Sendable {
        case unknown
        /// Several resources have the name; their ARNs.
        case ambiguous([String])
    }

    /// - Parameter name: an ARN, or a name that one resource alone has.
    package static func dossier(
        of name: String, in inventory: Inventory, objectives: Objectives = .none, prices: PriceList = .dated,
        drills: [DrillEvidence] = [], now: Date
    ) throws(NoDossier) -> ResourceDossier {
        let account = AccountView(
            inventory, now: now, objectives: objectives, drills: drills, prices: inventory.usage == nil ? nil : prices)
        let named = account.resource(name).map { [$0] } ?? account.resources.filter { $0.name == name }
        guard let resource = named.first else { throw .unknown }
        guard named.count == 1 else { throw .ambiguous(named.map(\.arn)) }
        let findings = FindingCatalogue.findings(in: account).filter { $0.resource == resource.arn }
        let judge = VerdictJudge(minimumAssurance: .configured)
        var assessment = account.outage(of: resource, judge: judge)
        assessment.findings = Set(findings.map(\.id)).sorted()
        let threats = Threat.allCases.filter { $0 != .regionOutage }.map {
            ThreatVerdict(threat: $0, resource: account.assessment(of: resource, in: $0, judge: judge))
        }
        return ResourceDossier(
            resource: assessment, threats: threats, findings: findings,
            comparison: Comparison(assessment, in: inventory, prices: prices, now: now), generatedAt: now,
            account: account.caller)
    }
}

extension AccountView {
    /// One resource in the outage of its own region, without its findings.
    func outage(of resource: AccountResource, judge: VerdictJudge) -> ResourceAssessment {
        let objective = objective(of: resource)
        var found = survivingPaths(of: resource)
        found.paths = drillProofs.applied(to: found.paths, of: resource)
        var assessment =
            resource.region == nil ? Self.homeless(resource) : judge.judge(resource, found, objective: objective)
        objective.settleAcceptance(of: &assessment, now: now)
        price(&assessment, of: resource)
        return assessment
    }

    /// A resource whose region is unread cannot be called unaffected by any outage.
    private static func homeless(_ resource: AccountResource) -> ResourceAssessment {
        var verdict = Verdict.unknown
        var reason = "its region is not known: \(resource.regionGap ?? "not read")"
        if case .none(let why) = resource.evaluation { (verdict, reason) = (.notEvaluated, why) }
        return ResourceAssessment(
            arn: resource.arn, type: resource.type, name: resource.name, verdict: verdict, paths: [], findings: [],
            reason: reason)
    }
}
