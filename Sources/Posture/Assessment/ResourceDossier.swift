package import AWSModel
package import Foundation

/// Everything that is said of one resource.
package struct ResourceDossier: Hashable, Sendable {
    /// In the outage of its own region.
    package let resource: ResourceAssessment
    package let threats: [ThreatVerdict]
    /// Its own first, then those of what backs it up.
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

    /// - Parameters:
    ///   - name: an ARN, or a name that one resource alone has.
    ///   - found: all findings of the account, sorted, where they are known already.
    package static func dossier(
        of name: String, in inventory: Inventory, objectives: Objectives = .none, prices: PriceList = .dated,
        drills: [DrillEvidence] = [], findings found: [Finding]? = nil, now: Date
    ) throws(NoDossier) -> ResourceDossier {
        let account = AccountView(
            inventory, now: now, objectives: objectives, drills: drills, prices: inventory.usage == nil ? nil : prices)
        let named = account.resource(name).map { [$0] } ?? account.resources.filter { $0.name == name }
        guard let resource = named.first else { throw .unknown }
        guard named.count == 1 else { throw .ambiguous(named.map(\.arn)) }
        let judge = VerdictJudge(minimumAssurance: .configured)
        var trial = ResourceTrial(resource, in: account, judge: judge)
        var assessment = trial.outage()
        let all = found ?? FindingCatalogue.findings(in: account)
        let own = all.filter { $0.resource == resource.arn }
        assessment.findings = Set(own.map(\.id)).sorted()
        let keepers = account.keepers(of: resource)
        return ResourceDossier(
            resource: assessment, threats: trial.threats(),
            findings: own.map { $0.naming(assessment) } + all.filter { keepers.contains($0.resource) },
            comparison: Comparison(assessment, in: account, prices: prices), generatedAt: now,
            account: account.caller)
    }
}
