import AWSModel
import Foundation
import Posture
import SimulatedAWS

/// Holds what Lifeboat says of one account against what its stores hold. See `OracleTests` for what must hold.
struct Comparison {
    let life: AccountLife
    let account: SimulatedAccount
    let assessment: Assessment
    let isObstructed: Bool
    let aftermath: Aftermath
    /// The buckets of which every object was asked what it says of itself.
    let sampled: Set<String>
    var differences: [Difference] = []

    init(
        _ life: AccountLife, _ assessment: Assessment, _ aftermath: Aftermath, sampled: Set<String>, isObstructed: Bool
    ) {
        self.life = life
        self.sampled = sampled
        self.aftermath = aftermath
        account = aftermath.account
        self.assessment = assessment
        self.isObstructed = isObstructed
        for bucket in account.buckets.values.sorted(by: { $0.name < $1.name }) where bucket.owner == account.id {
            for region in assessment.scenarios.compactMap(\.scenario.region) { compare(bucket, losing: region) }
            for act in Act.allCases { compare(bucket, act) }
        }
        for resource in life.drawn.resources {
            for region in assessment.scenarios.compactMap(\.scenario.region) { compare(resource, losing: region) }
        }
        for resource in account.natives {
            for region in assessment.scenarios.compactMap(\.scenario.region) { compare(resource, losing: region) }
            for act in Act.allCases { compare(resource, act) }
        }
    }

    /// What all scenarios have in common.
    /// - Returns: whether the verdict is one of those that the objects can belie.
    mutating func isTelling(_ judged: ResourceAssessment, _ scenario: Scenario, home: Region, canBeUnknown: Bool)
        -> Bool
    {
        if let lost = scenario.region, (judged.verdict == .unaffected) != (home != lost) {
            if judged.region != nil || !isObstructed { report(.wrongRegion, judged, scenario, "it lives in \(home)") }
            return false
        }
        if judged.verdict == .unknown, !isObstructed, !canBeUnknown {
            report(.unknownForNoReason, judged, scenario, "everything could be read")
        }
        return [.protected, .atRisk, .unprotected].contains(judged.verdict)
    }

    mutating func report(_ kind: Difference.Kind, _ judged: ResourceAssessment, _ scenario: Scenario, _ detail: String)
    {
        differences.append(
            Difference(
                kind: kind, resource: judged.arn, scenario: scenario, isObstructed: isObstructed,
                detail: "\(detail)\n    \(judged.line)"))
    }

    /// Objects that no promise is made for: what is older than the configuration where that is said, and what its
    /// writer encrypted otherwise than the bucket does. Where each object was asked there is no excuse for what it is
    /// now; of what it was before only that was asked.
    func isExempt(_ object: WantedObject, in bucket: SimulatedBucket, _ judged: ResourceAssessment) -> Bool {
        let best = judged.paths.first { $0.suffices }?.mechanism
        let isCurrent = bucket.objects.current(object.key).map(WantedObject.mark) == WantedObject.mark(object.version)
        if sampled.contains(bucket.name), isCurrent, best == .s3Replication || best == .s3ObjectLock { return false }
        let isOld = object.version.lastModified < life.settledAt
        // A default lock does not say since when it is there.
        let isLock = best == .s3ObjectLock
        return (isOld && (isLock || judged.findings.contains("s3-existing-objects-unverified")))
            || !bucket.encryptsByDefault(object.version)
    }
}
