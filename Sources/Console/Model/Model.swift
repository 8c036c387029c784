package import AWSModel
package import Canvas
package import Foundation
package import Posture
package import Recovery

/// Everything the interface knows and shows: a plain value that only `update` changes.
package struct Model: Sendable {
    package var size: Size
    /// The moment of the last message, UTC.
    package var now: Date
    package var keymap: Keymap
    package var account: AccountState
    package var pane = Pane.posture
    /// The region whose loss the Posture pane asks about; nil before the first answer.
    package var lostRegion: Region?
    /// Whether that is the worst of what is known so far: until the first reading is whole, or the operator chooses.
    package var asksOfWorst = true
    /// What the Posture pane asks about: a region's outage, or what may happen to all regions at once.
    package var threat = Threat.regionOutage
    /// The answer to a threat that is no outage; nil until it is there.
    package var judgedThreat: ScenarioAssessment?
    package var lists: [Pane: ListState]
    package var calendar = CalendarState()
    /// When drills are due, as of the last reading of the account or of the ledger.
    package var drills = DrillCalendar()
    /// The resource that is looked at, above the pane; nil when none is.
    package var opened: OpenedResource?
    package var overlay: Overlay?
    /// The walkthrough that is open in the Restore pane.
    package var walk: WalkState?
    /// The calls that were confirmed here and are not known to have ended, by their walkthroughs.
    package var recovering: [String: [PlannedCall]] = [:]
    /// What the ledger holds.
    package var records = RestoreRecords()
    package var places = PlaceHistory()
    /// One line that a command left, until the next key.
    package var notice: Notice?
    /// Whether the list, or what is opened, has the whole body.
    package var isZoomed = false
    /// How far the details beside a list are scrolled.
    package var detailOffset = 0
    /// The program may change the account until it is disarmed.
    package var isArmed = false
    package var isEnding = false

    package init(size: Size, now: Date, account: AccountState, keymap: Keymap = .standard) {
        self.size = size
        self.now = now
        self.account = account
        self.keymap = keymap
        lists = Dictionary(
            uniqueKeysWithValues: Pane.allCases.filter(\.hasList).map {
                ($0, ListState(faultsOnly: $0 == .posture))
            })
    }

    /// The list of the pane in front.
    package var list: ListState {
        get { lists[pane] ?? ListState() }
        set { lists[pane] = newValue }
    }

    package var picture: Picture? { account.picture }

    /// What the Posture pane answers.
    package var scenario: ScenarioAssessment? {
        guard threat == .regionOutage else { return judgedThreat?.scenario.threat == threat ? judgedThreat : nil }
        return picture?.assessment.scenarios.first { $0.scenario.region == lostRegion }
    }

    /// How soon something on the screen grows older and must be drawn again; nil while nothing does.
    package var agesEvery: Duration? {
        if account.progress != nil { return .seconds(1) }
        if isWalking, walk?.walkthrough.isUnderWay == true { return .seconds(1) }
        return account.staleRegions.isEmpty ? nil : .seconds(10)
    }
}

/// A sentence in the line above the keys.
package struct Notice: Hashable, Sendable {
    package var text: String
    package var role: Role

    package init(_ text: String, _ role: Role = .text) {
        self.text = text
        self.role = role
    }
}

/// A resource that was opened, and how far its view is scrolled.
package struct OpenedResource: Hashable, Sendable {
    package var arn: String
    package var offset = 0
    /// What other threats than the loss of a region leave of it, and what is missing; nil until it was judged.
    package var dossier: ResourceDossier?
    /// The place, among the `aws` lines of what is missing, of the one that is copied next.
    package var nextCommand = 0

    package init(arn: String) { self.arn = arn }
}
