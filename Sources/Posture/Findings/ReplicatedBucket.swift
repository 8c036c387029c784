import AWSModel

/// A bucket with replication rules, for the rules of judgement about them.
struct ReplicatedBucket: Sendable {
    let bucket: Bucket
    let arn: String
    let configuration: ReplicationConfiguration
    let destinations: [DestinationRules]

    var home: Region? { bucket.region.value }

    /// Evidence of the rules themselves.
    func evidence(_ detail: String) -> Evidence { Evidence(bucket.replication, detail) }

    /// The destinations that were found in another region, with their rules.
    func distant(in account: AccountView) -> [(rules: DestinationRules, bucket: DestinationBucket, region: Region)] {
        guard let home else { return [] }
        return reached(in: account).filter { $0.region != home }
    }

    /// The destinations that were found, wherever they are, with their rules.
    func reached(in account: AccountView) -> [(rules: DestinationRules, bucket: DestinationBucket, region: Region)] {
        destinations.compactMap { rules in
            guard !account.isForeign(rules), let destination = account.destination(rules.destination),
                let region = destination.region.value
            else { return nil }
            return (rules, destination, region)
        }
    }
}

/// The buckets that have replication rules: of each only where it stands and what its rules amount to is kept, and the rest
/// is put together when it is asked for.
struct ReplicatedBuckets: Sequence, Sendable {
    private struct Entry: Sendable {
        let bucket: Int32
        let destinations: [DestinationRules]
    }
    private let inventory: Inventory
    private let entries: [Entry]

    /// Those that exist and whose rules were read.
    init(_ inventory: Inventory) {
        self.inventory = inventory
        entries = inventory.buckets.indices.compactMap { index in
            let bucket = inventory.buckets[index]
            guard !bucket.region.isAbsent, let configuration = bucket.replication.value, !configuration.rules.isEmpty
            else { return nil }
            return Entry(bucket: Int32(index), destinations: DestinationRules.all(of: configuration))
        }
    }

    /// The buckets that replicate to a bucket, by its name.
    var sources: [String: [String]] {
        Dictionary(
            flatMap { source in source.destinations.map { ($0.destination, [source.bucket.name]) } },
            uniquingKeysWith: +)
    }

    func makeIterator() -> AnyIterator<ReplicatedBucket> {
        var entries = entries.makeIterator()
        let inventory = inventory
        return AnyIterator {
            guard let entry = entries.next() else { return nil }
            let bucket = inventory.buckets[Int(entry.bucket)]
            guard let configuration = bucket.replication.value else { return nil }
            return ReplicatedBucket(
                bucket: bucket, arn: ARN.bucket(bucket.name, partition: inventory.partition).text,
                configuration: configuration, destinations: entry.destinations)
        }
    }
}
