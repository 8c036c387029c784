import AWSModel
import Canvas
import Foundation
import Posture
import Recovery

/// Restores that run or ran, newest first, and the plans that test restores.
struct RestoreList: ListContents {
    enum Row: Sendable {
        case job(RestoreJob, region: Region)
        case testing(RestoreTestingPlan, region: Region)
        case walk(KeptWalk)
        case drill(DrillLine)
    }

    let columns: [ListColumn] = [
        ListColumn("state", TableColumn("State", minimum: 13, ideal: 14), isOfWords: true),
        ListColumn("name", TableColumn("Restored", minimum: 18, ideal: 34)),
        ListColumn("type", TableColumn("Type", minimum: 6, ideal: 10, priority: 3)),
        ListColumn("region", TableColumn("Region", minimum: 12, ideal: 14, priority: 1)),
        ListColumn("started", TableColumn("Started", minimum: 17, ideal: 17)),
        ListColumn("took", TableColumn("Took", minimum: 6, ideal: 10, alignment: .trailing, priority: 2)),
        ListColumn("validation", TableColumn("Validation", minimum: 10, ideal: 12, priority: 4)),
        ListColumn("message", TableColumn("AWS says", minimum: 12, ideal: 60, priority: 5)),
    ]
    private(set) var rows: [Row]
    /// As of when drills are proofs.
    private var now = Date.distantPast

    init(_ inventory: Inventory) {
        var jobs: [(job: RestoreJob, region: Region)] = []
        var seen: Set<String> = []
        let recent = (inventory.history?.jobs ?? []).map { ($0.region, $0.restores.value ?? []) }
        let completed = inventory.backup.map { ($0.region, $0.restores.value ?? []) }
        for (region, list) in recent + completed {
            for job in list where seen.insert(job.id).inserted { jobs.append((job, region)) }
        }
        jobs.sort { ($0.job.createdAt ?? .distantPast, $0.job.id) > ($1.job.createdAt ?? .distantPast, $1.job.id) }
        let running = jobs.filter { $0.job.isRunning }
        let ended = jobs.filter { !$0.job.isRunning }
        let testing = inventory.backup.flatMap { backup in
            (backup.restoreTestingPlans.value ?? []).map { Row.testing($0, region: backup.region) }
        }
        rows = (running + ended).map { Row.job($0.job, region: $0.region) } + testing
    }

    /// With what the ledger holds: what is under way first, drills last.
    func adding(_ records: RestoreRecords, of account: AccountID?, now: Date) -> RestoreList {
        var list = self
        list.now = now
        let walks = records.walks.filter { $0.walkthrough.account == account }
        list.rows = walks.map { .walk($0) } + rows + records.drills.map { .drill($0) }
        return list
    }

    var count: Int { rows.count }

    func cells(at row: Int) -> [TableCell] {
        switch rows[row] {
        case .job(let job, let region):
            return [
                TableCell(job.state.text, job.state.role), TableCell(job.subject, cutsMiddle: true),
                TableCell(job.resourceType ?? "", .faint), TableCell(region.name),
                TableCell(job.createdAt?.minute ?? ""), TableCell(job.took ?? ""),
                TableCell(job.validation?.wire.lowercased() ?? "", job.validation == .known(.failed) ? .bad : .faint),
                TableCell(job.statusMessage ?? "", .faint),
            ]
        case .testing(let plan, let region):
            return [
                TableCell("○ scheduled", .neutral), TableCell(plan.name, cutsMiddle: true),
                TableCell("drill", .faint), TableCell(region.name), TableCell(plan.scheduleExpression ?? ""),
                TableCell(""), TableCell(""), TableCell("AWS Backup's restore testing plan", .faint),
            ]
        case .walk(let kept):
            let draft = kept.walkthrough.draft
            let isRunning = kept.walkthrough.isUnderWay
            return [
                TableCell(isRunning ? "▸ under way" : "○ kept", .accent),
                TableCell(draft.map { ResourceName.short($0.resource.arn) } ?? "not chosen yet", cutsMiddle: true),
                TableCell(kept.kind, .faint),
                TableCell(draft?.region.name ?? ""), TableCell(kept.walkthrough.startedAt.minute), TableCell(""),
                TableCell(""), TableCell("at \(kept.walkthrough.step.title); enter goes on", .faint),
            ]
        case .drill(let drill):
            let standing = drill.standing(at: now)
            return [
                TableCell(standing.text, standing.role),
                TableCell(ResourceName.short(drill.resource), cutsMiddle: true), TableCell("drill", .faint),
                TableCell(drill.region), TableCell(drill.at.minute), TableCell(""), TableCell(""),
                TableCell(drill.words(at: now), .faint),
            ]
        }
    }

    func sortKey(at row: Int, column: Int) -> SortKey {
        guard case .job(let job, _) = rows[row] else { return .text(cells(at: row)[column].text) }
        switch columns[column].name {
        case "started": return .number(job.createdAt?.timeIntervalSince1970 ?? 0)
        case "took": return .number(job.seconds ?? .infinity)
        default: return .text(cells(at: row)[column].text)
        }
    }

    func identity(at row: Int) -> String {
        switch rows[row] {
        case .job(let job, _): job.id
        case .testing(let plan, let region): plan.arn ?? "\(region.name) \(plan.name)"
        case .walk(let kept): kept.id
        case .drill(let drill): "drill \(drill.id)"
        }
    }

    func subject(at row: Int) -> String? {
        switch rows[row] {
        case .job(let job, _): job.sourceResourceARN
        case .drill(let drill): drill.resource
        case .testing, .walk: nil
        }
    }

    func isFault(at row: Int) -> Bool {
        guard case .job(let job, _) = rows[row] else { return false }
        return job.state.role == .bad || job.validation == .known(.failed)
    }
}

extension RestoreJob {
    var isRunning: Bool { status == .known(.running) || status == .known(.pending) }

    var state: JobState {
        switch status {
        case .known(.completed): JobState("✓ completed", .good)
        case .known(.failed): JobState("✗ failed", .bad)
        case .known(.aborted): JobState("✗ aborted", .bad)
        case .known(.running): JobState("▸ \(percentDone ?? "running")", .accent)
        case .known(.pending): JobState("○ pending", .accent)
        case .other(let text): JobState("? \(text.lowercased())", .unknown)
        case nil: JobState("? not told", .unknown)
        }
    }

    /// The name of what was restored, from its ARN.
    var subject: String { (sourceResourceARN ?? recoveryPointARN).map(ResourceName.short) ?? id }

    /// Whether it ended well, not contradicted by its validation, within the time that proves anything.
    func proves(at now: Date) -> Bool {
        guard status == .known(.completed), validation == nil || validation == .known(.successful) else { return false }
        return (completedAt ?? createdAt).map { $0 > now.addingTimeInterval(-RestoreEvidence.windowSeconds) } ?? false
    }

    /// Seconds from its start to its end.
    var seconds: Double? {
        guard let createdAt, let completedAt, completedAt > createdAt else { return nil }
        return completedAt.timeIntervalSince(createdAt)
    }

    var took: String? { seconds.map { Duration.seconds(Int64($0)).short } }
}
