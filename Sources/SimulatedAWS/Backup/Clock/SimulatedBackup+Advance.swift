import AWSModel
package import Foundation

extension SimulatedBackup {
    /// What happens next somewhere in the account.
    private enum Event {
        case backupJob(Region, String)
        case copyJob(String)
        case restoreJob(Region, String)
        case rule(Region, planID: String, ruleID: String)
        case restoreTest(Region, String)
        case expiry

        /// At one moment what ends comes before what begins.
        var rank: Int {
            switch self {
            case .expiry: 0
            case .backupJob, .copyJob, .restoreJob: 1
            case .rule, .restoreTest: 2
            }
        }
    }

    /// Runs the schedules that are due, moves jobs along and removes expired recovery points, in the order of time.
    ///
    /// The first call only starts the clock: schedules do not run for the time before it.
    package mutating func advance(to now: Date, world: any SimulatedWorld) {
        let from = clock ?? now
        guard now >= from else { return }
        planRuns(after: from)
        while let (event, at) = nextEvent(), at <= now {
            switch event {
            case .backupJob(let region, let id): step(backupJob: id, in: region, at: at, world: world)
            case .copyJob(let id): step(copyJob: id, at: at)
            case .restoreJob(let region, let id): step(restoreJob: id, in: region, at: at)
            case .rule(let region, let planID, let ruleID):
                run(ruleID, ofPlan: planID, in: region, at: at, world: world)
            case .restoreTest(let region, let name): runRestoreTest(name, in: region, at: at, world: world)
            case .expiry: removeExpired(at: at)
            }
        }
        clock = now
    }

    private func nextEvent() -> (Event, Date)? {
        var best: (event: Event, at: Date)?
        func offer(_ event: @autoclosure () -> Event, _ at: Date) {
            guard at < .distantFuture else { return }
            guard let known = best else {
                best = (event(), at)
                return
            }
            if at > known.at { return }
            let event = event()
            if at < known.at || event.rank < known.event.rank { best = (event, at) }
        }
        offer(.expiry, nextExpiry)
        if let next = copyJobs.next { offer(.copyJob(next.id), next.at) }
        for region in regions.keys.sorted() {
            guard let state = regions[region] else { continue }
            if let next = state.backupJobs.next { offer(.backupJob(region, next.id), next.at) }
            if let next = state.restoreJobs.next { offer(.restoreJob(region, next.id), next.at) }
            for id in state.plans.keys.sorted() {
                guard let plan = state.plans[id], plan.deletedAt == nil else { continue }
                for rule in plan.current?.plan.rules ?? [] {
                    guard let ruleID = rule.ruleID, let at = plan.nextRuns[ruleID] else { continue }
                    offer(.rule(region, planID: id, ruleID: ruleID), at)
                }
            }
            for name in state.testingPlans.keys.sorted() {
                if let at = state.testingPlans[name]?.nextRun { offer(.restoreTest(region, name), at) }
            }
        }
        return best.map { ($0.event, $0.at) }
    }

    /// Finds the next run of every rule that has none yet.
    private mutating func planRuns(after moment: Date) {
        for (region, state) in regions {
            for plan in state.plans.values where plan.deletedAt == nil {
                for rule in plan.current?.plan.rules ?? [] {
                    guard let id = rule.ruleID, plan.nextRuns[id] == nil else { continue }
                    regions[region]?.plans[plan.id]?.nextRuns[id] = rule.nextRun(after: moment)
                }
            }
            for plan in state.testingPlans.values where plan.nextRun == nil {
                regions[region]?.testingPlans[plan.name]?.nextRun = plan.nextRun(after: moment)
            }
        }
    }

    /// Removes what is past its retention; AWS takes some hours for it (2.2).
    private mutating func removeExpired(at now: Date) {
        nextExpiry = .distantFuture
        for (region, state) in regions {
            for vault in state.vaults.values {
                for point in vault.points.values {
                    guard point.status != .known(.expired),
                        let at = point.deleteAt?.addingTimeInterval(pace.deletionDelay)
                    else { continue }
                    if at <= now {
                        regions[region]?.vaults[vault.name]?.points[point.arn] = nil
                    } else {
                        nextExpiry = min(nextExpiry, at)
                    }
                }
            }
        }
    }
}

extension BackupRule {
    /// The first run after a moment; the distant future when there is none.
    func nextRun(after moment: Date) -> Date {
        SimulatedSchedule(effectiveSchedule, timezone: effectiveTimezone)?.next(after: moment) ?? .distantFuture
    }
}

extension SimulatedRestoreTestingPlan {
    func nextRun(after moment: Date) -> Date {
        SimulatedSchedule(schedule, timezone: timezone)?.next(after: moment) ?? .distantFuture
    }
}
