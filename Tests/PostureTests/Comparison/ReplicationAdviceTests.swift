import AWSModel
import Foundation
import Testing

@testable import Posture

@Suite("What is missing of a bucket's replication")
struct ReplicationAdviceTests {
    private let media = TestAccount.bucketARN("media")

    private func rules(_ edit: (inout TestAccount) -> Void) throws -> [[String: Any]] {
        let step = try advice(of: media, edit).step("s3:PutBucketReplication")
        return try #require(step.document("replication-configuration")["Rules"] as? [[String: Any]])
    }
    private func bucket(_ rule: [String: Any]) -> String? {
        (rule["Destination"] as? [String: Any])?["Bucket"] as? String
    }
    private func markers(_ rule: [String: Any]) -> String? {
        (rule["DeleteMarkerReplication"] as? [String: Any])?["Status"] as? String
    }

    @Test("fact 1.2: a rule of the first version stays beside the new one, in the second and with its own priority")
    func firstVersion() throws {
        let rules = try rules {
            $0.addBucket("media") {
                $0.replicate(
                    ReplicationRule(
                        id: "near", status: .known(.enabled), legacyPrefix: "",
                        destination: ReplicationDestination(bucket: "arn:aws:s3:::media-near")))
            }
            $0.addBucket("media-near")
        }
        #expect(rules.count == 2)
        #expect(rules.map(bucket) == ["arn:aws:s3:::media-near", "arn:aws:s3:::REPLICA"])
        #expect(rules.allSatisfy { $0["Filter"] is [String: Any] && $0["Prefix"] == nil })
        #expect(Set(rules.compactMap { $0["Priority"] as? Int }).count == 2)
        #expect(rules.map(markers) == ["Enabled", "Disabled"])
    }

    @Test("fact 1.8: a bucket of replicas is told that they do not go on, and a source beside it gets the rule")
    func replicas() throws {
        let elsewhere = try advice(of: media) {
            $0.addBucket("media")
            $0.addBucket("origin", in: TestAccount.away) { $0.replicate(.to("media")) }
        }.step("s3:PutBucketReplication")
        #expect(elsewhere.text.contains("the replicas of origin do not go on from here but are in origin still"))
        #expect(elsewhere.commandLine?.contains("--bucket media ") == true)
        let beside = try advice(of: media) {
            $0.addBucket("media")
            $0.addBucket("origin") { $0.replicate(.to("media")) }
        }.step("s3:PutBucketReplication")
        #expect(beside.commandLine?.contains("--bucket origin ") == true)
        let rules = try #require(beside.document("replication-configuration")["Rules"] as? [[String: Any]])
        #expect(rules.map(bucket) == ["arn:aws:s3:::media", "arn:aws:s3:::REPLICA"])
    }

    @Test("a disabled rule to another region is enabled, not made again")
    func disabled() throws {
        let rules = try rules {
            $0.addBucket("media") { $0.replicate(.to("media-dr") { $0.status = .known(.disabled) }) }
            $0.addDestination("media-dr")
        }
        #expect(rules.count == 1)
        #expect(rules[0]["ID"] as? String == "main" && rules[0]["Status"] as? String == "Enabled")
        #expect(bucket(rules[0]) == "arn:aws:s3:::media-dr")
    }

    @Test("a rule whose destination is gone is pointed to another, and what else it says stays")
    func missing() throws {
        let rules = try rules {
            $0.addBucket("media") {
                $0.replicate(.to("gone") { $0.destination.storageClass = "STANDARD_IA" }, .to("near", id: "near"))
            }
            $0.addDestination("gone") { $0.region = absent() }
            $0.addDestination("near", in: TestAccount.home)
        }
        #expect(rules.map(bucket) == ["arn:aws:s3:::REPLICA", "arn:aws:s3:::near"])
        #expect((rules[0]["Destination"] as? [String: Any])?["StorageClass"] as? String == "STANDARD_IA")
    }

    @Test("fact 1.5: prefixes get a rule for the whole bucket behind them")
    func partial() throws {
        let rules = try rules {
            $0.addBucket("media") {
                $0.replicate(.to("media-dr") { $0.filter = ReplicationFilter(prefix: "posters/") })
            }
            $0.addDestination("media-dr")
        }
        #expect(rules.count == 2 && rules.map(bucket) == Array(repeating: "arn:aws:s3:::media-dr", count: 2))
        let priorities = rules.compactMap { $0["Priority"] as? Int }
        #expect(priorities.count == 2 && priorities[1] < priorities[0])
    }

    @Test("fact 6.1: the ARN is of the account's own partition")
    func partition() throws {
        let step = try advice(of: "arn:aws-cn:s3:::media") {
            $0.inventory.partition = "aws-cn"
            $0.addBucket("media")
        }.step("s3:PutBucketReplication")
        #expect(step.commandLine?.contains("arn:aws-cn:s3:::REPLICA") == true)
        #expect(step.terraform?.contains("arn:aws-cn:s3:::REPLICA") == true)
    }

    @Test("each fault of a replica has the call that mends it")
    func faults() throws {
        let suspended = try advice(of: media) {
            $0.addBucket("media") { $0.replicate(.to("media-dr")) }
            $0.addDestination("media-dr") { $0.versioning = read(BucketVersioning(status: .known(.suspended))) }
        }
        #expect(
            suspended.first?.commandLine
                == "aws s3api put-bucket-versioning --bucket media-dr --versioning-configuration Status=Enabled")
        let unlocked = try advice(of: media) {
            $0.addBucket("media") {
                $0.replicate(.to("media-dr"))
                $0.objectLock = read(ObjectLockConfiguration(enabled: true))
            }
            $0.addDestination("media-dr")
        }
        #expect(unlocked.first?.call == "s3:PutObjectLockConfiguration")
        let encrypted = try rules {
            $0.addBucket("media") {
                $0.replicate(.to("media-dr"))
                $0.encryption = read(BucketEncryption(algorithm: .known(.sseKMS), kmsKeyID: "alias/media"))
            }
            $0.addDestination("media-dr")
        }
        #expect(String(describing: encrypted[0]).contains("KEY_ARN_OF_US_WEST_2"))
        let mute = try advice(of: media) {
            $0.addBucket("media") { $0.replicate(.to("media-dr")) }
            $0.addDestination("media-dr")
            $0.inventory.roles[TestAccount.role]?.policies = read([])
        }
        #expect(try mute.step("iam:PutRolePolicy").commandLine?.contains("--role-name replication") == true)
    }

    @Test("Terraform has every rule too")
    func terraform() throws {
        let step = try advice(of: media) {
            $0.addBucket("media") { $0.replicate(.to("near")) }
            $0.addDestination("near", in: TestAccount.home)
        }.step("s3:PutBucketReplication")
        #expect(step.terraform?.components(separatedBy: "rule {").count == 3)
    }
}

@Suite("Deletions that a replica keeps")
struct DeletedObjectsTests {
    private func row(_ edit: (inout TestAccount) -> Void) throws -> Comparison.Row {
        var account = TestAccount()
        edit(&account)
        let dossier = try Analyzer.dossier(of: "media", in: account.inventory, now: TestAccount.now)
        return try #require(dossier.comparison.rows.first { $0.aspect == "Deletions" })
    }

    @Test("no replica keeps anything where its destination is gone, suspended or holds a part")
    func none() throws {
        let gone = try row {
            $0.addBucket("media") { $0.replicate(.to("media-dr")) }
            $0.addDestination("media-dr") { $0.region = absent() }
        }
        #expect(gone.cover == .neither && gone.replication.contains("media-dr does not exist"))
        let suspended = try row {
            $0.addBucket("media") { $0.replicate(.to("media-dr")) }
            $0.addDestination("media-dr") { $0.versioning = read(BucketVersioning(status: .known(.suspended))) }
        }
        #expect(suspended.cover == .neither && suspended.replication.contains("Suspended"))
        let partial = try row {
            $0.addBucket("media") { $0.replicate(.to("media-dr") { $0.filter = ReplicationFilter(prefix: "a/") }) }
            $0.addDestination("media-dr")
        }
        #expect(partial.cover == .neither && partial.replication.contains("prefix a/"))
    }

    @Test("a replica of the same region keeps what is deleted")
    func near() throws {
        let near = try row {
            $0.addBucket("media") { $0.replicate(.to("near")) }
            $0.addDestination("near", in: TestAccount.home)
        }
        #expect(near.cover == .replication)
    }

    @Test("a destination that cannot be looked into leaves it unknown")
    func unread() throws {
        let dark = try row {
            $0.addBucket("media") { $0.replicate(.to("media-dr")) }
            $0.addDestination("media-dr") { $0.region = denied() }
        }
        #expect(dark.cover == .unknown)
    }
}
