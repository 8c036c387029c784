import AWSModel
import Foundation
import Posture
import SimulatedAWS

extension Comparison {
    mutating func compare(_ resource: NativeResource, losing region: Region) {
        let scenario = Scenario.regionOutage(region)
        guard let judged = assessment.judged(resource.arn, .regionOutage, losing: region) else {
            if !isObstructed {
                differences.append(
                    Difference(
                        kind: .notMentioned, resource: resource.arn, scenario: scenario, isObstructed: false,
                        detail: ""))
            }
            return
        }
        let remains = NativeRemains(account: account, stops: life.stops, lost: region)
        guard isTelling(judged, scenario, home: resource.region, canBeUnknown: remains.canBeUnknown(resource)) else {
            return
        }
        checkSnapshots(judged, of: resource, scenario)
        let (copies, arns) = (remains.copies(of: resource), remains.arns(of: resource))
        let vaults = Remains(account: account, drawn: life.drawn, lost: region, happenedAt: account.now)
        switch judged.verdict {
        case .protected: checkPromise(resource, judged, copies, vaults, arns, scenario)
        case .unprotected:
            if let copy = copies.first(where: \.tellsOrigin) {
                report(.unprotectedButThere, judged, scenario, "\(copy)")
            }
            if let state = arns.flatMap({ vaults.states(of: $0) }).first {
                report(.unprotectedButThere, judged, scenario, "a recovery point of \(state)")
            }
        case .atRisk: checkAlarm(resource, judged, copies, scenario)
        case .unaffected, .unknown, .notEvaluated: break
        }
    }

    /// Whatever the verdict: each snapshot that is told of is there, whole, and no older than stated.
    private mutating func checkSnapshots(
        _ judged: ResourceAssessment, of resource: NativeResource, _ scenario: Scenario
    ) {
        let told: [RecoveryPath.Mechanism] = [
            .ebsSnapshotCopy, .rdsSnapshotCopy, .ebsSnapshot, .rdsSnapshot, .dynamoDBBackup,
        ]
        let remains = NativeRemains(account: account, stops: life.stops, ignoresKeys: true)
        for path in judged.paths where told.contains(path.mechanism) {
            let there = remains.copies(of: resource).filter { $0.kind == .history && $0.region == path.region }
            guard let newest = there.map(\.moments.upperBound).max() else {
                report(.noSuchCopy, judged, scenario, "in \(path.region)")
                continue
            }
            let age = account.now.timeIntervalSince(newest)
            guard let stated = path.recoveryPoint?.seconds, age > Double(stated) + 1,
                !path.reasons.contains(where: { $0.contains("from a snapshot that is older") })
            else { continue }
            report(.noSuchCopy, judged, scenario, "in \(path.region) it is \(Int(age)) s old, said to be \(stated)")
        }
    }

    /// Protected: something is left that is no older than stated, by each path that suffices alone.
    private mutating func checkPromise(
        _ resource: NativeResource, _ judged: ResourceAssessment, _ copies: [NativeCopy], _ vaults: Remains,
        _ arns: [String], _ scenario: Scenario
    ) {
        let newest = (copies.compactMap { $0.newest(by: account.now) } + arns.flatMap { vaults.states(of: $0) }).max()
        guard let newest else { return report(.protectedButLost, judged, scenario, "nothing is left") }
        let age = account.now.timeIntervalSince(newest)
        if age > judged.promisedAge + 1 { report(.protectedButStale, judged, scenario, "\(Int(age)) s old") }
        let paths = judged.paths.filter(\.suffices)
        if paths.isEmpty { report(.protectedButLost, judged, scenario, "no path suffices") }
        for path in paths {
            guard path.mechanism != .backupCopy else {
                guard let arn = source(ofPoint: path.target), arns.contains(arn) else {
                    report(.protectedButLost, judged, scenario, "\(path.target) is none of its recovery points")
                    continue
                }
                checkRecoveryPoints(judged, path, of: arn, home: resource.region, scenario)
                continue
            }
            if case .volume(let volume) = resource {
                checkSnapshots(of: volume, path, judged, scenario)
            } else {
                check(path, judged, copies, scenario)
            }
        }
    }

    /// What a recovery point was made of: a replica's own, or its source's.
    private func source(ofPoint arn: String) -> String? {
        life.drawn.vaults.lazy.compactMap { account.backup.vault($0.name, in: $0.region)?.points[arn]?.resourceARN }
            .first
    }

    private mutating func check(
        _ path: RecoveryPath, _ judged: ResourceAssessment, _ copies: [NativeCopy], _ scenario: Scenario
    ) {
        let there = copies.filter { $0.region == path.region && $0.goesOn }
        guard let newest = there.compactMap({ $0.newest(by: account.now) }).max() else {
            return report(.protectedButLost, judged, scenario, "nothing in \(path.region) goes on")
        }
        let age = account.now.timeIntervalSince(newest)
        if let promised = path.recoveryPoint?.seconds, age > Double(promised) + 1 {
            report(
                .protectedButStale, judged, scenario,
                "in \(path.region) it is \(Int(age)) s old, said to be \(promised)")
        }
    }

    /// At risk: nothing elsewhere is fresh and goes on by itself.
    private mutating func checkAlarm(
        _ resource: NativeResource, _ judged: ResourceAssessment, _ copies: [NativeCopy], _ scenario: Scenario
    ) {
        guard !isObstructed else { return }
        if let copy = copies.first(where: { copy in
            copy.goesOn && copy.newest(by: account.now).map { account.now.timeIntervalSince($0) <= 3_600 } ?? false
        }) {
            report(.wolf, judged, scenario, "\(copy)")
        }
        if case .volume(let volume) = resource, let lost = scenario.region, snapshotsGoOn(of: volume, losing: lost) {
            report(.wolf, judged, scenario, "snapshots are fresh and renewed")
        }
        // The simulated account backs up file systems whose key is off, which nobody can read.
        let isReadable = NativeRemains(account: account, stops: life.stops)
            .isReadable(resource.keyARN, in: resource.region)
        if isReadable, isCalm(judged.arn),
            recoveryPointsGoOn(judged.arn, home: resource.region, losing: scenario.region)
        {
            report(.wolf, judged, scenario, "recovery points are fresh and renewed")
        }
    }
}
