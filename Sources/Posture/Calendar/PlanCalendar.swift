package import AWSModel
package import Foundation

/// What the backup plans of all regions will run and did run, day by day in UTC.
package struct PlanCalendar: Hashable, Sendable {
    /// A plan or rule whose runs cannot be told, and why.
    package struct Unclear: Hashable, Sendable {
        package var region: Region
        /// The plan's name; nil where the plans of the region were not read.
        package var plan: String?
        package var cause: String
    }

    package let days: ClosedRange<Int>
    /// By day number (days since 1970-01-01), each in the order of its moments.
    package let runs: [Int: [PlannedRun]]
    package let unclear: [Unclear]
    /// Recovery points whose retention ends, by day number.
    package let retentionEnds: [Int: Int]
    /// Days, as numbers in order, on which a run left no completed recovery point.
    package let gapDays: [Int]

    /// - Parameter span: days before and after `now`.
    package init(_ inventory: Inventory, now: Date, span: Int = 35) {
        let today = Int((now.timeIntervalSince1970 / 86_400).rounded(.down))
        days = (today - span)...(today + span)
        let start = Date(timeIntervalSince1970: Double(days.lowerBound) * 86_400)
        let end = Date(timeIntervalSince1970: Double(days.upperBound + 1) * 86_400)
        var all: [PlannedRun] = []
        var unclear: [Unclear] = []
        for backup in inventory.backup {
            guard let plans = backup.plans.value else {
                unclear.append(Unclear(region: backup.region, cause: backup.plans.gap ?? "not read"))
                continue
            }
            let jobs = PlanJobs(inventory.history?.jobs.first { $0.region == backup.region })
            for plan in plans {
                guard let document = plan.plan.value else {
                    unclear.append(Unclear(region: backup.region, plan: plan.name, cause: plan.plan.gap ?? "not read"))
                    continue
                }
                for rule in document.rules {
                    do throws(ScheduleError) {
                        let runs = try RuleRuns(rule, of: plan, in: backup.region, jobs: jobs, now: now)
                        all += runs.runs(in: start..<end)
                    } catch {
                        unclear.append(Unclear(region: backup.region, plan: plan.name, cause: error.description))
                    }
                }
            }
        }
        let runs = Dictionary(grouping: all) { Int(($0.moment.timeIntervalSince1970 / 86_400).rounded(.down)) }
        self.runs = runs.mapValues { $0.sorted { ($0.moment, $0.plan, $0.rule) < ($1.moment, $1.plan, $1.rule) } }
        self.unclear = unclear
        retentionEnds = Self.retentionEnds(inventory)
        gapDays = runs.filter { $0.value.contains(where: \.isGap) }.keys.sorted()
    }

    package func runs(on day: Int) -> [PlannedRun] { runs[day] ?? [] }

    /// The next run after a moment, of all plans.
    package func next(after moment: Date) -> PlannedRun? {
        let today = Int((moment.timeIntervalSince1970 / 86_400).rounded(.down))
        guard today <= days.upperBound else { return nil }
        for day in max(today, days.lowerBound)...days.upperBound {
            if let run = runs(on: day).first(where: { $0.moment > moment && $0.outcome != .idle }) { return run }
        }
        return nil
    }

    /// Of the newest recovery point of each resource in each vault: older ones are not read.
    private static func retentionEnds(_ inventory: Inventory) -> [Int: Int] {
        var ends: [Int: Int] = [:]
        for vault in inventory.backup.flatMap({ $0.vaults.value ?? [] }) {
            for resource in vault.resources.value ?? [] {
                guard let end = resource.newest.value?.calculatedLifecycle?.deleteAt else { continue }
                let day = end.timeIntervalSince1970 / 86_400
                guard day.isFinite, abs(day) < 10_000_000 else { continue }
                ends[Int(day.rounded(.down)), default: 0] += 1
            }
        }
        return ends
    }
}
