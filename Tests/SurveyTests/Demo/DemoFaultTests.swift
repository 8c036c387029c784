import AWSModel
import Foundation
import Posture
import SimulatedAWS
import Testing

@Suite("A survey of the demo account while things break")
struct DemoFaultTests {
    @Test("calls a region that dies in the middle timed-out, and no other", arguments: DarkRegion.all)
    func darkRegion(_ dark: DarkRegion) async throws {
        let demo = try await dark.survey
        #expect(demo.status(of: dark.region) == .timedOut)
        let others = demo.assessment.regions.filter { $0.name != dark.region }
        #expect(others.allSatisfy { $0.status == .answered || $0.status == .notEnabled })
    }

    @Test("keeps the verdicts whose evidence does not lie in the dead region", arguments: DarkRegion.all)
    func unconcerned(_ dark: DarkRegion) async throws {
        let judged = try await dark.survey.judged
        let unconcerned = try await DemoSurvey.clean.judged.values.filter { !$0.restsOn(dark.region) }
        #expect(unconcerned.count >= 12)
        for resource in unconcerned {
            #expect(judged[resource.arn]?.verdict == resource.verdict, "\(resource.name)")
        }
    }

    @Test("calls nothing protected or unprotected for want of a dead region", arguments: DarkRegion.all)
    func concerned(_ dark: DarkRegion) async throws {
        let clean = try await DemoSurvey.clean.judged
        for (arn, resource) in try await dark.survey.judged {
            let was = try #require(clean[arn]?.verdict)
            #expect([was, .unknown].contains(resource.verdict), "\(resource.name): \(resource.reason)")
        }
    }

    /// The simulated clock stands still, so that even the times are the same.
    @Test("gives the same report through throttling and resets, to the byte", arguments: [1, 2, 3, 5, 8] as [UInt64])
    func storm(_ seed: UInt64) async throws {
        var faults = SimulatedFaults()
        faults.seed = seed
        faults.throttling = 0.1
        faults.resets = 0.02
        let shaken = try await DemoSurvey(faults: faults)
        #expect(shaken.retries > 20)
        #expect(try await shaken.json == DemoSurvey.clean.json)
    }

    @Test("says unknown where a denial hides what decides", arguments: DemoDenial.deciding)
    func denial(_ denial: DemoDenial) async throws {
        let demo = try await denial.survey
        for name in denial.hidden {
            let resource = try #require(demo.judged.values.first { $0.name == name })
            #expect(resource.verdict == .unknown, "\(name): \(resource.reason)")
        }
    }

    @Test("calls nothing protected or unprotected for want of what is denied", arguments: DemoDenial.deciding)
    func denialElsewhere(_ denial: DemoDenial) async throws {
        let clean = try await DemoSurvey.clean.judged
        for (arn, resource) in try await denial.survey.judged {
            let was = try #require(clean[arn]?.verdict)
            #expect([was, .unknown].contains(resource.verdict), "\(resource.name): \(resource.reason)")
        }
    }

    @Test(
        "changes no verdict when what only confirms is denied",
        arguments: [
            "backup:ListCopyJobs", "backup:ListRestoreJobs", "backup:ListRestoreTestingPlans",
            "s3:GetBucketNotification",
        ])
    func harmlessDenial(_ action: String) async throws {
        let demo = try await DemoSurvey(faults: .denying(action))
        #expect(try await demo.judged.mapValues(\.verdict) == DemoSurvey.clean.judged.mapValues(\.verdict))
    }

    @Test("tells of every call that was denied", arguments: DemoDenial.deciding)
    func told(_ denial: DemoDenial) async throws {
        let gaps = try await denial.survey.assessment.gaps
        #expect(gaps.contains { $0.call == denial.call && $0.cause.hasPrefix("denied") })
    }

    @Test("says no yes when the buckets could not be listed")
    func bucketsNotListed() async throws {
        let demo = try await DemoSurvey(faults: .denying("s3:ListAllMyBuckets"))
        #expect(demo.assessment.answer != .yes)
        #expect(demo.assessment.scenarios.allSatisfy { !$0.blindSpots.isEmpty })
        let buckets = demo.judged.values.filter { $0.type == .s3Bucket }
        #expect(buckets.allSatisfy { $0.verdict != .unprotected })
    }
}

/// An action that is denied, the call that needs it, and what then cannot be known any more.
struct DemoDenial: Sendable, CustomStringConvertible {
    let action: String
    let call: String
    let hidden: [String]
    var description: String { action }

    /// Read once for all tests.
    var survey: DemoSurvey {
        get async throws { try await #require(Self.surveys[action]).value }
    }
    private static let surveys = Dictionary(
        uniqueKeysWithValues: deciding.map { denial in
            (denial.action, Task { try await DemoSurvey(faults: .denying(denial.action)) })
        })

    static let deciding = [
        DemoDenial(
            action: "s3:GetReplicationConfiguration", call: "s3:GetBucketReplication",
            hidden: [
                "media-originals", "session-recordings", "access-logs", "web-assets", "data-lake-raw", "subtitles",
            ]),
        DemoDenial(
            action: "s3:GetBucketVersioning", call: "s3:GetBucketVersioning",
            hidden: ["media-originals", "session-recordings"]),
        DemoDenial(
            action: "s3:GetEncryptionConfiguration", call: "s3:GetBucketEncryption",
            hidden: ["session-recordings", "user-uploads"]),
        DemoDenial(
            action: "s3:GetBucketObjectLockConfiguration", call: "s3:GetObjectLockConfiguration",
            hidden: ["invoices-archive", "media-originals"]),
        DemoDenial(
            action: "backup:ListBackupVaults", call: "backup:ListBackupVaults",
            hidden: ["terraform-state", "checkout-orders", "shop-eu", "cms-exports"]),
        DemoDenial(
            action: "backup:ListProtectedResourcesByBackupVault", call: "backup:ListProtectedResourcesByBackupVault",
            hidden: ["terraform-state", "checkout-orders", "shop-eu"]),
        DemoDenial(
            action: "backup:DescribeRecoveryPoint", call: "backup:DescribeRecoveryPoint",
            hidden: ["terraform-state", "checkout-orders", "shop-eu"]),
        DemoDenial(
            action: "backup:ListBackupPlans", call: "backup:ListBackupPlans",
            hidden: ["terraform-state", "checkout-orders", "access-logs", "film-library-masters"]),
        DemoDenial(
            action: "backup:GetBackupPlan", call: "backup:GetBackupPlan",
            hidden: ["terraform-state", "checkout-orders"]),
        DemoDenial(
            action: "backup:GetBackupSelection", call: "backup:GetBackupSelection",
            hidden: ["terraform-state", "checkout-orders"]),
        DemoDenial(action: "s3:GetBucketTagging", call: "s3:GetBucketTagging", hidden: ["terraform-state"]),
        DemoDenial(
            action: "s3:GetLifecycleConfiguration", call: "s3:GetBucketLifecycleConfiguration",
            hidden: ["media-originals", "session-recordings"]),
        DemoDenial(
            action: "backup:ListBackupJobs", call: "backup:ListBackupJobs", hidden: ["terraform-state", "shop-eu"]),
        DemoDenial(action: "kms:DescribeKey", call: "kms:DescribeKey", hidden: ["terraform-state", "shop-eu"]),
        DemoDenial(
            action: "cloudwatch:GetMetricData", call: "cloudwatch:GetMetricData", hidden: ["media-originals"]),
        DemoDenial(
            action: "rds:DescribeDBInstanceAutomatedBackups", call: "rds:DescribeDBInstanceAutomatedBackups",
            hidden: ["subscriptions"]),
        DemoDenial(
            action: "rds:DescribeGlobalClusters", call: "rds:DescribeGlobalClusters", hidden: ["viewer-accounts"]),
        DemoDenial(
            action: "dynamodb:DescribeTable", call: "dynamodb:DescribeTable",
            hidden: ["player-positions", "watchlists", "feature-flags"]),
        DemoDenial(
            action: "ec2:DescribeSnapshots", call: "ec2:DescribeSnapshots",
            hidden: ["search-index", "mail-spool", "build-cache"]),
        DemoDenial(
            action: "dlm:GetLifecyclePolicies", call: "dlm:GetLifecyclePolicies",
            hidden: ["search-index", "mail-spool"]),
        DemoDenial(
            action: "elasticfilesystem:DescribeReplicationConfigurations",
            call: "elasticfilesystem:DescribeReplicationConfigurations",
            hidden: ["edit-projects", "transcode-scratch"]),
        DemoDenial(action: "iam:GetRole", call: "iam:GetRole", hidden: ["session-recordings"]),
    ]
}

extension ResourceAssessment {
    /// Whether a region's answers bear on it: it lives there, a way back leads there, or nothing was found of it in any
    /// region, where a snapshot or a copy might have been.
    fileprivate func restsOn(_ lost: Region) -> Bool {
        region == lost || paths.contains { $0.region == lost } || (verdict == .unprotected && type != .s3Bucket)
    }
}

/// A region that goes dark once it has answered so many calls.
struct DarkRegion: Hashable, Sendable, CustomStringConvertible {
    let region: Region
    let calls: Int
    var description: String { "\(region) after \(calls) calls" }

    static let all = ["ap-southeast-2", "eu-central-1", "us-east-1", "us-west-2"].flatMap { name in
        [0, 8, 20].map { DarkRegion(region: Region(name), calls: $0) }
    }

    /// Read once for all tests.
    var survey: DemoSurvey {
        get async throws { try await #require(Self.surveys[self]).value }
    }
    private static let surveys = Dictionary(
        uniqueKeysWithValues: all.map { dark in
            var faults = SimulatedFaults()
            faults.darkAfterCalls[dark.region] = dark.calls
            return (dark, Task { [faults] in try await DemoSurvey(faults: faults) })
        })
}

extension SimulatedFaults {
    fileprivate static func denying(_ action: String) -> SimulatedFaults {
        var faults = SimulatedFaults()
        faults.denials = [Denial(action)]
        return faults
    }
}
