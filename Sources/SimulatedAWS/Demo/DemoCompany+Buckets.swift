import AWSCore
import AWSModel
import Foundation

/// The chapter of buckets: what there is in each region, before anything protects it.
extension DemoCompany {
    mutating func addBuckets() {
        addHomeBuckets()
        addReplicaBuckets()
        addEuropeanBuckets()
        addSydneyBuckets()
        describeBuckets()
    }

    private mutating func addHomeBuckets() {
        for name in ["media-originals", "media-renditions", "product-images", "subtitles", "trailers"] {
            add(name, in: Self.home, team: "media")
        }
        for name in ["web-assets", "session-recordings", "cms-exports", "newsletter-exports"] {
            add(name, in: Self.home, team: "webshop")
        }
        for name in ["user-uploads", "customer-documents", "payroll-exports"] {
            add(name, in: Self.home, team: "customers")
        }
        for name in ["data-lake-raw", "northlight-training-sets"] { add(name, in: Self.home, team: "data") }
        add("terraform-state", in: Self.home, team: "platform", backup: "daily")
        add("invoices-archive", in: Self.home, team: "finance")
        add("access-logs", in: Self.home, team: "platform", versioning: nil)
    }

    private mutating func addReplicaBuckets() {
        for name in [
            "media-originals-dr", "media-renditions-dr", "product-images-dr", "user-uploads-dr",
            "customer-documents-dr", "invoices-archive-dr", "session-recordings-dr", "northlight-training-sets-dr",
            "subtitles-dr", "newsletter-exports-dr", "data-lake-raw-dr",
        ] {
            add(name, in: Self.recovery, team: "platform")
        }
        // In the home region: it saves downloads, not the shop.
        add("web-assets-copy", in: Self.home, team: "webshop")
    }

    private mutating func addEuropeanBuckets() {
        add("shop-eu-images", in: Self.europe, team: "webshop")
        add("shop-eu-exports", in: Self.europe, team: "webshop")
        add("shop-eu-images-us", in: Self.home, team: "webshop")
        account.createBucket(
            "studio-inbox", in: Self.europe, versioning: .enabled, owner: Self.studio, tags: ["owner": "studio"])
    }

    private mutating func addSydneyBuckets() {
        add("film-library-masters", in: Self.sydney, team: "library", backup: "daily")
        add("film-library-scans", in: Self.sydney, team: "library", versioning: .suspended)
    }

    private mutating func add(
        _ name: String, in region: Region, team: String, versioning: BucketVersioning.Status? = .enabled,
        backup: String? = nil
    ) {
        var tags = ["team": team, "environment": "production"]
        tags["backup"] = backup
        account.createBucket(name, in: region, versioning: versioning, tags: tags)
    }

    /// What sets some of them apart: encryption, locks, lifecycles, policies.
    private mutating func describeBuckets() {
        encrypt(["media-originals", "user-uploads"], with: key("media", in: Self.home))
        encrypt(["customer-documents"], with: key("customers", in: Self.home))
        account.updateBucket("invoices-archive") {
            $0.objectLock = ObjectLockConfiguration(
                enabled: true, defaultMode: .known(.compliance), defaultRetentionYears: 10)
        }
        expire("session-recordings", afterDays: 365)
        expire("session-recordings-dr", afterDays: 365)
        expire("product-images-dr", afterDays: 90)
        expire("access-logs", afterDays: 30)
        closePayroll()
        countRequests()
    }

    /// Films are watched every day; recordings of meetings, nobody asked for again.
    private mutating func countRequests() {
        account.updateBucket("media-originals") { $0.requestMetrics = .init(readsADay: 1_200) }
        for name in ["session-recordings", "session-recordings-dr"] {
            account.updateBucket(name) { $0.requestMetrics = .init(readsADay: 0) }
        }
    }

    private mutating func encrypt(_ names: [String], with key: String) {
        for name in names {
            let encryption = BucketEncryption(algorithm: .known(.sseKMS), kmsKeyID: key, bucketKeyEnabled: true)
            account.updateBucket(name) { bucket in
                bucket.encryption = encryption
                bucket.documents[.encryption] = EncryptionDocument.element(of: encryption)
            }
        }
    }

    private mutating func expire(_ name: String, afterDays days: Int) {
        account.setLifecycle(
            [
                .node(
                    "Rule",
                    [
                        .leaf("ID", "expire"), .node("Filter"), .leaf("Status", "Enabled"),
                        .node("Expiration", [.leaf("Days", "\(days)")]),
                    ])
            ], of: name)
    }

    /// Salaries are nobody's business but payroll's, auditors included.
    private mutating func closePayroll() {
        let name = "payroll-exports"
        let policy = """
            {"Version":"2012-10-17","Statement":[{"Sid":"PayrollOnly","Effect":"Deny",
            "Principal":{"AWS":"arn:\(account.partition):iam::\(account.id):user/operator"},"Action":"s3:*",
            "Resource":["\(bucket(name))","\(bucket(name))/*"]}]}
            """
        account.updateBucket(name) { $0.policy = policy }
    }
}
