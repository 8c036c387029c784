import AWSModel
import Foundation
import Posture
import SimulatedAWS

/// What acts leave of databases, volumes, tables and file systems.
extension Comparison {
    /// When a mistake is noticed, in seconds: soon, or after some days of the week for which things are kept at least.
    private func noticed(_ act: Act, promised: Double) -> [Double] {
        let late = min(5 * 86_400, (7 * 86_400 - promised) / 3_600 * 3_600 - 7_200)
        return [.deletion, .overwrite].contains(act) && late > 86_400 ? [3_600, late] : [3_600]
    }

    mutating func compare(_ resource: NativeResource, _ act: Act) {
        let scenario = Scenario(threat: act.threat)
        guard act != .purge, let judged = assessment.judged(resource.arn, act.threat) else { return }
        let before = NativeRemains(account: account, stops: life.stops)
        // No key is of another region than what it encrypts.
        if act == .keyLoss, let key = resource.keyARN, ARN(key)?.region != resource.region { return }
        if judged.verdict == .unaffected, !before.follows(resource), act != .keyLoss || resource.keyARN != nil {
            report(.touched, judged, scenario, "\(resource.keyARN ?? "no key")")
        }
        guard
            isTelling(
                judged, scenario, home: resource.region,
                canBeUnknown: before.canBeUnknown(resource) || keepsUncertainly(resource)
                    || keepsUncertainly(resource.arn, home: resource.region)
                    || act == .keyLoss && copiesBeside(resource))
        else { return }
        switch judged.verdict {
        case .protected: checkPromise(resource, act, judged, scenario)
        case .unprotected:
            let left = remains(of: resource, after: act, noticedAfter: 3_600)
            if let what = left.first(where: \.tellsOrigin) {
                report(.unprotectedButThere, judged, scenario, "\(what)")
            }
        case .atRisk, .unaffected, .unknown, .notEvaluated: break
        }
    }

    /// Protected: each path that suffices holds a state of before, no older than stated, and any at all when nobody
    /// notices for days; so whether the data or the whole resource is deleted.
    private mutating func checkPromise(
        _ resource: NativeResource, _ act: Act, _ judged: ResourceAssessment, _ scenario: Scenario
    ) {
        let paths = judged.paths.filter(\.suffices)
        if paths.isEmpty { report(.protectedButLost, judged, scenario, "no path suffices") }
        for path in paths {
            let promised = Double(path.recoveryPoint?.seconds ?? 0)
            // Jobs that fail are stated, and so may be those that would keep for long.
            let isCalm = !judged.findings.contains { $0 == "backup-copy-failing" || $0 == "backup-jobs-failing" }
            for wait in noticed(act, promised: promised)
            where wait < 86_400 || isCalm && !awaitsLongRetention(path) {
                for isWhole in act == .deletion ? [false, true] : [false] {
                    let left = remains(of: resource, after: act, wholly: isWhole, noticedAfter: wait)
                        .filter { $0.region == path.region }
                    let newest = left.map(\.moments.upperBound).max()
                    let age = newest.map { account.now.timeIntervalSince($0) }
                    guard age.map({ wait < 86_400 && $0 > promised + 1 }) ?? true else { continue }
                    report(
                        .protectedButLost, judged, scenario,
                        "in \(path.region) after \(Int(wait)) s, \(isWhole ? "the resource" : "its data"): "
                            + "\(age.map { "\(Int($0)) s old" } ?? "nothing")")
                }
            }
        }
    }

    /// What holds a state of before the act, as it was then.
    private func remains(
        of resource: NativeResource, after act: Act, wholly isWhole: Bool = false, noticedAfter wait: Double
    ) -> [NativeCopy] {
        let known = Remains(account: account, drawn: life.drawn, happenedAt: account.now)
        var drawn = life.drawn
        if act == .closure { drawn.vaults = [] }
        var after = account
        switch act {
        case .deletion: after = isWhole ? aftermath.account(deleting: resource) : account
        case .keyLoss: after = account.losingKey(of: resource)
        case .rampage, .closure: after = aftermath.account(after: .rampage, of: "", bypassing: true)
        case .overwrite, .purge: break
        }
        let copies = copies(of: resource, after: act, after, wholly: isWhole, noticedAfter: wait)
        if act != .keyLoss { after = aftermath.later(after, by: wait, "\(act) \(isWhole ? resource.arn : "")") }
        let vaults = Remains(account: after, drawn: drawn, happenedAt: known.happenedAt)
        let points = drawn.vaults.flatMap { vault in
            NativeRemains(account: account, stops: life.stops).arns(of: resource)
                .flatMap { vaults.states(of: $0, in: vault.region, vault: vault.name) }
                .map {
                    NativeCopy(kind: .history, what: vault.arn, region: vault.region, moments: $0...$0, goesOn: true)
                }
        }
        return copies + points
    }

    private func copies(
        of resource: NativeResource, after act: Act, _ after: SimulatedAccount, wholly isWhole: Bool,
        noticedAfter wait: Double
    ) -> [NativeCopy] {
        switch act {
        // An administrator can delete each of them, and they go with the account.
        case .rampage, .closure: return []
        case .keyLoss: return NativeRemains(account: after, stops: life.stops).copies(of: resource)
        case .deletion, .overwrite, .purge:
            let later = aftermath.later(after, by: wait, "\(act) \(isWhole ? resource.arn : "")")
            // What follows the data has followed this too (5.1).
            let history = NativeRemains(account: later, stops: life.stops).copies(of: resource)
                .filter { $0.kind == .history }.compactMap { copy in
                    copy.newest(by: account.now).map { moment in
                        var copy = copy
                        copy.moments = moment...moment
                        return copy
                    }
                }
            guard isWhole else { return history }
            return history
                + NativeRemains(account: after, stops: life.stops).copies(of: resource).filter { $0.kind != .history }
        }
    }

    /// Whether a rule that keeps its recovery points for a week has not run for long enough to have made one: what it
    /// will keep is told of already.
    private func awaitsLongRetention(_ path: RecoveryPath) -> Bool {
        guard [.backup, .backupCopy].contains(path.mechanism) else { return false }
        return life.drawn.plans.contains { plan in
            let age = Double(life.drawn.steps - plan.from) * AccountLife.step
            return plan.rules.contains { rule in
                let days = ([rule.lifecycle] + (rule.copyActions ?? []).map(\.lifecycle)).map {
                    $0?.deleteAfterDays ?? 99
                }
                let gap = DrawnSchedule.gapHours(of: rule).map { Double($0) * 3_600 } ?? .infinity
                return days.contains { $0 >= 7 } && age < gap + 86_400
            }
        }
    }

    /// Whether a plan copies within the resource's region what keeps its own key until then: only the newest of a vault
    /// is read.
    private func copiesBeside(_ resource: NativeResource) -> Bool {
        if case .fileSystem = resource { return false }
        return life.drawn.plans.contains { plan in
            plan.region == resource.region
                && plan.rules.contains { rule in
                    (rule.copyActions ?? []).contains { ARN($0.destinationVaultARN)?.region == resource.region }
                }
        }
    }

    /// Where nobody can tell for how long snapshots are kept: so many, of a policy that runs once a week.
    private func keepsUncertainly(_ resource: NativeResource) -> Bool {
        guard case .volume(let volume) = resource else { return false }
        return life.drawn.natives.policies.contains { $0.name == volume.tags["snapshots"] && $0.weekday != nil }
    }
}

extension NativeRemains {
    /// Whether it is a mere replica of something that is there.
    func follows(_ resource: NativeResource) -> Bool {
        if case .database(let instance) = resource { return sources(of: instance).count > 1 }
        return sources(of: resource).count > 1
    }
}
