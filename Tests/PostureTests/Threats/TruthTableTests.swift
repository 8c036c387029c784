import AWSModel
import Foundation
import Testing

@testable import Posture

/// Table 5.1: which mechanism protects from which threat. A row is an account with one resource and one mechanism; the
/// verdicts stand in the order deletion, purge, corruption, administrator, account, key.
struct TruthTableTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let arn: String
        /// One letter a threat: p protected, r at risk, n unprotected, u unknown, - unaffected.
        let verdicts: String
        let edit: @Sendable (inout TestAccount) -> Void

        init(_ name: String, _ arn: String, _ verdicts: String, _ edit: @escaping @Sendable (inout TestAccount) -> Void)
        {
            (self.name, self.arn, self.verdicts, self.edit) = (name, arn, verdicts, edit)
        }

        var testDescription: String { name }

        func check() {
            var account = TestAccount.withNative()
            edit(&account)
            let threats = Threat.allCases.filter { $0 != .regionOutage }
            let scenarios = Analyzer.assess(account.inventory, scenarios: [], threats: threats, now: TestAccount.now)
                .scenarios
            var found = ""
            var reasons: [String] = []
            for scenario in scenarios {
                let resource = scenario.resources.first { $0.arn == arn }
                found += resource.map { Self.letter($0.verdict) } ?? "."
                reasons.append("\(scenario.scenario.threat.rawValue): \(resource?.reason ?? "")")
            }
            #expect(found == verdicts, "\(reasons.joined(separator: "\n"))")
        }

        static func letter(_ verdict: Verdict) -> String {
            switch verdict {
            case .protected: "p"
            case .atRisk: "r"
            case .unprotected: "n"
            case .unknown: "u"
            case .unaffected: "-"
            case .notEvaluated: "x"
            }
        }
    }

    static let media = TestAccount.bucketARN("media")
    static let kms: @Sendable (inout Bucket) -> Void = {
        $0.encryption = read(
            BucketEncryption(algorithm: .known(.sseKMS), kmsKeyID: TestAccount.keyARN(TestAccount.home)))
    }
    static func lifecycle(noncurrentDays: Int) -> Reading<LifecycleConfiguration> {
        read(
            LifecycleConfiguration(rules: [
                LifecycleRule(status: .known(.enabled), noncurrentExpirationDays: noncurrentDays)
            ]))
    }
    static func lock(_ mode: ObjectLockConfiguration.Mode?, days: Int? = 30) -> Reading<ObjectLockConfiguration> {
        read(ObjectLockConfiguration(enabled: true, defaultMode: mode.map { .known($0) }, defaultRetentionDays: days))
    }

    @Test(arguments: [
        Row("nothing", media, "nnnnn-") { $0.addBucket("media") { $0.versioning = read(BucketVersioning()) } },
        Row("versioning", media, "pnpnn-") { $0.addBucket("media") },
        Row("versioning, a key of the account", media, "pnpnnn") { $0.addBucket("media", kms) },
        Row("versioning suspended", media, "rnrnn-") {
            $0.addBucket("media") { $0.versioning = read(BucketVersioning(status: .known(.suspended))) }
        },
        Row("versions kept for 3 days", media, "rnrnn-") {
            $0.addBucket("media") { $0.lifecycle = lifecycle(noncurrentDays: 3) }
        },
        // The newest of what was deleted is kept beyond the days, until it was overwritten often enough.
        Row("versions kept for a day, and five besides", media, "pnrnn-") {
            $0.addBucket("media") {
                $0.lifecycle = read(
                    LifecycleConfiguration(rules: [
                        LifecycleRule(
                            status: .known(.enabled), noncurrentExpirationDays: 1, newerNoncurrentVersions: 5)
                    ]))
            }
        },
        Row("versions kept for 30 days", media, "pnpnn-") {
            $0.addBucket("media") { $0.lifecycle = lifecycle(noncurrentDays: 30) }
        },
        Row("lifecycle unread", media, "unun" + "n-") { $0.addBucket("media") { $0.lifecycle = denied() } },
        Row("encryption unread", media, "ununnu") { $0.addBucket("media") { $0.encryption = denied() } },
    ])
    func fact_5_1_versioning(_ row: Row) { row.check() }

    /// A locked bucket that another one, made two days ago, replicates to.
    static func replicas(
        _ mode: ObjectLockConfiguration.Mode?, _ days: Int? = 30
    ) -> @Sendable (inout TestAccount) -> Void {
        { account in
            account.addBucket("media") {
                young(&$0)
                $0.objectLock = lock(.compliance)
            }
            account.addBucket("source", in: TestAccount.away) {
                $0.createdAt = TestAccount.hoursAgo(48)
                $0.objectLock = lock(mode, days: days)
                $0.replicate(.to("media"))
            }
            sample(&account)
        }
    }

    /// An object of the bucket that is locked in compliance mode.
    static let sample: @Sendable (inout TestAccount) -> Void = {
        let metadata = ObjectMetadata(lockMode: .known(.compliance), lockedUntil: TestAccount.hoursAgo(-200))
        $0.inventory.objectSamples = ["media": read([SampledObject(key: "a", metadata: metadata)])]
    }

    static let young: @Sendable (inout Bucket) -> Void = { $0.createdAt = TestAccount.hoursAgo(24) }

    @Test(arguments: [
        Row("compliance, its objects say that they are locked", media, "pppp" + "n-") {
            $0.addBucket("media") {
                young(&$0)
                $0.objectLock = lock(.compliance)
            }
            sample(&$0)
        },
        // The date moves when its policy is edited, and a lock may have come later than what is in it.
        Row("compliance, younger than its lock by its date alone", media, "pupu" + "n-") {
            $0.addBucket("media") {
                young(&$0)
                $0.objectLock = lock(.compliance)
            }
        },
        Row("compliance for a day", media, "prpr" + "n-") {
            $0.addBucket("media") {
                young(&$0)
                $0.objectLock = lock(.compliance, days: 1)
            }
            sample(&$0)
        },
        Row("compliance, older than its lock", media, "prpr" + "n-") {
            $0.addBucket("media") {
                $0.createdAt = TestAccount.hoursAgo(24 * 365)
                $0.objectLock = lock(.compliance)
            }
        },
        Row("compliance, and nothing in it is meant to outlive its lock", media, "pppp" + "n-") {
            $0.addBucket("media") {
                $0.createdAt = TestAccount.hoursAgo(24 * 365)
                $0.objectLock = lock(.compliance)
                $0.lifecycle = read(
                    LifecycleConfiguration(rules: [
                        LifecycleRule(status: .known(.enabled), expirationDays: 20, noncurrentExpirationDays: 10)
                    ]))
            }
            sample(&$0)
        },
        Row("governance", media, "prpr" + "n-") {
            $0.addBucket("media") {
                young(&$0)
                $0.objectLock = lock(.governance)
            }
        },
        Row("compliance, and replicas of a bucket in governance mode", media, "prpr" + "n-", replicas(.governance)),
        Row(
            "compliance, and replicas of a bucket that locks for a day", media, "prpr" + "n-", replicas(.compliance, 1)),
        Row("compliance, and replicas of a bucket that locks as long", media, "pppp" + "n-", replicas(.compliance)),
        Row("compliance, and replicas of a bucket without a default", media, "pppp" + "n-", replicas(nil, nil)),
        Row("no default", media, "pupu" + "n-") { $0.addBucket("media") { $0.objectLock = lock(nil, days: nil) } },
        Row("unread", media, "pupu" + "n-") { $0.addBucket("media") { $0.objectLock = denied() } },
        Row("what replicates into it is unread", media, "pupu" + "n-") {
            $0.addBucket("media") {
                young(&$0)
                $0.objectLock = lock(.compliance)
            }
            $0.addBucket("other") { $0.replication = denied() }
            sample(&$0)
        },
        Row("what it and another replicate to is unread", media, "pupuu-") {
            $0.addBucket("media") {
                young(&$0)
                $0.objectLock = lock(.compliance)
                $0.replication = denied()
            }
            $0.addBucket("other") { $0.replication = denied() }
            sample(&$0)
        },
        Row("its key is disabled", media, "rrrrnn") {
            $0.addBucket("media") {
                young(&$0)
                kms(&$0)
                $0.objectLock = lock(.compliance)
            }
            $0.addKey(TestAccount.keyARN(TestAccount.home), in: TestAccount.home, state: .disabled)
        },
    ])
    func fact_5_1_objectLock(_ row: Row) { row.check() }
}
