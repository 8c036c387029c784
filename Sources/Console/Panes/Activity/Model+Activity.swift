import AWSModel
import Canvas
import Foundation
import Posture

extension Model {
    /// How many jobs were read, how many went wrong, and how far back they reach.
    var activitySummary: [[Span]] {
        guard let picture, let list = contents(of: .activity) as? ActivityList else { return [] }
        let faults = list.rows.indices.filter { list.isFault(at: $0) }.count
        var line = [
            Span(list.count.counted("event"), .title), Span("  "),
            Span("\(faults) went wrong", faults > 0 ? .bad : .good),
        ]
        let jobs = picture.inventory.history?.jobs ?? []
        if let since = jobs.map(\.since).min() {
            line.append(Span("  since \(since.minute)", .faint))
        } else {
            line.append(Span("  only jobs that went wrong were read", .faint))
        }
        if jobs.contains(where: \.isTruncated) { line.append(Span("  older ones left out", .warning)) }
        let unread = jobs.filter { !$0.backups.isRead || !$0.copies.isRead }.map(\.region.name)
        if !unread.isEmpty { line.append(Span("  not read in \(unread.joined(separator: ", "))", .unknown)) }
        return [line]
    }

    func activityDetail(_ row: Int) -> [[Span]] {
        guard let list = list.contents as? ActivityList, list.rows.indices.contains(row) else { return [] }
        let event = list.rows[row]
        var lines: [[Span]] = [
            [Span("\(event.state.text) ", event.state.role), Span("\(event.kind) of \(event.name)", .title)]
        ]
        if !event.message.isEmpty { lines.append([Span(event.message)]) }
        lines.append([Span("in ", .label), Span(event.region.name)])
        if event.kind != "region" { lines.append([Span("job ", .label), Span(event.id)]) }
        if let moment = event.moment { lines.append([Span("began ", .label), Span(moment.minute)]) }
        if let ended = event.ended { lines.append([Span("ended ", .label), Span(ended.minute)]) }
        if !event.target.isEmpty { lines.append([Span("to ", .label), Span(event.target, .accent)]) }
        if let arn = event.subject { lines.append([Span(arn, .accent)]) }
        return lines
    }

    /// The log of the incident as text, oldest first, for a file.
    var activityLog: String {
        guard let list = contents(of: .activity) as? ActivityList else { return "" }
        var lines = [
            "Lifeboat, activity of account \(picture?.assessment.account?.digits ?? "unknown"), written \(now.minute)"
        ]
        for event in list.rows.reversed() {
            let parts = [
                event.moment?.minute ?? "no time", event.region.name, event.kind, event.state.text,
                event.subject ?? event.name,
                event.target, event.message,
            ]
            lines.append(parts.filter { !$0.isEmpty }.joined(separator: "  "))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
