/// The seven panes, by the number that opens them.
package enum Pane: Int, Hashable, Sendable, CaseIterable {
    case posture = 1
    case buckets, replication, calendar, resources, restore, activity

    package var title: String {
        switch self {
        case .posture: "Posture"
        case .buckets: "Buckets"
        case .replication: "Replication"
        case .calendar: "Calendar"
        case .resources: "Resources"
        case .restore: "Restore"
        case .activity: "Activity"
        }
    }

    /// What the palette and a configuration call it.
    package var name: String { title.lowercased() }
    package var hasList: Bool { self != .calendar }
}
