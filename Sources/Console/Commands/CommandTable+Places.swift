import Canvas

extension CommandTable {
    /// Moving between panes, resources and where one has been.
    static let places: [Command] =
        Pane.allCases.map(command(for:)) + [
            Command(.nextPane, keys: [.tab], "next pane", "Go to the next pane.") {
                $0.go(to: $0.pane.neighbour(1))
            },
            Command(.previousPane, keys: [.backTab], "previous pane", "Go to the previous pane.") {
                $0.go(to: $0.pane.neighbour(-1))
            },
            Command(
                .open, keys: [.enter], in: .lists, "open",
                "Open the resource: its verdicts, paths, evidence, findings.",
                bar: 1,
                disabled: { $0.list.selectedSubject == nil && $0.selectedWalk == nil ? "nothing is selected" : nil }
            ) {
                if let kept = $0.selectedWalk { return $0.open(kept) }
                guard let arn = $0.list.selectedSubject else { return [] }
                return $0.open(arn)
            },
            Command(.leave, keys: [.escape], "leave", "Leave what was opened; drop the filter.") { $0.leave() },
            Command(
                .back, keys: [.character("[")], "back", "Go back to where you were.",
                disabled: { $0.places.canGoBack ? nil : "there is nothing to go back to" }
            ) { $0.goBack() },
            Command(
                .forward, keys: [.character("]")], "forward", "Go forward again.",
                disabled: { $0.places.canGoForward ? nil : "there is nothing to go forward to" }
            ) { $0.goForward() },
            Command(
                .quit, keys: [.character("q"), .control("c")], "quit", "Go back; at the top, ask to quit.", bar: 7
            ) {
                $0.quit()
            },
        ]

    private static func command(for pane: Pane) -> Command {
        Command(pane.commandID, keys: [.character(Character("\(pane.rawValue)"))], pane.name, pane.help) {
            $0.go(to: pane)
        }
    }
}

extension Pane {
    var commandID: CommandID {
        switch self {
        case .posture: .posture
        case .buckets: .buckets
        case .replication: .replication
        case .calendar: .calendar
        case .resources: .resources
        case .restore: .restore
        case .activity: .activity
        }
    }

    fileprivate var help: String {
        switch self {
        case .posture: "What the loss of a region would do, the worst first."
        case .buckets: "Every bucket with its replication and backup."
        case .replication: "Every replication rule, its lag and its failures."
        case .calendar: "What the backup plans will run and did run."
        case .resources: "Databases, volumes and file systems with their protection."
        case .restore: "Restore jobs, running and past."
        case .activity: "Every job and every region's health."
        }
    }

    fileprivate func neighbour(_ distance: Int) -> Pane {
        let count = Pane.allCases.count
        return Pane.allCases[(rawValue - 1 + distance + count) % count]
    }
}
