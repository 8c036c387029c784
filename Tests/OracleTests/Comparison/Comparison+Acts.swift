import AWSModel
import Foundation
import Posture
import SimulatedAWS

extension Comparison {
    /// Deletion, purge and overwriting, done to the account itself.
    mutating func compare(_ bucket: SimulatedBucket, _ act: Act) {
        let scenario = Scenario(threat: act.threat)
        guard let judged = assessment.judged(bucket.arn.text, act.threat),
            // Which objects are locked, Lifeboat does not know where none was asked, nor what is there besides the newest.
            isTelling(
                judged, scenario, home: bucket.region,
                canBeUnknown: keepsUncertainly(bucket.arn.text, home: bucket.region)
                    || bucket.objectLock.map { $0.defaultMode == nil || !sampled.contains(bucket.name) } ?? false
            )
        else { return }
        switch judged.verdict {
        case .protected:
            let after = remains(after: act, of: bucket, in: aftermath, bypassing: true)
            // What could not be decrypted before the act is not lost by it.
            let before = Remains(account: account, drawn: life.drawn, happenedAt: account.now)
            for object in bucket.wanted(at: account.now.addingTimeInterval(-judged.promisedAge - 1))
            where before.holds(object, in: bucket)
                && !isExempt(object, in: bucket, judged) && !canBeHad(object, of: bucket, in: after)
            {
                let age = account.now.timeIntervalSince(object.version.lastModified)
                report(.protectedButLost, judged, scenario, "\(object.key), written \(Int(age)) s ago")
            }
            checkWhatComes(act, bucket, judged, scenario)
        case .unprotected:
            var after = remains(after: act, of: bucket, in: aftermath, bypassing: false)
            // A replica of the same account counts for nothing against its administrator, locked or not (5.1, note 5).
            if act == .rampage { after.forgetReplicas(of: bucket) }
            if let object = bucket.wanted(at: account.now).first(where: {
                bucket.encryptsByDefault($0.version) && canBeHad($0, of: bucket, in: after)
            }) {
                report(.unprotectedButThere, judged, scenario, object.key)
            }
        case .atRisk, .unaffected, .unknown, .notEvaluated: break
        }
    }

    /// Protected without recovery points: what is written now is safe as soon as it is copied.
    private mutating func checkWhatComes(
        _ act: Act, _ bucket: SimulatedBucket, _ judged: ResourceAssessment, _ scenario: Scenario
    ) {
        let live: [RecoveryPath.Mechanism] = [.s3Versioning, .s3ObjectLock, .s3Replication]
        guard judged.paths.filter(\.suffices).allSatisfy({ live.contains($0.mechanism) }) else { return }
        let wait = max(1_200, judged.promisedAge + 60)
        guard let probe = Probe(account, bucket: bucket.name, waiting: .seconds(wait)),
            let now = probe.account.buckets[bucket.name]
        else { return }
        let after = remains(after: act, of: now, in: Aftermath(of: probe.account), bypassing: true)
        for object in probe.objects where !canBeHad(object, of: bucket, in: after) {
            report(.protectedButNotFromNow, judged, scenario, "\(object.key), written before it")
        }
    }

    private func remains(
        after act: Act, of bucket: SimulatedBucket, in aftermath: Aftermath, bypassing: Bool
    ) -> Remains {
        var drawn = life.drawn
        // What is in the account's own vaults goes with it.
        if act == .closure { drawn.vaults = [] }
        return Remains(
            account: aftermath.account(after: act, of: bucket.name, bypassing: bypassing), drawn: drawn,
            happenedAt: aftermath.account.now)
    }

    /// In the bucket itself under markers and newer versions, in the destinations of its rules, or in a vault.
    private func canBeHad(_ object: WantedObject, of bucket: SimulatedBucket, in remains: Remains) -> Bool {
        let source = remains.account.buckets[bucket.name].map { [$0] } ?? []
        return remains.holds(object, in: source + bucket.destinations(in: remains.account))
            || remains.states(remains.states(of: bucket.arn.text), hold: object)
    }
}
