import AWSModel
import Canvas
import Foundation
import Posture

/// What happened in the account and to its regions, newest first.
struct ActivityList: ListContents {
    struct Row: Sendable {
        /// "backup", "copy", "restore", "region"
        let kind: String
        let id: String
        let state: JobState
        let moment: Date?
        let ended: Date?
        let subject: String?
        let name: String
        let region: Region
        let message: String
        /// Where it leads: a vault, a copy's destination.
        let target: String
    }

    let columns: [ListColumn] = [
        ListColumn("when", TableColumn("When", minimum: 17, ideal: 17)),
        ListColumn("kind", TableColumn("What", minimum: 7, ideal: 8)),
        ListColumn("state", TableColumn("State", minimum: 12, ideal: 14), isOfWords: true),
        ListColumn("name", TableColumn("Resource", minimum: 16, ideal: 34)),
        ListColumn("region", TableColumn("Region", minimum: 12, ideal: 14, priority: 1)),
        ListColumn("target", TableColumn("To", minimum: 10, ideal: 20, priority: 3)),
        ListColumn("message", TableColumn("AWS says", minimum: 16, ideal: 80, priority: 2)),
    ]
    let rows: [Row]

    init(_ inventory: Inventory) {
        var rows: [Row] = []
        var seen: Set<String> = []
        for jobs in inventory.history?.jobs ?? [] {
            rows += (jobs.backups.value ?? []).map { Row($0, jobs.region) }
            rows += (jobs.copies.value ?? []).map { Row($0, jobs.region) }
            rows += (jobs.restores.value ?? []).map { Row($0, jobs.region) }
        }
        for backup in inventory.backup {
            rows += (backup.troubledJobs.value ?? []).map { Row($0, backup.region) }
            rows += (backup.troubledCopies.value ?? []).map { Row($0, backup.region) }
            rows += (backup.restores.value ?? []).map { Row($0, backup.region) }
        }
        rows = rows.filter { seen.insert($0.id).inserted }
        rows.sort { ($0.moment ?? .distantPast, $0.id) > ($1.moment ?? .distantPast, $1.id) }
        self.rows = rows
    }

    private init(rows: [Row]) { self.rows = rows }

    /// With what befell regions, each where it belongs in time.
    func adding(_ events: [RegionEvent]) -> ActivityList {
        var merged = rows
        for (number, event) in events.enumerated() {
            let row = Row(event, number: number)
            let place = merged.firstIndex { ($0.moment ?? .distantPast) <= event.at } ?? merged.count
            merged.insert(row, at: place)
        }
        return ActivityList(rows: merged)
    }

    var count: Int { rows.count }

    func cells(at row: Int) -> [TableCell] {
        let row = rows[row]
        return [
            TableCell(row.moment?.minute ?? "", .faint), TableCell(row.kind, .label),
            TableCell(row.state.text, row.state.role), TableCell(row.name, cutsMiddle: true),
            TableCell(row.region.name), TableCell(row.target, .faint, cutsMiddle: true),
            TableCell(row.message, row.state.role == .good ? .faint : .text),
        ]
    }

    func sortKey(at row: Int, column: Int) -> SortKey {
        columns[column].name == "when"
            ? .number(rows[row].moment?.timeIntervalSince1970 ?? 0) : .text(cells(at: row)[column].text)
    }

    func identity(at row: Int) -> String { rows[row].id }
    func subject(at row: Int) -> String? { rows[row].subject }

    func isFault(at row: Int) -> Bool {
        switch rows[row].state.role {
        case .bad, .warning, .alarm, .unknown: true
        default: false
        }
    }
}

extension ActivityList.Row {
    init(_ job: BackupJob, _ region: Region) {
        self.init(
            kind: "backup", id: job.id, state: job.jobState, moment: job.createdAt, ended: job.completedAt,
            subject: job.resourceARN, name: job.resourceName ?? job.resourceARN.map(ResourceName.short) ?? job.id,
            region: region, message: job.statusMessage ?? "", target: job.vaultName ?? "")
    }

    init(_ job: CopyJob, _ region: Region) {
        let vault = job.destinationVaultARN.flatMap { ARN($0) }
        self.init(
            kind: "copy", id: job.id, state: job.jobState, moment: job.createdAt, ended: job.completedAt,
            subject: job.resourceARN, name: job.resourceName ?? job.resourceARN.map(ResourceName.short) ?? job.id,
            region: region, message: job.statusMessage ?? "",
            target: vault?.region.map { "\($0.name) \(ResourceName.short(job.destinationVaultARN ?? ""))" } ?? "")
    }

    init(_ job: RestoreJob, _ region: Region) {
        self.init(
            kind: "restore", id: job.id, state: job.state, moment: job.createdAt, ended: job.completedAt,
            subject: job.sourceResourceARN, name: job.subject, region: region, message: job.statusMessage ?? "",
            target: job.createdResourceARN.map(ResourceName.short) ?? "")
    }

    init(_ event: RegionEvent, number: Int) {
        let state: JobState =
            switch event.state {
            case .timedOut: JobState("✗ TIMEOUT", .alarm)
            case .unreachable: JobState("✗ UNREACHABLE", .alarm)
            case .denied: JobState("✗ denied", .warning)
            case .answered, .notEnabled: JobState("✓ answers again", .good)
            }
        self.init(
            kind: "region", id: "region \(event.region.name) \(number)", state: state, moment: event.at, ended: nil,
            subject: nil, name: event.region.name, region: event.region, message: event.message, target: "")
    }
}
