package import AWSModel
package import Foundation
package import Posture

/// The account that is looked at: how it is asked, what came back, and what is under way.
package struct AccountState: Sendable {
    /// Nil is the default of environment and files.
    package var profile: String?
    /// "the simulated account", "snapshot FILE"; nil is a real account asked now.
    package var source: String?
    /// "user@host", for the record of what is done here.
    package var operatorName: String
    /// What the survey is restricted to; empty is every region.
    package var regions: [Region]
    /// Nil where they do not expire or are not known yet.
    package var credentialsExpire: Date?
    /// What a running survey has done; nil when none runs.
    package var progress: SurveyProgress?
    /// Why the last survey found nothing; nil when it found something.
    package var failure: String?
    /// What is shown.
    package var picture: Picture?
    /// The last inventory of a survey that ended, whose values stand in for those that a later one cannot read.
    package var lastInventory: Inventory?
    /// Regions that fell silent or answered again while the interface was open, oldest first.
    package var regionEvents: [RegionEvent] = []
    /// Every region that any reading named, sorted.
    package var knownRegions: [Region] = []
    /// Where the credentials came from; nil before they were found.
    package var credentialsSource: String?
    /// The profiles of the configuration files, once they were asked for.
    package var profiles: [String] = []

    package init(
        profile: String? = nil, source: String? = nil, regions: [Region] = [], operatorName: String = "operator"
    ) {
        self.operatorName = operatorName
        self.profile = profile
        self.source = source
        self.regions = regions
    }

    /// The regions that do not answer now.
    package var staleRegions: [RegionState] {
        (picture?.assessment.regions ?? []).filter(\.isSilent)
    }
}

/// What a running survey has done so far.
package struct SurveyProgress: Hashable, Sendable {
    package var startedAt: Date
    package var calls: Int
    /// How many calls are known to come, those done included; nil before the first listing.
    package var expectedCalls: Int?
    /// Regions that owe an answer now.
    package var waitingFor: [Region]
    package var regions: Int
    /// Whether what is shown is of an earlier survey.
    package var isRefresh: Bool

    package init(
        startedAt: Date, calls: Int = 0, expectedCalls: Int? = nil, waitingFor: [Region] = [], regions: Int = 0,
        isRefresh: Bool = false
    ) {
        self.startedAt = startedAt
        self.calls = calls
        self.expectedCalls = expectedCalls
        self.waitingFor = waitingFor
        self.regions = regions
        self.isRefresh = isRefresh
    }
}

/// A region that fell silent, or answers again.
package struct RegionEvent: Hashable, Sendable {
    package var region: Region
    package var state: RegionState.Status
    /// When it was noticed.
    package var at: Date
    /// Why, in AWS's or the network's words.
    package var message: String
}

extension AccountState {
    /// Notes what an inventory tells of regions that the one before did not.
    mutating func note(_ inventory: Inventory) {
        let before = Dictionary((lastInventory?.regions ?? []).map { ($0.name, $0) }) { first, _ in first }
        for region in inventory.regions {
            let was = before[region.name]
            let isTrouble = region.isSilent || region.status == .denied
            let wasTrouble = was.map { $0.isSilent || $0.status == .denied } ?? false
            guard isTrouble ? was?.status != region.status : wasTrouble else { continue }
            regionEvents.append(
                RegionEvent(
                    region: region.name, state: region.status, at: inventory.takenAt, message: region.error ?? ""))
        }
        knownRegions = Set(knownRegions).union(inventory.regions.map(\.name)).sorted()
    }
}
