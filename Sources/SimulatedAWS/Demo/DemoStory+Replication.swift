import AWSCore
import AWSModel

extension DemoStory {
    /// What each team set up, well or not so well.
    mutating func replicateBuckets() {
        let near = key("virginia")?.text
        let far = key("oregon")?.text
        // As it should be: the whole bucket, under KMS with a key of the other region, with a bound of 15 minutes.
        replicate("larkspur-media-masters", to: .bucket("larkspur-media-dr", minutes: 15)) { rule in
            rule.kmsEncryptedObjects = .known(.enabled)
            rule.destination.replicaKMSKeyID = far
        }
        // The first version of the schema: deletes go over.
        replicate("larkspur-web-assets", to: .bucket("larkspur-web-dr")) { rule in
            rule.priority = nil
            rule.filter = nil
            rule.legacyPrefix = ""
            rule.deleteMarkerReplication = nil
        }
        replicate("larkspur-customer-uploads", to: .bucket("larkspur-uploads-dr"))
        replicate("larkspur-orders-export", to: .bucket("larkspur-media-dr", metrics: true))
        replicate("larkspur-invoices", to: .bucket("larkspur-media-dr", metrics: true)) { rule in
            rule.kmsEncryptedObjects = .known(.enabled)
            rule.destination.replicaKMSKeyID = near
        }
        replicate("larkspur-contracts", to: .bucket("larkspur-contracts-dr", metrics: true))
        replicate("larkspur-reports", to: .bucket("larkspur-reports-dr", metrics: true))
        replicate("larkspur-telemetry", to: .bucket("larkspur-logs-dr", metrics: true)) {
            $0.filter = ReplicationFilter(prefix: "devices/")
        }
        replicate("larkspur-clickstream", to: .bucket("larkspur-media-dr", metrics: true))
        replicate("larkspur-app-logs", to: .bucket("larkspur-logs-dr", metrics: true))
        replicate("larkspur-partner-feed", to: .bucket("fabrikam-inbound")) { rule in
            rule.destination.account = Self.partner
            rule.destination.owner = "Destination"
        }
        replicate("larkspur-build-artifacts", to: .bucket("larkspur-build-mirror"))
        replicate("larkspur-research", to: .bucket("larkspur-media-dr")) { $0.status = .known(.disabled) }
        replicate("larkspur-eu-customers", to: .bucket("larkspur-web-dr", metrics: true), role: "replication-eu")
        account.replication.lag = .seconds(20)
        // More events than the transfer quota lets through.
        account.replication.lags["larkspur-clickstream"] = .seconds(45 * 60)
    }

    /// One rule of the second version for the whole bucket, which does not replicate delete markers.
    private mutating func replicate(
        _ bucket: String, to destination: ReplicationDestination, role name: String = "replication",
        _ change: (inout ReplicationRule) -> Void = { _ in }
    ) {
        var rule = ReplicationRule(
            id: "to-dr", priority: 1, status: .known(.enabled), filter: ReplicationFilter(),
            destination: destination, deleteMarkerReplication: .known(.disabled))
        change(&rule)
        account.setReplication(ReplicationConfiguration(role: role(name), rules: [rule]), of: bucket)
    }

    /// A bucket is cleaned away with a stack, and another loses its versioning to save money.
    mutating func breakBuckets() {
        account.deleteBucket("larkspur-uploads-dr")
        account.updateBucket("larkspur-reports-dr") { $0.versioning = .suspended }
    }
}

extension ReplicationDestination {
    /// With minutes it has replication time control, which needs metrics (1.11).
    fileprivate static func bucket(_ name: String, minutes: Int? = nil, metrics: Bool = false) -> ReplicationDestination {
        ReplicationDestination(
            bucket: "arn:aws:s3:::\(name)", replicationTimeMinutes: minutes, metricsEnabled: metrics || minutes != nil)
    }
}

extension XMLElement {
    /// A lifecycle rule for the whole bucket.
    static func expiring(afterDays days: Int) -> XMLElement {
        .node(
            "Rule",
            [
                .leaf("ID", "expire"), .node("Filter", [.leaf("Prefix", "")]), .leaf("Status", "Enabled"),
                .node("Expiration", [.leaf("Days", "\(days)")]),
            ])
    }
}
