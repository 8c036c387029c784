package import AWSModel
package import Posture

/// Where the operator was: a pane, what was asked there, and what was opened or selected.
package struct Place: Hashable, Sendable {
    package var pane: Pane
    package var lostRegion: Region?
    package var threat = Threat.regionOutage
    package var opened: String?
    package var selected: String?
}

/// The way through the panes, to go back and forth on.
package struct PlaceHistory: Hashable, Sendable {
    private var behind: [Place] = []
    private var ahead: [Place] = []

    package init() {}

    package var canGoBack: Bool { !behind.isEmpty }
    package var canGoForward: Bool { !ahead.isEmpty }

    /// Notes a place that is about to be left for a new one.
    mutating func leave(_ place: Place) {
        if behind.last != place { behind.append(place) }
        if behind.count > 100 { behind.removeFirst() }
        ahead = []
    }

    mutating func goBack(from place: Place) -> Place? {
        guard let last = behind.popLast() else { return nil }
        ahead.append(place)
        return last
    }

    mutating func goForward(from place: Place) -> Place? {
        guard let next = ahead.popLast() else { return nil }
        behind.append(place)
        return next
    }
}
