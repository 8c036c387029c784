import AWSModel
import Foundation

/// A bucket of the story.
struct DemoBucket {
    let name: String
    let region: Region
    var versioning: BucketVersioning.Status? = .enabled
    /// The name of the key of its default encryption; nil is SSE-S3.
    var key: String?
    var team: String
    var tier: String = "standard"
}

extension DemoStory {
    static let buckets: [DemoBucket] = [
        DemoBucket(name: "larkspur-media-masters", region: virginia, key: "virginia", team: "studio", tier: "critical"),
        DemoBucket(name: "larkspur-web-assets", region: virginia, team: "web", tier: "critical"),
        DemoBucket(name: "larkspur-customer-uploads", region: virginia, team: "web", tier: "critical"),
        DemoBucket(name: "larkspur-orders-export", region: virginia, key: "virginia", team: "shop", tier: "critical"),
        DemoBucket(name: "larkspur-invoices", region: virginia, key: "virginia", team: "finance", tier: "critical"),
        DemoBucket(name: "larkspur-contracts", region: virginia, team: "legal"),
        DemoBucket(name: "larkspur-payroll", region: virginia, team: "people"),
        DemoBucket(name: "larkspur-reports", region: virginia, team: "finance"),
        DemoBucket(name: "larkspur-telemetry", region: virginia, team: "data"),
        DemoBucket(name: "larkspur-clickstream", region: virginia, team: "data"),
        DemoBucket(name: "larkspur-app-logs", region: virginia, team: "platform"),
        DemoBucket(name: "larkspur-partner-feed", region: virginia, team: "partners"),
        DemoBucket(name: "larkspur-build-artifacts", region: virginia, team: "platform"),
        DemoBucket(name: "larkspur-build-mirror", region: virginia, team: "platform"),
        DemoBucket(name: "larkspur-research", region: virginia, team: "data"),
        DemoBucket(name: "larkspur-scratch", region: virginia, versioning: nil, team: "data"),

        DemoBucket(name: "larkspur-media-dr", region: oregon, team: "studio"),
        DemoBucket(name: "larkspur-web-dr", region: oregon, team: "web"),
        DemoBucket(name: "larkspur-uploads-dr", region: oregon, team: "web"),
        DemoBucket(name: "larkspur-contracts-dr", region: oregon, team: "legal"),
        DemoBucket(name: "larkspur-reports-dr", region: oregon, team: "finance"),
        DemoBucket(name: "larkspur-logs-dr", region: oregon, team: "platform"),

        DemoBucket(name: "larkspur-eu-customers", region: frankfurt, team: "europe", tier: "critical"),
        DemoBucket(name: "larkspur-eu-analytics", region: frankfurt, team: "europe"),
        DemoBucket(name: "larkspur-au-stores", region: sydney, team: "australia"),
    ]

    mutating func makeBuckets() {
        for bucket in Self.buckets {
            account.createBucket(
                bucket.name, in: bucket.region, versioning: bucket.versioning,
                tags: ["team": bucket.team, "tier": bucket.tier])
            if let arn = bucket.key.flatMap(key) {
                account.updateBucket(bucket.name) {
                    $0.encryption = BucketEncryption(
                        algorithm: .known(.sseKMS), kmsKeyID: arn.text, bucketKeyEnabled: true)
                }
            }
        }
        account.setEventBridge(true, on: "larkspur-media-masters")
        account.updateBucket("larkspur-contracts") {
            $0.objectLock = ObjectLockConfiguration(
                enabled: true, defaultMode: .known(.compliance), defaultRetentionYears: 7)
        }
        account.setLifecycle([.expiring(afterDays: 365)], of: "larkspur-app-logs")
        account.setLifecycle([.expiring(afterDays: 7)], of: "larkspur-logs-dr")
        closePayroll()
        makePartnerBucket()
    }

    /// Only the people team may read how its bucket is set up.
    private mutating func closePayroll() {
        account.updateBucket("larkspur-payroll") {
            $0.policy =
                #"{"Version":"2012-10-17","Statement":[{"Sid":"PeopleOnly","Effect":"Deny","Principal":{"AWS":"#
                + #""arn:aws:iam::123456789012:user/operator"},"Action":["s3:Get*","s3:List*"],"#
                + #""Resource":["arn:aws:s3:::larkspur-payroll","arn:aws:s3:::larkspur-payroll/*"]}]}"#
        }
    }

    /// A bucket of another company, which takes replicas and shows nothing.
    private mutating func makePartnerBucket() {
        account.createBucket("fabrikam-inbound", in: Self.oregon, versioning: .enabled, owner: Self.partner)
        let role = role("replication")
        account.updateBucket("fabrikam-inbound") {
            $0.policy =
                #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"\#(role)"},"#
                + #""Action":["s3:ReplicateObject","s3:ReplicateDelete"],"Resource":"arn:aws:s3:::fabrikam-inbound/*"}]}"#
        }
    }

    static let partner: AccountID = "444455556666"

    /// What was there before anyone thought of replication.
    mutating func writeOldObjects() {
        for bucket in Self.buckets where bucket.region != Self.oregon {
            for number in 1...3 {
                write("archive/before-replication-\(number).bin", bytes: 40_000_000, to: bucket.name)
            }
        }
    }

    /// Writes zeros; the story's buckets exist and their keys work, so that nothing is refused.
    mutating func write(_ key: String, bytes: Int64, to bucket: String) {
        _ = try? account.write(ObjectDraft(key: key, content: .zeros(bytes)), to: bucket)
    }
}
