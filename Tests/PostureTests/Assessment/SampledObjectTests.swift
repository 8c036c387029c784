import AWSModel
import Foundation
import Testing

@testable import Posture

private let media = TestAccount.bucketARN("media")

@Suite("What sampled objects say of their replication and their locks")
struct SampledObjectTests {
    private static func object(
        _ key: String, _ status: Open<ObjectMetadata.ReplicationStatus>?, hoursAgo: Double = 1,
        there: Bool? = nil
    ) -> SampledObject {
        SampledObject(
            key: key,
            metadata: ObjectMetadata(
                lastModified: TestAccount.now.addingTimeInterval(-hoursAgo * 3_600), replicationStatus: status),
            arrivals: there.map { ["media-dr": $0] } ?? [:])
    }

    /// A bucket that replicates to media-dr, and to other places where that is said.
    private func account(
        _ sample: Reading<[SampledObject]>?, prefix: String? = nil, also others: [ReplicationRule] = []
    ) -> TestAccount {
        var account = TestAccount()
        account.addBucket("media") { bucket in
            bucket.replication = read(
                ReplicationConfiguration(
                    role: TestAccount.role, rules: [.to("media-dr") { $0.filter?.prefix = prefix }] + others))
        }
        account.addDestination("media-dr")
        account.addDestination("media-eu", in: "eu-west-1")
        account.inventory.objectSamples = sample.map { ["media": $0] } ?? [:]
        return account
    }

    @Test("fact 1.18: all are there, one of them written lately: the path is observed")
    func arrived() {
        let sample = read([
            Self.object("a", .known(.completed), hoursAgo: 900, there: true),
            Self.object("b", .known(.pending), hoursAgo: 5, there: true),
        ])
        let judged = account(sample).resource(media)
        #expect(judged?.verdict == .protected)
        #expect(judged?.assurance == .observed)
        #expect(judged?.paths.first?.reasons.contains("2 of 2 sampled objects are there") == true)
    }

    @Test("what came long ago, or only says that it came, is no evidence that objects come")
    func noEvidence() {
        for object in [
            Self.object("a", .known(.completed), hoursAgo: 30, there: true), Self.object("a", .known(.complete)),
        ] {
            let judged = account(read([object])).resource(media)
            #expect(judged?.verdict == .protected)
            #expect(judged?.assurance == .configured)
        }
    }

    @Test("fact 1.8: what replicated before the destination was changed is not in the new one")
    func changedDestination() {
        let judged = account(read([Self.object("a", .known(.completed), there: false)])).resource(media)
        #expect(judged?.verdict == .atRisk)
        #expect(judged?.reason == "1 of 1 sampled objects replicated once and are not there")
    }

    @Test("fact 1.18: no status is not replicated, which is not unknown")
    func untaken() {
        let account = account(read([Self.object("a", .known(.completed)), Self.object("old", nil, hoursAgo: 9_000)]))
        let judged = account.resource(media)
        #expect(judged?.verdict == .atRisk)
        #expect(judged?.assurance == .configured)
        #expect(judged?.reason.hasPrefix("1 of 2 sampled objects did not replicate: older than the rules") == true)
        let finding = account.findings("s3-objects-not-replicated").first
        #expect(finding?.message == "1 of 2 sampled objects of bucket media are not replicated.")
        #expect(finding?.evidence.first?.detail.hasSuffix(": old") == true)
    }

    @Test("fact 1.18: a failure speaks against the only destination")
    func failed() {
        let judged = account(read([Self.object("a", .known(.failed))])).resource(media)
        #expect(judged?.verdict == .atRisk)
        #expect(judged?.reason == "1 of 1 sampled objects failed to replicate")
    }

    @Test("fact 1.18: with several destinations nobody knows which of them failed")
    func failedSomewhere() {
        let judged = account(read([Self.object("a", .known(.failed))]), also: [.to("media-eu", id: "eu")])
            .resource(media)
        #expect(judged?.verdict == .unknown)
        #expect(judged?.reason == "1 of 1 sampled objects failed to replicate, to which destination is not told")
        let seen = account(
            read([Self.object("a", .known(.failed), there: true)]), also: [.to("media-eu", id: "eu")])
        #expect(seen.resource(media)?.verdict == .protected)
        let missed = account(
            read([Self.object("a", .known(.failed), there: false)]), also: [.to("media-eu", id: "eu")])
        // It is not in the one, and may be in the other.
        #expect(missed.resource(media)?.paths.map(\.scope).contains(.partial) == true)
        #expect(missed.resource(media)?.verdict == .unknown)
    }

    @Test("an object that waits for minutes says nothing, one that waits for hours does", arguments: [0.5, 4.5])
    func pending(hours: Double) {
        let judged = account(read([Self.object("a", .known(.pending), hoursAgo: hours)])).resource(media)
        #expect(judged?.verdict == (hours < 4 ? .protected : .atRisk))
        #expect(judged?.assurance == .configured)
    }

    @Test("fact 1.8: replicas of another bucket do not go on")
    func replicas() {
        let sample = read([Self.object("a", .known(.replica))])
        #expect(account(sample).resource(media)?.verdict == .atRisk)
        // From the bucket that this one replicates to: there they came from.
        #expect(account(read([Self.object("a", .known(.replica), there: true)])).resource(media)?.verdict == .protected)
    }

    @Test("fact 1.13: of two that replicate to each other, replicas came from the other one")
    func twoWay() {
        func judged(from others: [String]) -> ResourceAssessment? {
            var account = account(read([Self.object("a", .known(.replica))]))
            for name in others { account.addBucket(name, in: TestAccount.away) { $0.replicate(.to("media")) } }
            return account.resource(media)
        }
        #expect(judged(from: ["media-dr"])?.verdict == .protected)
        #expect(judged(from: ["media-dr", "other"])?.verdict == .atRisk)
        #expect(judged(from: ["other"])?.verdict == .atRisk)
    }

    @Test("how long an object waited is counted to when it was asked, not to when that is looked at again")
    func keptSample() {
        let asked = TestAccount.now.addingTimeInterval(-5 * 3_600)
        var sample = read([Self.object("a", .known(.pending), hoursAgo: 5.2)])
        sample.at = asked
        #expect(account(sample).resource(media)?.verdict == .protected)
        sample.at = TestAccount.now
        #expect(account(sample).resource(media)?.verdict == .atRisk)
    }

    @Test("fact 1.8: one object that may not be read hides nothing of what another says")
    func refusedOne() {
        let silent = SampledObject(key: "mine", metadata: ObjectMetadata(), refusal: "denied (AccessDenied)")
        let judged = account(read([Self.object("a", nil), silent])).resource(media)
        #expect(judged?.verdict == .atRisk)
        #expect(judged?.reason.hasPrefix("1 of 1 sampled objects did not replicate") == true)
        #expect(judged?.paths.first?.reasons.contains("1 of 2 sampled objects could not be asked") == true)
    }

    @Test("a sample that was refused is a gap")
    func refusedGap() {
        let assessment = Analyzer.assess(account(denied()).inventory, now: TestAccount.now)
        #expect(!assessment.complete)
        #expect(assessment.gaps.first?.resources == [media])
    }

    @Test("a status that is not known makes nothing protected")
    func newStatus() {
        let judged = account(read([Self.object("a", .other("THINKING"))])).resource(media)
        #expect(judged?.verdict == .unknown)
    }

    @Test("objects that no rule takes say nothing of the rules")
    func otherPrefix() {
        let judged = account(read([Self.object("b/1", .known(.failed))]), prefix: "a/").resource(media)
        #expect(judged?.reason == "rule covers prefix a/ only")
    }

    @Test("a sample that was refused leaves what the settings say")
    func refused() {
        let judged = account(denied()).resource(media)
        #expect(judged?.verdict == .protected)
        #expect(judged?.paths.first?.reasons.contains("objects not sampled: denied (AccessDenied)") == true)
        #expect(judged?.assurance == .configured)
    }

    // MARK: Locks

    private func locked(_ objects: [ObjectMetadata]) -> ResourceAssessment? {
        var account = TestAccount()
        account.addBucket("media") {
            $0.objectLock = read(
                ObjectLockConfiguration(enabled: true, defaultMode: .known(.compliance), defaultRetentionDays: 3_000))
            $0.createdAt = TestAccount.now.addingTimeInterval(-86_400)
        }
        account.inventory.objectSamples = [
            "media": read(objects.enumerated().map { SampledObject(key: "\($0)", metadata: $1) })
        ]
        return account.threats(to: media)[.versionPurge]
    }

    private let lock = ObjectMetadata(
        lockMode: .known(.compliance), lockedUntil: TestAccount.now.addingTimeInterval(6 * 86_400))

    @Test("fact 1.15: objects from before the default lock lie open")
    func open() {
        #expect(locked([lock, lock])?.verdict == .protected)
        #expect(
            locked([lock, ObjectMetadata()])?.reason
                == "1 of 2 sampled objects are locked for 5 days more, the others lie open or soon will")
        #expect(locked([lock, ObjectMetadata()])?.verdict == .atRisk)
        #expect(locked([lock, ObjectMetadata(legalHold: true)])?.verdict == .protected)
        // Whoever waits for its end is not noticed before it.
        var ending = lock
        ending.lockedUntil = TestAccount.now.addingTimeInterval(1_800)
        #expect(locked([lock, ending])?.verdict == .atRisk)
    }

    @Test("a lock that is over, or that can be bypassed, holds nothing")
    func over() {
        var over = lock
        over.lockedUntil = TestAccount.now.addingTimeInterval(-1)
        #expect(locked([lock, over])?.verdict == .atRisk)
        var governed = lock
        governed.lockMode = .known(.governance)
        #expect(locked([lock, governed])?.verdict == .atRisk)
    }

    @Test("a legal hold tells nothing of retention: reading that takes a permission of its own")
    func holdAlone() {
        #expect(locked([ObjectMetadata(legalHold: true), ObjectMetadata()])?.verdict == .unknown)
        #expect(locked([ObjectMetadata(legalHold: true)])?.verdict == .protected)
    }

    @Test("where no lock is told, none may be there or none may be read")
    func untold() {
        #expect(locked([ObjectMetadata()])?.verdict == .unknown)
    }
}
