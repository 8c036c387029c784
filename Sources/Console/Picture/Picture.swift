package import AWSModel
package import Foundation
package import Posture

/// An inventory judged and laid out in lists: everything the panes show, made once for each reading of the account.
package struct Picture: Sendable {
    package let inventory: Inventory
    package let assessment: Assessment
    let prices: PriceList
    /// Indices of resources, buckets and findings by name.
    package let index: PictureIndex
    package let counts: PictureCounts
    package let calendar: BackupCalendar
    package let buckets: any ListContents
    package let replication: any ListContents
    package let resources: any ListContents
    package let restores: any ListContents
    package let activity: any ListContents

    package init(
        of inventory: Inventory, objectives: Objectives = .none, prices: PriceList = .dated,
        drills: [DrillEvidence] = [], now: Date
    ) {
        self.inventory = inventory
        self.prices = prices
        assessment = Analyzer.assess(
            inventory, objectives: objectives, drills: drills, prices: inventory.usage == nil ? nil : prices, now: now)
        index = PictureIndex(inventory, assessment)
        counts = PictureCounts(inventory, assessment)
        calendar = BackupCalendar(of: inventory, now: now)
        let judged = JudgedInventory(inventory: inventory, assessment: assessment, index: index)
        buckets = BucketList(judged)
        replication = ReplicationList(judged)
        resources = ResourceList(judged)
        restores = RestoreList(inventory)
        activity = ActivityList(inventory)
    }

    /// What is said of a resource in each scenario that touches it.
    package func verdicts(of arn: String) -> [(scenario: Scenario, resource: ResourceAssessment)] {
        guard let place = index.home[arn] else { return [] }
        let home = assessment.scenarios[Int(place.scenario)]
        let resource = home.resources[Int(place.row)]
        // Where its region was not read, the loss of any may touch it.
        guard resource.region == nil else { return [(home.scenario, resource)] }
        return assessment.scenarios.compactMap { scenario in
            scenario.resources.first { $0.arn == arn }.map { (scenario.scenario, $0) }
        }
    }

    /// The verdict of a resource when its own region is lost; nil where it is not judged.
    package func verdict(of arn: String) -> ResourceAssessment? {
        index.home[arn].map { assessment.scenarios[Int($0.scenario)].resources[Int($0.row)] }
    }

    package func findings(about arn: String) -> [Finding] {
        (index.findings[arn] ?? []).map { assessment.findings[Int($0)] }
    }

    /// Of the regions that a verdict rests on, those that do not answer, sorted.
    func silentRegions(of resource: ResourceAssessment) -> [Region] {
        Set(resource.paths.map(\.region) + [resource.region].compactMap { $0 }).intersection(staleRegions).sorted()
    }

    /// The regions that do not answer, whose values are of an earlier reading.
    package var staleRegions: Set<Region> { index.staleRegions }
}

/// What the lists of a picture share.
struct JudgedInventory: Sendable {
    let inventory: Inventory
    let assessment: Assessment
    let index: PictureIndex

    func resource(_ place: PictureIndex.Place) -> ResourceAssessment {
        assessment.scenarios[Int(place.scenario)].resources[Int(place.row)]
    }
    func resource(_ arn: String) -> ResourceAssessment? { index.home[arn].map(resource) }
    func isStale(_ region: Region?) -> Bool { region.map(index.staleRegions.contains) ?? false }
    /// Whether a verdict rests on a region that does not answer: its own, or one that its paths lead to.
    func isStale(_ resource: ResourceAssessment) -> Bool {
        isStale(resource.region) || resource.paths.contains { isStale($0.region) }
    }
}
