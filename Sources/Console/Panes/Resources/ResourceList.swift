import AWSModel
import Canvas
import Foundation
import Posture

/// Databases, volumes, file systems and whatever else AWS Backup knows of, worst first.
struct ResourceList: ListContents {
    let columns: [ListColumn] = [
        ListColumn("verdict", TableColumn("Verdict", minimum: 13, ideal: 14), isOfWords: true),
        ListColumn("name", TableColumn("Resource", minimum: 21, ideal: 36)),
        ListColumn("type", TableColumn("Type", minimum: 14, ideal: 16)),
        ListColumn("region", TableColumn("Region", minimum: 9, ideal: 14, priority: 1)),
        ListColumn("newest", TableColumn("Backup here", minimum: 11, ideal: 13, priority: 4)),
        ListColumn("copy", TableColumn("Copy elsewhere", minimum: 16, ideal: 22)),
        ListColumn("own", TableColumn("Own protection", minimum: 14, ideal: 18, priority: 2)),
        ListColumn("reason", TableColumn("Reason", minimum: 20, ideal: 80, priority: 3)),
    ]
    private let judged: JudgedInventory
    private let places: [PictureIndex.Place]
    private let backups: HomeBackups
    private let own: OwnHistory

    init(_ judged: JudgedInventory) {
        self.judged = judged
        let others = judged.index.home.values.filter { judged.resource($0).type != .s3Bucket }
        places = others.sorted { a, b in
            let (one, two) = (judged.resource(a), judged.resource(b))
            return (one.severity, one.name, one.arn) < (two.severity, two.name, two.arn)
        }
        let regions = others.compactMap { place in
            let resource = judged.resource(place)
            return resource.region.map { (resource.arn, $0) }
        }
        own = OwnHistory(judged.inventory)
        backups = HomeBackups(judged.inventory, of: Dictionary(regions) { first, _ in first })
    }

    var count: Int { places.count }

    func cells(at row: Int) -> [TableCell] {
        let resource = judged.resource(places[row])
        let isJudged = resource.verdict != .notEvaluated
        let cells = [
            TableCell(resource.standing.text, resource.standing.role),
            TableCell(resource.name, cutsMiddle: true), TableCell(resource.type.name, .faint),
            TableCell(resource.region?.name ?? "unread", resource.region == nil ? .unknown : .text),
            backups.cell(of: resource.arn, in: resource.region, now: judged.assessment.generatedAt),
            ResourceCells.backupCopy(of: resource, in: judged),
            isJudged
                ? ResourceCells.own(resource, own[resource.arn], now: judged.assessment.generatedAt)
                : TableCell("", .faint),
            TableCell(resource.reason, .faint),
        ]
        return judged.isStale(resource) ? cells.map(\.stale) : cells
    }

    func sortKey(at row: Int, column: Int) -> SortKey {
        columns[column].name == "verdict"
            ? .number(judged.resource(places[row]).severity) : .text(cells(at: row)[column].text)
    }

    func identity(at row: Int) -> String { judged.resource(places[row]).arn }
    func isFault(at row: Int) -> Bool { judged.resource(places[row]).isFault }
}
