import AWSModel
import Foundation
import Posture
import SimulatedAWS

extension Comparison {
    mutating func compare(_ bucket: SimulatedBucket, losing region: Region) {
        let scenario = Scenario.regionOutage(region)
        guard let judged = assessment.judged(bucket.arn.text, .regionOutage, losing: region) else {
            if !isObstructed {
                differences.append(
                    Difference(
                        kind: .notMentioned, resource: bucket.name, scenario: scenario, isObstructed: false, detail: "")
                )
            }
            return
        }
        guard isTelling(judged, scenario, home: bucket.region, canBeUnknown: false) else { return }
        let remains = Remains(account: account, drawn: life.drawn, lost: region, happenedAt: account.now)
        switch judged.verdict {
        case .protected: checkPromise(bucket, judged, remains, scenario)
        case .unprotected: checkLoss(bucket, judged, remains, scenario)
        case .atRisk: checkAlarm(bucket, judged, remains, scenario)
        case .unaffected, .unknown, .notEvaluated: break
        }
    }

    /// Protected: all objects are there, and each path that suffices goes on by itself.
    private mutating func checkPromise(
        _ bucket: SimulatedBucket, _ judged: ResourceAssessment, _ remains: Remains, _ scenario: Scenario
    ) {
        let states = remains.states(of: judged.arn)
        let others = remains.buckets.filter { $0.name != bucket.name }
        let paths = judged.paths.filter(\.suffices)
        let isReplication = paths.first?.mechanism == .s3Replication
        // What is said is of whole seconds.
        for object in bucket.wanted(at: account.now.addingTimeInterval(-judged.promisedAge - 1)) {
            if isReplication, isExempt(object, in: bucket, judged) { continue }
            if !remains.holds(object, in: others), !remains.states(states, hold: object) {
                let age = account.now.timeIntervalSince(object.version.lastModified)
                report(.protectedButLost, judged, scenario, "\(object.key), written \(Int(age)) s ago")
            }
        }
        if paths.isEmpty { report(.protectedButLost, judged, scenario, "no path suffices") }
        for path in paths {
            switch path.mechanism {
            case .s3Replication: checkReplication(bucket, path, judged, scenario)
            default: checkRecoveryPoints(judged, path, home: bucket.region, scenario)
            }
        }
    }

    private mutating func checkReplication(
        _ bucket: SimulatedBucket, _ path: RecoveryPath, _ judged: ResourceAssessment, _ scenario: Scenario
    ) {
        let wait = max(1_200, Double(path.recoveryPoint?.seconds ?? 0) + 60)
        guard let probe = Probe(account, bucket: bucket.name, waiting: .seconds(wait)) else { return }
        let remains = Remains(
            account: probe.account, drawn: life.drawn, lost: scenario.region, happenedAt: probe.account.now)
        let there = remains.buckets.filter { $0.region == path.region && $0.name != bucket.name }
        for object in probe.objects where !remains.holds(object, in: there) {
            report(.protectedButNotFromNow, judged, scenario, "\(object.key) does not come to \(path.region)")
        }
    }

    /// Unprotected: no recovery point, and nothing in a bucket that a rule names.
    private mutating func checkLoss(
        _ bucket: SimulatedBucket, _ judged: ResourceAssessment, _ remains: Remains, _ scenario: Scenario
    ) {
        if let state = remains.states(of: judged.arn).first {
            report(.unprotectedButThere, judged, scenario, "a recovery point of \(state)")
        }
        let destinations = bucket.destinations(in: account)
        if let object = bucket.wanted(at: account.now).first(where: { remains.holds($0, in: destinations) }) {
            report(.unprotectedButThere, judged, scenario, "a replica of \(object.key)")
        }
    }

    /// At risk: no destination has everything and goes on to get it, and no vault does.
    private mutating func checkAlarm(
        _ bucket: SimulatedBucket, _ judged: ResourceAssessment, _ remains: Remains, _ scenario: Scenario
    ) {
        guard !isObstructed else { return }
        // Where continuous backups are to follow a bucket that does not tell of its changes, nobody can say.
        let isDeaf =
            !bucket.eventBridgeEnabled
            && life.drawn.plans.flatMap(\.rules).contains { $0.enableContinuousBackup == true }
        if isCalm(judged.arn), !isDeaf, recoveryPointsGoOn(judged.arn, home: bucket.region, losing: scenario.region) {
            report(.wolf, judged, scenario, "recovery points are fresh and renewed")
        }
        guard let source = life.drawn.buckets.first(where: { $0.name == bucket.name }), source.role == .complete,
            let probe = Probe(
                account, bucket: bucket.name, waiting: .seconds(1_200),
                key: source.rules.contains { $0.kmsEncryptedObjects != nil } ? "alias/spare" : nil), !hasLagged(source)
        else { return }
        let later = Remains(account: probe.account, drawn: life.drawn, lost: scenario.region, happenedAt: account.now)
        // Where each object was asked, the newest versions count too: later they have come, or never will.
        let settled = bucket.wanted(at: account.now.addingTimeInterval(sampled.contains(bucket.name) ? 0 : -1_200))
        for destination in bucket.destinations(in: probe.account) where destination.owner == account.id {
            let failed = account.replication.history.contains {
                $0.source == bucket.name && $0.destination == destination.name && $0.failure != nil
            }
            let expires = life.drawn.buckets.contains { $0.name == destination.name && $0.lifecycle != nil }
            guard !failed, !expires, let now = probe.account.buckets[destination.name],
                (settled + probe.objects).allSatisfy({ later.holds($0, in: now) })
            else { continue }
            report(.wolf, judged, scenario, "\(destination.name) has everything")
        }
    }

    /// Whether copies had to wait so long that CloudWatch shows it.
    private func hasLagged(_ source: DrawnBucket) -> Bool {
        source.lag > 900
            || life.drawn.events.contains { if case .darkness = $0.kind { true } else { false } }
    }
}
