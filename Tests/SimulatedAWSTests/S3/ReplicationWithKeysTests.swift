import AWSCore
import AWSModel
import SimulatedAWS
import Testing

@Suite("Replication under KMS, roles and locks (1.9, 1.15-1.17)")
struct ReplicationWithKeysTests {
    private let account = TestAccount()
    private let source: ARN
    private let destination: ARN

    init() {
        let aws = account.aws
        source = aws.configure { $0.createKey(alias: "src", in: "us-east-1") }
        destination = aws.configure { $0.createKey(alias: "dst", in: "us-west-2") }
    }

    private var encrypted: HTTPHeaders {
        ["x-amz-server-side-encryption": "aws:kms", "x-amz-server-side-encryption-aws-kms-key-id": source.text]
    }

    private func failure() -> String? { account.aws.configure { $0.replication.history.last?.failure } }

    @Test("skips KMS objects without opt-in, and copies the others (1.8)")
    func skipsWithoutOptIn() {
        account.replicate(Rule.v2())
        account.put("secret", headers: encrypted)
        account.put("plain")
        account.settle()
        #expect(account.status("secret") == nil)
        #expect(account.status("plain") == "COMPLETED")
    }

    @Test("does not fall through to a lower rule that opts in (1.4)")
    func noFallThrough() {
        account.replicate(Rule.v2(priority: 2, id: "high"), Rule.kms(destination, priority: 1))
        account.put("secret", headers: encrypted)
        account.settle()
        #expect(account.status("secret") == nil)
    }

    @Test("encrypts the replica with the key of the rule (1.9)")
    func encryptsReplica() {
        account.replicate(Rule.kms(destination))
        account.put("secret", headers: encrypted)
        account.settle()
        #expect(account.status("secret") == "COMPLETED")
        #expect(
            account.s3(.head, "dst/secret").headers["x-amz-server-side-encryption-aws-kms-key-id"] == destination.text)
    }

    @Test("fails with a key of the source's region (1.9)")
    func keyOfWrongRegion() {
        account.replicate(Rule.kms(source))
        account.put("secret", headers: encrypted)
        account.settle()
        #expect(account.status("secret") == "FAILED")
        #expect(failure() == "DstKmsKeyNotFound")
    }

    @Test(
        "fails with a disabled key at either side (1.20)",
        arguments: ["DstKmsKeyInvalidState", "SrcKmsKeyInvalidState"])
    func disabledKey(_ code: String) {
        account.replicate(Rule.kms(destination))
        account.put("secret", headers: encrypted)
        let key = code.hasPrefix("Dst") ? destination : source
        account.aws.configure { $0.setKeyState(.disabled, of: key) }
        account.settle()
        #expect(failure() == code)
    }

    @Test(
        "fails when the role is gone, does not trust S3, or lacks a right (1.17)",
        arguments: [
            ("none", "AssumeRoleNotPermitted"), ("backup", "AssumeRoleNotPermitted"),
            ("reader", "SrcGetObjectNotPermitted"),
            ("writer", "DstPutObjectNotPermitted"),
        ])
    func roles(_ name: String, code: String) {
        account.aws.configure { account in
            let base = ["s3:GetReplicationConfiguration", "s3:ListBucket", "s3:GetObjectVersionAcl"]
            account.createServiceRole("backup", for: "backup.amazonaws.com", allowing: ["*"])
            account.createServiceRole("reader", for: "s3.amazonaws.com", allowing: base)
            account.createServiceRole(
                "writer", for: "s3.amazonaws.com", allowing: base + ["s3:GetObjectVersionForReplication"])
        }
        account.replicate(Rule.v2(), role: "arn:aws:iam::123456789012:role/\(name)")
        account.put("a")
        account.settle()
        #expect(account.status("a") == "FAILED")
        #expect(failure() == code)
    }

    @Test("fails for a locked object when the destination has no Object Lock (1.15)", arguments: [true, false])
    func objectLock(_ hasLock: Bool) {
        account.aws.configure { account in
            account.updateBucket("src") { $0.objectLock = ObjectLockConfiguration(enabled: true) }
            if hasLock { account.updateBucket("dst") { $0.objectLock = ObjectLockConfiguration(enabled: true) } }
        }
        account.replicate(Rule.v2())
        account.put(
            "a",
            headers: [
                "x-amz-object-lock-mode": "COMPLIANCE", "x-amz-object-lock-retain-until-date": "2027-12-31T00:00:00Z",
            ])
        account.settle()
        #expect(account.status("a") == (hasLock ? "COMPLETED" : "FAILED"))
        #expect(failure() == (hasLock ? nil : "DstBucketObjectLockConfigMissing"))
    }

    @Test(
        "gives a replica the destination's default retention unless it brings its own (1.15)", arguments: [true, false])
    func retentionOfReplica(_ bringsOwn: Bool) throws {
        account.aws.configure { account in
            account.updateBucket("src") { $0.objectLock = ObjectLockConfiguration(enabled: true) }
            account.updateBucket("dst") {
                $0.objectLock = ObjectLockConfiguration(
                    enabled: true, defaultMode: .known(.compliance), defaultRetentionDays: 30)
            }
        }
        account.replicate(Rule.v2())
        account.put(
            "a",
            headers: bringsOwn
                ? [
                    "x-amz-object-lock-mode": "GOVERNANCE",
                    "x-amz-object-lock-retain-until-date": "2027-12-31T00:00:00Z",
                ] : [:])
        account.settle()
        let replica = try #require(account.aws.configure { $0.buckets["dst"]?.objects.current("a") })
        #expect(replica.retention?.mode == (bringsOwn ? "GOVERNANCE" : "COMPLIANCE"))
    }

    @Test("needs the destination's policy across accounts (1.16)", arguments: [true, false])
    func crossAccount(_ allows: Bool) {
        account.aws.configure { account in
            account.createBucket("theirs", in: "us-west-2", versioning: .enabled, owner: "999999999999")
            guard allows else { return }
            account.updateBucket("theirs") {
                $0.policy =
                    #"{"Statement":[{"Effect":"Allow","Principal":{"AWS":"\#(TestAccount.role)"},"#
                    + #""Action":["s3:ReplicateObject"],"Resource":"arn:aws:s3:::theirs/*"}]}"#
            }
        }
        account.replicate(Rule.v2(to: "theirs"))
        account.put("a")
        account.settle()
        #expect(account.status("a") == (allows ? "COMPLETED" : "FAILED"))
    }
}
