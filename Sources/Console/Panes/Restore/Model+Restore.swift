import AWSModel
import Canvas
import Posture
import Recovery

extension Model {
    /// How many restores run, and how many resources were restored within the time that proves anything.
    var restoreSummary: [[Span]] {
        guard let list = picture?.restores as? RestoreList else { return [] }
        let jobs = list.rows.compactMap { row -> RestoreJob? in
            if case .job(let job, _) = row { return job }
            return nil
        }
        let running = jobs.filter(\.isRunning).count
        let proven = Set(jobs.filter { $0.proves(at: now) }.compactMap(\.sourceResourceARN)).count
        var line = [
            Span("Restores of the last 90 days: ", .title),
            Span("\(running) running", running > 0 ? .accent : .faint), Span("  "),
            Span("\(proven.counted("resource")) restored", proven > 0 ? .good : .warning),
        ]
        let unread = picture?.inventory.backup.filter { !$0.restores.isRead }.map(\.region.name) ?? []
        if !unread.isEmpty { line.append(Span("  not read in \(unread.joined(separator: ", "))", .unknown)) }
        return [line, [Span("A backup that has never been restored is an assumption, not a guarantee.", .faint)]]
    }

    func restoreDetail(_ row: Int) -> [[Span]] {
        guard let list = list.contents as? RestoreList, list.rows.indices.contains(row) else { return [] }
        switch list.rows[row] {
        case .testing(let plan, let region):
            return [
                [Span(plan.name, .title)], [Span("A restore testing plan of AWS Backup in \(region.name).")],
                [
                    Span("runs ", .label), Span("\(plan.scheduleExpression ?? "not told") "),
                    Span(plan.scheduleTimezone ?? "UTC", .faint),
                ],
            ]
        case .walk(let kept):
            let path = kept.walkthrough.path.flatMap(\.answers).filter { !$0.value.isEmpty }
            return [
                [Span("A \(kept.kind)", .title)],
                [Span("by ", .label), Span(kept.walkthrough.operatorName)],
                [Span("begun ", .label), Span(kept.walkthrough.startedAt.minute)],
                [Span("last ", .label), Span(kept.updatedAt.minute)],
            ] + path.map { [Span("\($0.title) ", .label), Span($0.value)] }
                + [[], [Span("enter", .key), Span(" goes on at: \(kept.walkthrough.step.title)")]]
        case .drill(let drill):
            return [
                [
                    Span("\(drill.standing(at: now).text) ", drill.standing(at: now).role),
                    Span(drill.words(at: now)),
                ], [Span(drill.resource, .accent)],
                [Span("\(drill.type) in \(drill.region), \(drill.at.minute)")],
            ] + drill.evidence.map { [Span($0, .faint)] }
        case .job(let job, let region):
            var lines: [[Span]] = [
                [Span("\(job.state.text) ", job.state.role), Span(job.subject, .title)],
                [Span("in ", .label), Span(region.name), Span("  job ", .label), Span(job.id)],
            ]
            if let text = job.statusMessage { lines.append([Span(text, job.state.role)]) }
            if let arn = job.createdResourceARN { lines.append([Span("made ", .label), Span(arn, .accent)]) }
            if let arn = job.recoveryPointARN { lines.append([Span("from ", .label), Span(arn, .accent)]) }
            if let made = job.recoveryPointCreatedAt { lines.append([Span("of ", .label), Span(made.minute)]) }
            if let size = job.size { lines.append([Span("size ", .label), Span(size.words)]) }
            if let took = job.took { lines.append([Span("took ", .label), Span("\(took), measured")]) }
            return lines
        }
    }
}

extension ByteCount {
    /// "12 GiB", rounded down to three digits at most.
    var words: String {
        var value = Double(bytes)
        for unit in ["bytes", "KiB", "MiB", "GiB", "TiB"] {
            if value < 1024 { return "\(Int(value)) \(unit)" }
            value /= 1024
        }
        return "\(Int(value)) PiB"
    }
}
