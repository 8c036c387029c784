import AWSModel
import Canvas
import Posture

/// What the loss of one region does to each resource it touches, worst first.
struct PostureList: ListContents {
    let columns: [ListColumn]
    private static let columns = [
        ListColumn("verdict", TableColumn("Verdict", minimum: 13, ideal: 14), isOfWords: true),
        ListColumn("name", TableColumn("Resource", minimum: 23, ideal: 36)),
        ListColumn("type", TableColumn("Type", minimum: 8, ideal: 16, priority: 3)),
        ListColumn(
            "rpo", TableColumn("Loses", minimum: 8, ideal: 8, alignment: .trailing, priority: 2), leavesEmpty: true),
        ListColumn(
            "rto", TableColumn("Back in", minimum: 8, ideal: 8, alignment: .trailing, priority: 4), leavesEmpty: true),
        ListColumn("assurance", TableColumn("Assurance", minimum: 11, ideal: 11, priority: 5), leavesEmpty: true),
        ListColumn("reason", TableColumn("Reason", minimum: 21, ideal: 60, priority: 1, isGreedy: true)),
    ]
    /// Where resources of all regions stand together.
    private static let region = ListColumn("region", TableColumn("Region", minimum: 9, ideal: 14, priority: 2))
    private let hasRegion: Bool
    private let resources: [ResourceAssessment]
    private let staleRegions: Set<Region>

    init(_ scenario: ScenarioAssessment, in picture: Picture) {
        let touched = scenario.resources.prefix { $0.verdict != .unaffected }
        // What is accepted comes after what is not.
        resources = scenario.accepted == 0 ? Array(touched) : Self.worstFirst(touched)
        staleRegions = picture.staleRegions
        hasRegion = scenario.scenario.region == nil
        columns = Self.columns.prefix(3) + (hasRegion ? [Self.region] : []) + Self.columns.dropFirst(3)
    }

    private static func worstFirst(_ resources: some Sequence<ResourceAssessment>) -> [ResourceAssessment] {
        resources.enumerated().sorted { a, b in
            (a.element.severity, a.offset) < (b.element.severity, b.offset)
        }.map(\.element)
    }

    var count: Int { resources.count }

    func cells(at row: Int) -> [TableCell] {
        let resource = resources[row]
        let standing = resource.standing
        let isStale =
            !staleRegions.isEmpty
            && (resource.region.map(staleRegions.contains) == true
                || resource.paths.contains { staleRegions.contains($0.region) })
        let suffices = resource.paths.first?.suffices == true
        let region = TableCell(resource.region?.name ?? "unread")
        let cells = [
            TableCell(standing.text, standing.role),
            TableCell(resource.name, cutsMiddle: true),
            TableCell(resource.type.name, .faint, short: resource.type.shortName),
            TableCell(suffices ? resource.recoveryPoint?.short ?? "" : ""),
            TableCell(suffices ? resource.recoveryTime?.short ?? "" : ""),
            TableCell(resource.assurance?.rawValue ?? "", .faint),
            TableCell(resource.accepted.map { "\(resource.verdict.words), \($0.sentence)" } ?? resource.reason),
        ]
        let all = cells.prefix(3) + (hasRegion ? [region] : []) + cells.dropFirst(3)
        return isStale ? all.map(\.stale) : Array(all)
    }

    func sortKey(at row: Int, column: Int) -> SortKey {
        let resource = resources[row]
        return switch columns[column].name {
        case "verdict": .number(resource.severity)
        case "rpo": .number(resource.recoveryPoint.map { Double($0.seconds) } ?? .infinity)
        case "rto": .number(resource.recoveryTime.map { Double($0.seconds) } ?? .infinity)
        default: .text(cells(at: row)[column].text)
        }
    }

    func identity(at row: Int) -> String { resources[row].arn }

    func isFault(at row: Int) -> Bool {
        switch resources[row].verdict {
        case .atRisk, .unprotected, .unknown: true
        case .protected, .unaffected, .notEvaluated: false
        }
    }
}
