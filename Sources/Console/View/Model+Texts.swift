import AWSModel
import Canvas
import Posture

extension Model {
    /// The lines above the list of the pane in front.
    var summary: [[Span]] {
        guard picture != nil, opened == nil else { return [] }
        return failureLines + paneSummary
    }

    /// Why the last reading failed while an earlier one is shown, whole.
    private var failureLines: [[Span]] {
        guard let failure = account.failure else { return [] }
        return Array(
            ScrollingText([[Span("✗ last reading failed: \(failure)", .bad)]], offset: 0).lines(width: size.columns)
                .prefix(3))
    }

    private var paneSummary: [[Span]] {
        switch pane {
        case .posture: return postureSummary
        case .buckets: return bucketsSummary
        case .replication: return replicationSummary
        case .calendar: return calendarSummary
        case .resources: return resourcesSummary
        case .restore: return restoreSummary
        case .activity: return activitySummary
        }
    }

    /// What is said of the selected row.
    var detail: [[Span]] {
        guard pane != .calendar else { return calendarDetail(calendarDay) }
        guard let row = list.selectedRow else { return [] }
        switch pane {
        case .posture, .buckets, .resources: return list.contents.subject(at: row).map(resourceBrief) ?? []
        case .replication: return replicationDetail(row)
        case .restore: return restoreDetail(row)
        case .activity: return activityDetail(row)
        case .calendar: return []
        }
    }

    /// Before the first reading has shown anything.
    var waitingText: [[Span]] {
        if let failure = account.failure {
            return [
                [Span("The account could not be read", .title)], [], [Span(failure, .bad)], [],
                [
                    Span("R", .key), Span(" tries again, "), Span("P", .key), Span(" picks another profile, "),
                    Span("lifeboat doctor", .accent), Span(" says more."),
                ],
            ]
        }
        return [
            [Span("Are we protected if an AWS region goes down?", .title)], [],
            [Span("Reading the account; what is known appears as it arrives.")],
        ]
    }

    var emptyListText: [[Span]] {
        let list = self.list
        if !list.arrangement.filter.isEmpty {
            let unknown = list.arrangement.filter.unknownColumns.map { name in
                [
                    Span("There is no column \(name): ", .warning),
                    Span(list.columnNames.joined(separator: " "), .accent),
                ]
            }
            return unknown + [
                [
                    Span(list.arrangement.faultsOnly ? "No fault has these words: " : "Nothing has these words: "),
                    Span(list.arrangement.filter.text, .match),
                ],
                [Span("esc", .key), Span(" drops the filter.")],
            ] + (list.arrangement.faultsOnly ? [[Span("a", .key), Span(" looks among all rows.")]] : [])
        }
        if list.arrangement.faultsOnly, list.contents.count > 0 {
            return [
                [
                    Span("✓ Nothing is wrong here.", .good),
                    Span(" \(list.contents.count.counted("row is", "rows are")) not shown."),
                ],
                [Span("a", .key), Span(" shows them all.")],
            ]
        }
        if account.progress != nil { return [[Span("Nothing yet: the account is being read.", .faint)]] }
        if let unread = unreadText { return [[Span("? \(unread)", .unknown)]] }
        let among =
            account.regions.isEmpty ? "" : " Only \(account.regions.map(\.name).joined(separator: ", ")) was read."
        return [[Span(pane.emptyText + among, .faint)]]
    }

    var openedLineCount: Int {
        guard let opened else { return 0 }
        return ScrollingText(resourceText(of: opened.arn), offset: 0).lineCount(width: ScreenLayout(self).body.columns)
    }
}

extension Model {
    /// What was not read of that which the pane in front lists; nil where all was.
    var unreadText: String? {
        guard let inventory = picture?.inventory else { return nil }
        func unread(_ what: String, _ gap: (BackupRegion) -> String?) -> String? {
            let gaps = inventory.backup.compactMap(gap)
            return gaps.first.map { "\(what) of \(gaps.count.counted("region")) were not read: \($0)" }
        }
        let listing = inventory.bucketListing.gap.map { "The buckets were not listed: \($0)" }
        let holdings = unread("What AWS Backup holds") { $0.protectedResources.gap ?? $0.vaults.gap }
        return switch pane {
        case .posture: listing ?? holdings
        case .buckets, .replication: listing
        case .resources: holdings
        case .restore: unread("The restores", \.restores.gap)
        case .activity: unread("The jobs", \.troubledJobs.gap)
        case .calendar: unread("The plans", \.plans.gap)
        }
    }
}

extension Pane {
    fileprivate var emptyText: String {
        switch self {
        case .posture: "This account holds nothing that the loss of this region would touch."
        case .buckets: "This account has no buckets."
        case .replication: "No bucket has a replication rule."
        case .resources: "AWS Backup knows of no database, volume or file system here."
        case .restore: "No restore was run in the last 90 days."
        case .activity: "No job of AWS Backup was read."
        case .calendar: "No backup plan was read."
        }
    }
}
