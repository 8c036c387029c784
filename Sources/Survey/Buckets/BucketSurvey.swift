import AWSCore
import AWSModel
import AWSServices
import Posture

/// Lists the buckets of the account and reads each as soon as the listing names it, and what its rules name as soon as
/// they are read: region by region at once, so that a dead region holds up none but itself.
struct BucketSurvey: Sendable {
    /// Fewer buckets than that have their calls go out together, also where that opens a connection for each call.
    private static let fewBuckets = 40

    let reader: Reader
    let askable: Askable
    let listed: ListedBuckets
    let locator: BucketLocator
    let mentions: Mentions
    /// Regions that are not read; a bucket whose region is not listed is.
    let isWanted: @Sendable (Region?) -> Bool
    /// Takes each bucket when it is read.
    let found: @Sendable (Bucket) -> Void

    /// The listing as a reading of how many it named; all of them are read by then.
    func buckets() async -> Reading<Int> {
        let (pages, page) = AsyncStream.makeStream(of: [BucketSummary].self)
        let isOneHost = reader.client.bucketsShareConnections(S3.service)
        async let listing = list {
            page.yield($0)
        } ended: {
            page.finish()
        }
        await withTaskGroup(of: Void.self) { group in
            for await page in pages {
                for members in Dictionary(grouping: page, by: \.region).values {
                    group.addTask { await read(members, together: isOneHost || page.count < Self.fewBuckets) }
                }
            }
        }
        return await listing
    }

    private func list(
        _ page: @escaping @Sendable ([BucketSummary]) -> Void, ended: @Sendable () -> Void
    ) async -> Reading<Int> {
        let listing: Reading<[BucketSummary]> = await askable.firstAnswer(isSilent: \.isUnreachable) { region in
            await reader.readAll(S3.ListBuckets(maxBuckets: 10_000), in: region) { all in
                let new = listed.add(all.filter { isWanted($0.region) })
                if !new.isEmpty { page(new) }
            }
        }
        listed.end()
        ended()
        return listing.map(\.count)
    }

    /// Together the calls of all buckets leave no place empty, also at the end. But where each bucket is a host of its own
    /// one connection serves its calls one after the other.
    private func read(_ buckets: [BucketSummary], together: Bool) async {
        if together {
            await readPartByPart(buckets)
        } else {
            await Fanout.each(buckets) { await readOverOneConnection($0) }
        }
    }

    private func readPartByPart(_ buckets: [BucketSummary]) async {
        let parts = BucketInParts.Part.allCases
        let begun = Lock<[Int: BucketInParts]>([:])
        await Fanout.each(0..<buckets.count * parts.count) { number in
            let (index, part) = number.quotientAndRemainder(dividingBy: parts.count)
            var bucket = begun.withLock { $0[index] }
            if bucket == nil {
                let unread = await unread(buckets[index])
                bucket = begun.withLock { begun in
                    if begun[index] == nil { begun[index] = unread }
                    return begun[index]
                }
            }
            guard let bucket else { return }
            if await bucket.read(parts[part]) {
                found(bucket.bucket)
                begun.withLock { $0[index] = nil }
            }
            await follow(parts[part], of: bucket)
        }
    }

    private func readOverOneConnection(_ summary: BucketSummary) async {
        let bucket = await unread(summary)
        await withTaskGroup(of: Void.self) { group in
            for part in BucketInParts.Part.allCases {
                if await bucket.read(part) { found(bucket.bucket) }
                if part == .replication, bucket.replication.value != nil {
                    group.addTask { await follow(part, of: bucket) }
                }
            }
        }
        await follow(.encryption, of: bucket)
    }

    /// Reads what a part of a bucket names.
    private func follow(_ part: BucketInParts.Part, of bucket: BucketInParts) async {
        switch part {
        case .replication: await mentions.follow(bucket.replication)
        case .encryption: if let home = bucket.home { await mentions.follow(bucket.encryption, in: home) }
        case .versioning, .lifecycle, .objectLock, .notification, .tags: break
        }
    }

    private func unread(_ summary: BucketSummary) async -> BucketInParts {
        BucketInParts(Bucket(unread: summary, region: await region(of: summary)), reader: reader)
    }

    /// From the listing where it says so, else by asking the bucket (1.23).
    private func region(of summary: BucketSummary) async -> Reading<Region> {
        if let region = summary.region {
            let source = reader.source(S3.ListBuckets.call, in: askable.regions[0])
            return Reading(.value(region), of: source, at: reader.now())
        }
        return await locator.locate(summary.name).region
    }
}

extension Bucket {
    /// A bucket of which nothing is read but its name and region.
    fileprivate init(unread summary: BucketSummary, region: Reading<Region>) {
        func notRead<Value>(_ call: String) -> Reading<Value> {
            Reading(.notRead, call: call, region: region.region, at: region.at)
        }
        self.init(
            name: summary.name, region: region, createdAt: summary.createdAt,
            versioning: notRead(S3.GetBucketVersioning.call), replication: notRead(S3.GetBucketReplication.call),
            encryption: notRead(S3.GetBucketEncryption.call),
            lifecycle: notRead(S3.GetBucketLifecycleConfiguration.call),
            objectLock: notRead(S3.GetObjectLockConfiguration.call),
            notification: notRead(S3.GetBucketNotificationConfiguration.call), tags: notRead(S3.GetBucketTagging.call))
    }
}
