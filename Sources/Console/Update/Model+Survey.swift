import AWSModel
import Canvas
import Foundation
import Posture

extension Model {
    /// Reads the account anew, in place.
    mutating func survey() -> [Effect] {
        account.progress = SurveyProgress(startedAt: now, isRefresh: account.picture != nil)
        account.failure = nil
        return [.survey(profile: account.profile, regions: account.regions)]
    }

    /// Turns to another account or other regions: nothing of the former may stay on the screen as if it were of these.
    mutating func turn(toProfile profile: String?, regions: [Region]) -> [Effect] {
        if profile != account.profile {
            account.picture = nil
            account.lastInventory = nil
            account.credentialsExpire = nil
            account.credentialsSource = nil
            account.regionEvents = []
            account.knownRegions = []
            opened = nil
            // A walkthrough is of one account; it is kept.
            walk = nil
            isArmed = false
            lostRegion = nil
            asksOfWorst = true
            judgedThreat = nil
            places = PlaceHistory()
            for pane in lists.keys { lists[pane]?.empty(faultsOnly: pane == .posture) }
        }
        account.profile = profile
        account.regions = regions
        return survey()
    }

    mutating func takeSurvey(_ message: Message) -> [Effect] {
        switch message {
        case .surveyBegan:
            account.progress = SurveyProgress(startedAt: now, isRefresh: account.picture != nil)
        case .progress(let calls, let expected, let waitingFor, let regions):
            guard account.progress != nil else { return [] }
            account.progress?.calls = calls
            account.progress?.expectedCalls = expected
            account.progress?.waitingFor = waitingFor
            account.progress?.regions = regions
        case .partial(let inventory):
            // A refresh shows the old values until it has ended.
            guard account.progress?.isRefresh == false else { return [] }
            return [.picture(inventory, isFinal: false)]
        case .surveyed(let inventory):
            account.progress = nil
            let kept = account.lastInventory.map { inventory.keepingUnreachable(from: $0) } ?? inventory
            account.note(kept)
            account.lastInventory = kept
            return [.picture(kept, isFinal: true)]
        case .surveyFailed(let reason):
            account.progress = nil
            account.failure = reason
        case .credentials(let source, let expire):
            account.credentialsSource = source
            account.credentialsExpire = expire
        case .pictured(let picture, let isFinal): return show(picture, isFinal: isFinal)
        default: break
        }
        return []
    }

    private mutating func show(_ picture: Picture, isFinal: Bool) -> [Effect] {
        account.picture = picture
        layOutDrills()
        let regions = picture.assessment.scenarios.compactMap(\.scenario.region)
        // What the operator looks at closer is not taken away.
        let isFree = asksOfWorst && opened == nil && lists[.posture]?.isChosen != true
        if lostRegion.map({ !regions.contains($0) }) ?? true || isFinal && isFree { lostRegion = picture.worstRegion }
        if isFinal { asksOfWorst = false }
        // The former answers stay until the new ones are there.
        var effects = Pane.allCases.filter(\.hasList).flatMap { refill($0) }
        if threat != .regionOutage { effects.append(.judge(threat, picture.inventory)) }
        if let opened {
            effects.append(.judgeResource(arn: opened.arn, picture.inventory, picture.assessment.findings))
        }
        return effects
    }

    /// What the list of a pane shows of the picture.
    func contents(of pane: Pane) -> any ListContents {
        guard let picture else { return EmptyList() }
        switch pane {
        case .posture: return scenario.map { PostureList($0, in: picture) } ?? EmptyList()
        case .buckets: return picture.buckets
        case .replication: return picture.replication
        case .resources: return picture.resources
        case .restore:
            return (picture.restores as? RestoreList)?.adding(records, of: picture.assessment.account, now: now)
                ?? picture.restores
        case .activity:
            return (picture.activity as? ActivityList)?.adding(account.regionEvents) ?? picture.activity
        case .calendar: return EmptyList()
        }
    }
}

extension Picture {
    /// The region whose loss would be worst: the most that is lost or at risk, then the most unknown.
    var worstRegion: Region? {
        func harm(_ scenario: ScenarioAssessment) -> [Int] {
            let counts = scenario.counts
            return [(counts[.unprotected] ?? 0) + (counts[.atRisk] ?? 0), counts[.unknown] ?? 0]
        }
        let worst = assessment.scenarios.max { harm($0).lexicographicallyPrecedes(harm($1)) }
        return worst?.scenario.region
    }
}

extension Model {
    /// What is to be done when the interface opens.
    package mutating func start() -> [Effect] { [.listKept] + survey() }
}
