import AWSModel
import Foundation
import Posture

/// A small account with every verdict, for the reports to be tried on.
enum SampleAssessment {
    static let now = Date(timeIntervalSince1970: 1_795_204_800)
    static let account: AccountID = "123456789012"

    static let media = ResourceAssessment(
        arn: "arn:aws:s3:::media", type: .s3Bucket, name: "media", region: "us-east-1", verdict: .protected,
        assurance: .configured, recoveryPoint: Estimate(duration: .seconds(900), basis: .typical),
        recoveryTime: Estimate(duration: .seconds(600), basis: .typical),
        paths: [
            RecoveryPath(
                mechanism: .s3Replication, region: "us-west-2", account: account, target: "arn:aws:s3:::media-dr",
                scope: .whole, healthy: true, assurance: .configured,
                recoveryPoint: Estimate(duration: .seconds(900), basis: .typical),
                recoveryTime: Estimate(duration: .seconds(600), basis: .typical), reasons: [])
        ], findings: ["s3-existing-objects-unverified"], reason: "replicated to media-dr in us-west-2")

    static let orders = ResourceAssessment(
        arn: "arn:aws:rds:us-east-1:123456789012:db:orders", type: .rdsInstance, name: "orders", region: "us-east-1",
        verdict: .atRisk, assurance: .observed, recoveryPoint: Estimate(duration: .seconds(267_000), basis: .measured),
        recoveryTime: Estimate(duration: .seconds(7_200), basis: .typical),
        paths: [
            RecoveryPath(
                mechanism: .backupCopy, region: "us-west-2", account: account,
                target: "arn:aws:rds:us-west-2:123456789012:snapshot:awsbackup:copyjob-1", scope: .whole,
                healthy: false,
                assurance: .observed, recoveryPoint: Estimate(duration: .seconds(267_000), basis: .measured),
                recoveryTime: Estimate(duration: .seconds(7_200), basis: .typical),
                reasons: ["the newest copy is 3 d 3 h old; the schedule allows 1 d 9 h"])
        ], findings: ["backup-recovery-point-stale"],
        reason: "the newest copy in us-west-2 is 3 d 3 h old, and the schedule allows 1 d 9 h")

    static let regions = [
        RegionState(name: "eu-west-1", status: .answered),
        RegionState(name: "me-south-1", status: .notEnabled),
        RegionState(name: "us-east-1", status: .answered),
        RegionState(name: "us-west-2", status: .timedOut, error: "no connection within 3 s, given up after 3 attempts"),
    ]

    static func resource(
        _ arn: String, _ type: ResourceType, _ name: String, _ region: Region?, _ verdict: Verdict, _ reason: String,
        findings: [String] = []
    ) -> ResourceAssessment {
        ResourceAssessment(
            arn: arn, type: type, name: name, region: region, verdict: verdict, paths: [], findings: findings,
            reason: reason)
    }

    static func scenario(
        _ region: Region, _ answer: Answer, onPaper: Bool = false, _ resources: [ResourceAssessment]
    ) -> ScenarioAssessment {
        ScenarioAssessment(
            scenario: .regionOutage(region), answer: answer, onPaper: onPaper,
            counts: Dictionary(grouping: resources, by: \.verdict).mapValues(\.count), resources: resources)
    }

    static func finding(
        _ id: String, _ severity: Finding.Severity, _ resource: String, _ message: String, call: String, fix: String
    ) -> Finding {
        Finding(
            id: id, severity: severity, resource: resource, message: message,
            evidence: [Evidence(call: call, region: "us-east-1", at: now, detail: "no such configuration")], fix: fix)
    }

    /// Two regions, one of them lost without a copy; some things denied, and a region that is down.
    static let mixed: Assessment = {
        let lonely = (1...7).map { number in
            resource(
                "arn:aws:s3:::raw-\(number)", .s3Bucket, "raw-\(number)", "us-east-1", .unprotected,
                "no replication to another region, and no backup outside us-east-1", findings: ["s3-no-replication"])
        }
        let secret = resource(
            "arn:aws:s3:::secret", .s3Bucket, "secret", "us-east-1", .unknown,
            "its replication could not be read: denied (AccessDenied)")
        let machines = (1...3).map { number in
            resource(
                "arn:aws:ec2:us-east-1:123456789012:instance/i-000000000000000\(number)", .other("EC2"),
                "i-000000000000000\(number)", "us-east-1", .notEvaluated, "Lifeboat does not judge EC2")
        }
        let elsewhere = resource(
            "arn:aws:s3:::archive", .s3Bucket, "archive", "eu-west-1", .unaffected, "lives in eu-west-1")
        var archive = media
        archive.arn = "arn:aws:s3:::archive"
        archive.name = "archive"
        archive.region = "eu-west-1"
        archive.findings = []
        return Assessment(
            generatedAt: now, account: account, partition: "aws", complete: false, regions: regions,
            scenarios: [
                scenario("us-east-1", .no, lonely + [orders, secret, media] + machines + [elsewhere]),
                scenario("eu-west-1", .yes, onPaper: true, [archive]),
            ],
            findings: lonely.map {
                finding(
                    "s3-no-replication", .high, $0.arn, "Nothing copies this bucket to another region.",
                    call: "s3:GetBucketReplication", fix: "Add a replication rule to a bucket in another region.")
            } + [
                finding(
                    "backup-recovery-point-stale", .high, orders.arn,
                    "The newest recovery point in us-west-2 is 3 d 3 h old; the schedule and its windows allow 1 d 9 h.",
                    call: "backup:ListProtectedResourcesByBackupVault",
                    fix: "Look at the copy jobs of the last days: aws backup list-copy-jobs --by-state FAILED"),
                finding(
                    "backup-vault-unlocked", .medium,
                    "arn:aws:backup:us-west-2:123456789012:backup-vault:dr-vault",
                    "Anyone with backup:DeleteRecoveryPoint can empty the vault.", call: "backup:ListBackupVaults",
                    fix: "Lock the vault."),
                finding(
                    "s3-existing-objects-unverified", .low, media.arn,
                    "Objects older than the rule are replicated only by S3 Batch Replication.",
                    call: "s3:GetBucketReplication", fix: "Audit the bucket, or run Batch Replication once."),
            ],
            gaps: [
                Gap(
                    call: "s3:GetBucketReplication", region: "us-east-1", cause: "denied (AccessDenied)",
                    resources: ["arn:aws:s3:::secret"]),
                Gap(
                    call: "s3:GetBucketTagging", region: "us-east-1", cause: "denied (AccessDenied)",
                    resources: ["arn:aws:s3:::secret"]),
                Gap(
                    call: "backup:ListBackupVaults", region: "us-west-2", cause: "unreachable (timed out)",
                    resources: []),
            ])
    }()

    /// All is well.
    static let whole = Assessment(
        generatedAt: now, account: account, partition: "aws", complete: true,
        regions: [RegionState(name: "us-east-1", status: .answered)],
        scenarios: [scenario("us-east-1", .yes, onPaper: true, [media])], findings: [], gaps: [])

    static let empty = Assessment(
        generatedAt: now, account: account, partition: "aws", complete: true,
        regions: [RegionState(name: "us-east-1", status: .answered)], scenarios: [], findings: [], gaps: [])

    /// Names that would move a cursor, break a table or end a string.
    static let hostile: Assessment = {
        let name = "a\u{1B}[2J|b`c`\"\\\n\u{202E}\u{2028}_*<i>é漢"
        return Assessment(
            generatedAt: now, account: nil, partition: "aws", complete: true,
            regions: [RegionState(name: "us-east-1", status: .denied, error: "\u{7}\u{9B}31m")],
            scenarios: [
                scenario(
                    "us-east-1", .unknown,
                    [resource("arn:aws:s3:::\(name)", .s3Bucket, name, nil, .unknown, "reason \(name)")])
            ],
            findings: [
                finding("s3-no-replication", .critical, "arn:aws:s3:::\(name)", name, call: "s3:\(name)", fix: name)
            ],
            gaps: [Gap(call: "s3:\(name)", region: "us-east-1", cause: name, resources: [name])])
    }()
}
