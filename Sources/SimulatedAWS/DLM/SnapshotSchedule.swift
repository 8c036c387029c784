import AWSModel
import Foundation

/// A schedule of a lifecycle policy: when it makes snapshots, how long it keeps them, where it copies them (3.6).
struct SnapshotSchedule: Sendable {
    let name: String
    let copiesTags: Bool
    let tagsToAdd: [String: String]
    let retention: Retention
    let copies: [Copy]
    private let times: Times

    private enum Times: Sendable {
        /// Every so many hours, counted each day from a minute of it; UTC.
        case interval(hours: Int, from: Int)
        case cron(SimulatedSchedule)
    }

    /// How much of what it makes it keeps.
    enum Retention: Sendable {
        case newest(Int)
        case days(Double)
        case everything
    }

    struct Copy: Sendable {
        let region: Region
        let isEncrypted: Bool
        let keyARN: String?
        let copiesTags: Bool
        let retention: Retention
    }

    /// Nil for a document without a rule that says when.
    init?(_ document: JSONText) {
        guard let rule = document["CreateRule"] else { return nil }
        if let expression = rule["CronExpression"]?.text {
            guard let cron = SimulatedSchedule(expression, timezone: "UTC") else { return nil }
            times = .cron(cron)
        } else if let hours = rule["Interval"]?.integer, (1...24).contains(hours) {
            let start = rule["Times"]?.elements.first?.text?.split(separator: ":").compactMap { Int($0) } ?? [9, 0]
            times = .interval(hours: hours, from: start.count == 2 ? start[0] * 60 + start[1] : 540)
        } else {
            return nil
        }
        name = document["Name"]?.text ?? "Schedule 1"
        copiesTags = document["CopyTags"]?.flag ?? false
        tagsToAdd = Dictionary(
            (document["TagsToAdd"]?.elements ?? []).compactMap { tag in
                tag["Key"]?.text.map { ($0, tag["Value"]?.text ?? "") }
            }, uniquingKeysWith: { $1 })
        retention = Retention(document["RetainRule"])
        copies = (document["CrossRegionCopyRules"]?.elements ?? []).compactMap(Copy.init)
    }

    /// The moments at which it runs, after one and up to another.
    func runs(after start: Date, until end: Date) -> [Date] {
        switch times {
        case .cron(let schedule):
            var found: [Date] = []
            var last = start
            while let next = schedule.next(after: last), next <= end {
                found.append(next)
                last = next
            }
            return found
        case .interval(let hours, let from):
            let firstDay = Int((start.timeIntervalSince1970 / 86_400).rounded(.down)) - 1
            let lastDay = Int((end.timeIntervalSince1970 / 86_400).rounded(.down))
            guard firstDay <= lastDay else { return [] }
            return (firstDay...lastDay).flatMap { day in
                stride(from: 0, to: 24, by: hours).map { hour in
                    Date(timeIntervalSince1970: Double(day * 86_400 + from * 60 + hour * 3_600))
                }
            }.filter { $0 > start && $0 <= end }
        }
    }
}

extension SnapshotSchedule.Retention {
    /// `{"Count": 7}` or `{"Interval": 2, "IntervalUnit": "WEEKS"}`.
    init(_ rule: JSONText?) {
        if let count = rule?["Count"]?.integer {
            self = .newest(count)
        } else if let interval = rule?["Interval"]?.integer {
            let days = ["DAYS": 1.0, "WEEKS": 7, "MONTHS": 30, "YEARS": 365]
            self = .days(Double(interval) * (days[rule?["IntervalUnit"]?.text ?? ""] ?? 1))
        } else {
            self = .everything
        }
    }

    /// What it gives up of snapshots that are sorted by age, oldest first.
    func expired(_ snapshots: [SimulatedSnapshot], at now: Date) -> [SimulatedSnapshot] {
        switch self {
        case .newest(let count): Array(snapshots.dropLast(count))
        case .days(let days): snapshots.filter { $0.startedAt < now.addingTimeInterval(-days * 86_400) }
        case .everything: []
        }
    }
}

extension SnapshotSchedule.Copy {
    /// `Target` is a region or an Outpost; older documents say `TargetRegion`.
    init?(_ rule: JSONText) {
        guard let name = rule["TargetRegion"]?.text ?? rule["Target"]?.text, !name.hasPrefix("arn:") else { return nil }
        region = Region(name)
        isEncrypted = rule["Encrypted"]?.flag ?? false
        keyARN = rule["CmkArn"]?.text
        copiesTags = rule["CopyTags"]?.flag ?? false
        retention = SnapshotSchedule.Retention(rule["RetainRule"])
    }
}
