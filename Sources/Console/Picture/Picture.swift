package import AWSModel
package import Foundation
package import Posture

/// An inventory judged and laid out in lists: everything the panes show, made once for each reading of the account.
package struct Picture: Sendable {
    package let inventory: Inventory
    package let assessment: Assessment
    package let buckets: any ListContents
    package let replication: any ListContents
    package let resources: any ListContents
    package let restores: any ListContents
    package let activity: any ListContents
    /// The verdicts of each resource by ARN, one for each region that may be lost.
    private let places: [String: [ResourcePlace]]
    private let findings: [String: [Int]]

    package init(of inventory: Inventory, now: Date) {
        self.inventory = inventory
        let assessment = Analyzer.assess(inventory, now: now)
        self.assessment = assessment
        var places: [String: [ResourcePlace]] = [:]
        for (scenario, judged) in assessment.scenarios.enumerated() {
            for (row, resource) in judged.resources.enumerated() where resource.verdict != .unaffected {
                places[resource.arn, default: []].append(ResourcePlace(scenario: scenario, row: row))
            }
        }
        self.places = places
        var findings: [String: [Int]] = [:]
        for (index, finding) in assessment.findings.enumerated() {
            findings[finding.resource, default: []].append(index)
        }
        self.findings = findings
        buckets = EmptyList()
        replication = EmptyList()
        resources = EmptyList()
        restores = RestoreList(inventory)
        activity = ActivityList(inventory)
    }

    /// What is said of a resource in each scenario that touches it.
    package func verdicts(of arn: String) -> [(scenario: Scenario, resource: ResourceAssessment)] {
        (places[arn] ?? []).map { place in
            let scenario = assessment.scenarios[place.scenario]
            return (scenario.scenario, scenario.resources[place.row])
        }
    }

    /// The verdict of a resource when its own region is lost; nil where it is not judged.
    package func verdict(of arn: String) -> ResourceAssessment? {
        verdicts(of: arn).first { $0.scenario.region == $0.resource.region }?.resource
            ?? verdicts(of: arn).first?.resource
    }

    package func findings(about arn: String) -> [Finding] { (findings[arn] ?? []).map { assessment.findings[$0] } }

    /// The regions that do not answer, whose values are of an earlier reading.
    package var staleRegions: Set<Region> { Set(assessment.regions.filter(\.isSilent).map(\.name)) }

    /// The state of a region, and since when what is shown of it is old.
    package func state(of region: Region?) -> RegionState? {
        assessment.regions.first { $0.name == region }
    }
}

private struct ResourcePlace: Hashable, Sendable {
    let scenario: Int
    let row: Int
}
