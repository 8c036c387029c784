import AWSModel

/// A bucket with replication rules, for the rules of judgement about them.
struct ReplicatedBucket: Sendable {
    let bucket: Bucket
    let arn: String
    let configuration: ReplicationConfiguration
    let destinations: [DestinationRules]

    /// Nil unless the bucket exists and its rules were read.
    init?(_ bucket: Bucket, partition: String) {
        guard !bucket.region.isAbsent, let configuration = bucket.replication.value, !configuration.rules.isEmpty else {
            return nil
        }
        self.bucket = bucket
        arn = ARN.bucket(bucket.name, partition: partition).text
        self.configuration = configuration
        destinations = DestinationRules.all(of: configuration)
    }

    var home: Region? { bucket.region.value }

    /// Evidence of the rules themselves.
    func evidence(_ detail: String) -> Evidence { Evidence(bucket.replication, detail) }

    /// The destinations that were found in another region, with their rules.
    func distant(in account: AccountView) -> [(rules: DestinationRules, bucket: DestinationBucket, region: Region)] {
        destinations.compactMap { rules in
            guard let home, !account.isForeign(rules), let destination = account.destination(rules.destination),
                let region = destination.region.value, region != home
            else { return nil }
            return (rules, destination, region)
        }
    }
}
