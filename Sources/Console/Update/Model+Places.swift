import AWSModel
import Canvas
import Posture

extension Model {
    private var place: Place {
        Place(
            pane: pane, lostRegion: lostRegion, threat: threat, opened: opened?.arn,
            selected: pane.hasList ? list.selectedIdentity : nil)
    }

    mutating func go(to pane: Pane) -> [Effect] {
        guard pane != self.pane || opened != nil else { return [] }
        places.leave(place)
        self.pane = pane
        opened = nil
        isArmed = isWalking && walk?.isArming == true
        isZoomed = false
        detailOffset = 0
        keepSelectionVisible()
        return []
    }

    mutating func open(_ arn: String) -> [Effect] {
        guard opened?.arn != arn else { return [] }
        if pane.hasList { list.isChosen = true }
        places.leave(place)
        opened = OpenedResource(arn: arn)
        return judgeOpened()
    }

    mutating func goBack() -> [Effect] {
        guard let last = places.goBack(from: place) else { return [] }
        return restore(last)
    }

    mutating func goForward() -> [Effect] {
        guard let next = places.goForward(from: place) else { return [] }
        return restore(next)
    }

    private mutating func restore(_ place: Place) -> [Effect] {
        let asksAnew = place.lostRegion != lostRegion || place.threat != threat
        pane = place.pane
        if place.lostRegion != lostRegion { asksOfWorst = false }
        lostRegion = place.lostRegion
        if place.threat != threat { judgedThreat = nil }
        threat = place.threat
        opened = place.opened.map { OpenedResource(arn: $0) }
        if pane.hasList, let selected = place.selected, !asksAnew,
            let row = list.order.firstIndex(where: { list.contents.identity(at: Int($0)) == selected })
        {
            list.position.selected = row
        }
        isArmed = isWalking && walk?.isArming == true
        keepSelectionVisible()
        return (asksAnew ? refill(.posture) + judgeThreat() : []) + judgeOpened()
    }

    /// Leaves whatever was opened last: a resource, a zoom, marks, a filter.
    mutating func leave() -> [Effect] {
        if opened != nil { return goBack() }
        if isZoomed {
            isZoomed = false
            return []
        }
        if pane == .calendar, calendar.span == .day, let span = calendar.opened {
            calendar.span = span
            calendar.opened = nil
            detailOffset = 0
            return []
        }
        guard pane.hasList else { return [] }
        if !list.arrangement.filter.isEmpty { return arrange { $0.filter = .none } }
        list.marks = []
        return []
    }

    /// Goes back, and at the top asks.
    mutating func quit() -> [Effect] {
        if opened != nil || isZoomed || (pane == .calendar && calendar.opened != nil) { return leave() }
        overlay = .quit
        return []
    }

    // MARK: The region that is asked about

    mutating func askOfRegion(_ distance: Int) -> [Effect] {
        let regions = (picture?.assessment.scenarios ?? []).compactMap(\.scenario.region)
        guard !regions.isEmpty else { return [] }
        let current = lostRegion.flatMap { regions.firstIndex(of: $0) } ?? 0
        return ask(of: regions[(current + distance + regions.count) % regions.count])
    }

    mutating func ask(of region: Region) -> [Effect] {
        lostRegion = region
        asksOfWorst = false
        threat = .regionOutage
        judgedThreat = nil
        detailOffset = 0
        return refill(.posture)
    }

    // MARK: Other threats

    mutating func ask(about threat: Threat) -> [Effect] {
        self.threat = threat
        judgedThreat = nil
        detailOffset = 0
        return refill(.posture) + judgeThreat()
    }

    /// What answers a threat that is no region's outage; the outages were answered with the picture.
    func judgeThreat() -> [Effect] {
        guard threat != .regionOutage, judgedThreat == nil, let picture else { return [] }
        return [.judge(threat, picture.inventory)]
    }

    func judgeOpened() -> [Effect] {
        guard let opened, opened.dossier == nil, let picture else { return [] }
        return [.judgeResource(arn: opened.arn, picture.inventory, picture.assessment.findings)]
    }

    mutating func take(_ scenario: ScenarioAssessment) -> [Effect] {
        guard scenario.scenario.threat == threat else { return [] }
        judgedThreat = scenario
        return refill(.posture)
    }
}
