import AWSModel
import Foundation

/// Plans the runs of an account's rules and lays the jobs over them.
struct CalendarBuilder {
    /// Days since 1970, UTC.
    let days: Range<Int>
    let now: Date
    /// A day more at its start: a run of the evening before has its jobs in the first day.
    let stretch: Range<Date>
    var rules: [CalendarRule] = []
    /// Those of one rule beside each other, in the order of time.
    var runs: [CalendarRun] = []
    /// Where the runs of each rule stand.
    var runsOfRule: [Range<Int>] = []
    /// Where the rules of each plan stand.
    var rulesOfPlan: [String: Range<Int>] = [:]
    var unplanned: [BackupJob] = []
    var restores: [RestoreJob] = []
    var retentionEnds: [RetentionKey: RetentionEnd] = [:]
    private var unknown: [UnknownSchedule] = []
    private var planCount = 0
    private var schedules: [String: Result<KnownSchedule, ScheduleError>] = [:]

    struct RetentionKey: Hashable {
        let day: Int
        let rule: Int
        let vaultARN: String
    }

    private struct KnownSchedule {
        let timeZone: TimeZone
        let moments: [Date]
    }

    init(days: Range<Int>, now: Date) {
        self.days = days
        self.now = now
        stretch = CivilDate(dayNumber: days.lowerBound - 1).start..<CivilDate(dayNumber: days.upperBound).start
    }

    // MARK: Planning

    mutating func plan(_ inventory: Inventory) {
        for region in inventory.backup {
            // A region that nobody asked for is no hole in what was asked.
            if case .notRead = region.plans.outcome { continue }
            if let gap = region.plans.gap {
                unknown.append(UnknownSchedule(region: region.region, plan: nil, rule: nil, cause: gap))
            }
            for plan in region.plans.value ?? [] { add(plan, in: region.region) }
        }
    }

    private mutating func add(_ plan: PlanContents, in region: Region) {
        planCount += 1
        guard let document = plan.plan.value else {
            unknown.append(
                UnknownSchedule(region: region, plan: plan.name, rule: nil, cause: plan.plan.gap ?? "is not there"))
            return
        }
        let first = rules.count
        for rule in document.rules {
            switch schedule(rule) {
            case .failure(let error):
                unknown.append(
                    UnknownSchedule(region: region, plan: plan.name, rule: rule.name, cause: error.description))
            case .success(let schedule):
                let start = runs.count
                // Before it was made, a plan had no runs to miss.
                let moments = schedule.moments.filter { moment in plan.createdAt.map { moment >= $0 } ?? true }
                runs += moments.map { CalendarRun(rule: rules.count, moment: $0) }
                rules.append(CalendarRule(rule, of: plan, in: region, timeZone: schedule.timeZone))
                runsOfRule.append(start..<runs.count)
            }
        }
        rulesOfPlan[plan.id] = first..<rules.count
        for rule in first..<rules.count { yield(rule, among: first..<rules.count) }
    }

    private mutating func schedule(_ rule: BackupRule) -> Result<KnownSchedule, ScheduleError> {
        let key = "\(rule.effectiveTimezone) \(rule.effectiveSchedule)"
        if let known = schedules[key] { return known }
        let result: Result<KnownSchedule, ScheduleError>
        do throws(ScheduleError) {
            let schedule = try Schedule(expression: rule.effectiveSchedule, timezone: rule.effectiveTimezone)
            result = .success(KnownSchedule(timeZone: schedule.timeZone, moments: schedule.runs(in: stretch)))
        } catch {
            result = .failure(error)
        }
        schedules[key] = result
        return result
    }

    /// Marks the runs whose start windows meet that of a rule which keeps its recovery points longer (2.4).
    private mutating func yield(_ index: Int, among plan: Range<Int>) {
        let rule = rules[index]
        for other in plan where other != index && rules[other].isContinuous == rule.isContinuous {
            guard rules[other].retentionDays ?? .max > rule.retentionDays ?? .max else { continue }
            for run in runsOfRule[index] where runs[run].yieldsTo == nil {
                let moment = runs[run].moment
                let meeting = firstRun(of: other, after: moment.addingTimeInterval(-rules[other].startWindow))
                guard let meeting, runs[meeting].moment < moment.addingTimeInterval(rule.startWindow) else { continue }
                runs[run].yieldsTo = other
            }
        }
    }

    /// The place of a rule's first run later than a moment.
    func firstRun(of rule: Int, after moment: Date) -> Int? {
        var low = runsOfRule[rule].lowerBound
        var high = runsOfRule[rule].upperBound
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].moment > moment { high = middle } else { low = middle + 1 }
        }
        return low < runsOfRule[rule].upperBound ? low : nil
    }

    // MARK: Result

    var calendar: BackupCalendar {
        let inDays = runs.filter { days.contains(CivilDate($0.moment).dayNumber) }
        let sorted = inDays.sorted { ($0.moment, $0.rule) < ($1.moment, $1.rule) }
        var next = sorted.startIndex
        let calendarDays = days.map { number in
            let start = next
            while next < sorted.endIndex, CivilDate(sorted[next].moment).dayNumber == number { next += 1 }
            return day(number, start..<next, sorted)
        }
        return BackupCalendar(
            rules: rules, runs: sorted, days: filled(calendarDays), unknown: unknown, planCount: planCount)
    }

    private func day(_ number: Int, _ range: Range<Int>, _ runs: [CalendarRun]) -> CalendarDay {
        var day = CalendarDay(date: CivilDate(dayNumber: number), runs: range)
        for run in runs[range] { day.tally.count(run) }
        day.gaps = gaps(among: runs[range])
        return day
    }

    /// A plan has a gap where a run is over without a recovery point, and no other run of the day made one, can still
    /// make one, or may have made one unseen.
    private func gaps(among runs: ArraySlice<CalendarRun>) -> [CalendarGap] {
        Dictionary(grouping: runs) { rules[$0.rule].planID }.values.compactMap { runs -> CalendarGap? in
            var missed = 0
            var failed = 0
            for run in runs {
                switch run.state {
                case .missed: missed += 1
                case .failed, .partial(made: 0, of: _): failed += 1
                case .planned, .running, .completed, .partial, .unread: return nil
                case .yielded, .idle: break
                }
            }
            guard missed + failed > 0 else { return nil }
            let rule = rules[runs[0].rule]
            return CalendarGap(
                region: rule.region, planID: rule.planID, planName: rule.planName, missed: missed, failed: failed)
        }
        .sorted { ($0.planName, $0.region, $0.planID) < ($1.planName, $1.region, $1.planID) }
    }

    private func filled(_ days: [CalendarDay]) -> [CalendarDay] {
        var days = days
        func index(_ moment: Date?) -> Int? {
            guard let moment else { return nil }
            let index = CivilDate(moment).dayNumber - self.days.lowerBound
            return days.indices.contains(index) ? index : nil
        }
        for job in unplanned { if let index = index(job.createdAt) { days[index].unplanned.append(job) } }
        for job in restores { if let index = index(job.createdAt) { days[index].restores.append(job) } }
        for (key, end) in retentionEnds where self.days.contains(key.day) {
            days[key.day - self.days.lowerBound].retentionEnds.append(end)
        }
        for index in days.indices {
            days[index].retentionEnds.sort { ($0.rule, $0.vaultARN) < ($1.rule, $1.vaultARN) }
        }
        return days
    }
}
