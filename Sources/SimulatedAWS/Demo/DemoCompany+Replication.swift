import AWSModel
import Foundation

/// The chapter of replication: what leaves its region as it is written, and what only seems to.
extension DemoCompany {
    mutating func replicate() {
        account.advance(to: ago(300))
        replicateWell()
        replicateInPart()
        replicateNowhere()
        replicateServices()
    }

    private mutating func replicateWell() {
        var originals = rule("whole-bucket", to: "media-originals-dr", markers: false)
        originals.destination.replicaKMSKeyID = key("media-dr", in: Self.recovery)
        originals.kmsEncryptedObjects = .known(.enabled)
        originals.destination.replicationTimeMinutes = 15
        originals.destination.metricsEnabled = true
        set([originals], on: "media-originals")

        // Encodes of whole films queue up behind each other.
        var renditions = rule("renditions", to: "media-renditions-dr", markers: true)
        renditions.destination.metricsEnabled = true
        renditions.destination.storageClass = "STANDARD_IA"
        set([renditions], on: "media-renditions")

        set([rule("recordings", to: "session-recordings-dr", markers: false)], on: "session-recordings")
        set(
            [rule("sets", to: "northlight-training-sets-dr", markers: false)], on: "northlight-training-sets",
            role: "s3-replication-2019")
        set([rule("to-america", to: "shop-eu-images-us", markers: false)], on: "shop-eu-images")
    }

    private mutating func replicateInPart() {
        var images = rule("posters", to: "product-images-dr", markers: false)
        images.filter = ReplicationFilter(prefix: "posters/")
        set([images], on: "product-images")

        // The bucket's key came a year after the rule.
        set([rule("uploads", to: "user-uploads-dr", markers: false)], on: "user-uploads")

        // The rule names the key of the source's region; S3 took it without a word (1.9).
        var documents = rule("documents", to: "customer-documents-dr", markers: false)
        documents.kmsEncryptedObjects = .known(.enabled)
        documents.destination.replicaKMSKeyID = key("customers", in: Self.home)
        set([documents], on: "customer-documents")

        set([rule("invoices", to: "invoices-archive-dr", markers: false)], on: "invoices-archive")

        var subtitles = rule("subtitles", to: "subtitles-dr", markers: false)
        subtitles.destination.metricsEnabled = true
        set([subtitles], on: "subtitles")

        var trailers = rule("to-studio", to: "studio-inbox", markers: false)
        trailers.destination.account = Self.studio
        trailers.destination.owner = "Destination"
        set([trailers], on: "trailers")
    }

    private mutating func replicateNowhere() {
        // A rule of the first version, which replicates delete markers too (1.6).
        set(
            [
                ReplicationRule(
                    id: "copy", status: .known(.enabled), legacyPrefix: "",
                    destination: ReplicationDestination(bucket: bucket("web-assets-copy")))
            ], on: "web-assets")
        var lake = rule("lake", to: "data-lake-raw-dr", markers: false)
        lake.status = .known(.disabled)
        set([lake], on: "data-lake-raw")
        set([rule("exports", to: "newsletter-exports-dr", markers: false)], on: "newsletter-exports")
    }

    /// A rule of the second version for the whole bucket.
    private func rule(_ id: String, to destination: String, markers: Bool) -> ReplicationRule {
        ReplicationRule(
            id: id, priority: 1, status: .known(.enabled), filter: ReplicationFilter(),
            destination: ReplicationDestination(bucket: bucket(destination)),
            deleteMarkerReplication: .known(markers ? .enabled : .disabled))
    }

    private mutating func set(_ rules: [ReplicationRule], on name: String, role: String = "s3-replication") {
        account.setReplication(ReplicationConfiguration(role: self.role(role), rules: rules), of: name)
    }
}
