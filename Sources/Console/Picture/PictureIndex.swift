import AWSModel
import Posture

/// Where resources, buckets and findings stand, by name: small numbers, for an account may have very many.
package struct PictureIndex: Sendable {
    struct Place: Hashable, Sendable {
        let scenario: Int32
        let row: Int32
    }

    /// By ARN: the place in the scenario that loses the resource's own region.
    let home: [String: Place]
    /// By name, into the inventory's buckets.
    let buckets: [String: Int32]
    /// By ARN, into the assessment's findings.
    let findings: [String: [Int32]]
    let staleRegions: Set<Region>

    init(_ inventory: Inventory, _ assessment: Assessment) {
        var home: [String: Place] = [:]
        for (scenario, judged) in assessment.scenarios.enumerated() {
            for (row, resource) in judged.resources.enumerated() where resource.verdict != .unaffected {
                let place = Place(scenario: Int32(scenario), row: Int32(row))
                if resource.region == judged.scenario.region || home[resource.arn] == nil { home[resource.arn] = place }
            }
        }
        self.home = home
        buckets = Dictionary(
            inventory.buckets.enumerated().map { ($1.name, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        var findings: [String: [Int32]] = [:]
        for (index, finding) in assessment.findings.enumerated() {
            findings[finding.resource, default: []].append(Int32(index))
        }
        self.findings = findings
        staleRegions = Set(inventory.regions.filter(\.isSilent).map(\.name))
    }
}
