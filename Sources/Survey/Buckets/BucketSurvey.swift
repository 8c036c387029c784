import AWSCore
import AWSModel
import AWSServices
import Posture

/// Lists the buckets of the account and reads each as soon as the listing names it, and what its rules name as soon as
/// they are read: region by region at once, so that a dead region holds up none but itself.
struct BucketSurvey: Sendable {
    /// Fewer buckets than that have their calls go out together, also where that opens a connection for each call.
    private static let fewBuckets = 40
    /// Seven calls each are more than are ever in flight.
    private static let togetherAtOnce = 48

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

    /// Together the calls of a bucket leave no place empty, also at the end. But where each bucket is a host of its own
    /// one connection serves them one after the other.
    private func read(_ buckets: [BucketSummary], together: Bool) async {
        await Fanout.each(buckets, width: together ? Self.togetherAtOnce : Fanout.width) { bucket in
            await found(read(bucket, together: together))
        }
    }

    private func read(_ summary: BucketSummary, together: Bool) async -> Bucket {
        let region = await region(of: summary)
        guard let home = region.value else { return Bucket(unread: summary, region: region) }
        let settings = BucketSettings(reader: reader, bucket: summary.name, region: home)
        if together {
            async let versioning = settings.versioning()
            async let replication = settings.replication()
            async let encryption = settings.encryption()
            async let lifecycle = settings.lifecycle()
            async let objectLock = settings.objectLock()
            async let notification = settings.notification()
            async let tags = settings.tags()
            await mentions.follow(replication)
            await mentions.follow(encryption, in: home)
            return await Bucket(
                name: summary.name, region: region, createdAt: summary.createdAt, versioning: versioning,
                replication: replication, encryption: encryption, lifecycle: lifecycle, objectLock: objectLock,
                notification: notification, tags: tags)
        }
        let replication = await settings.replication()
        async let followed: Void = mentions.follow(replication)
        let encryption = await settings.encryption()
        let bucket = await Bucket(
            name: summary.name, region: region, createdAt: summary.createdAt, versioning: settings.versioning(),
            replication: replication, encryption: encryption, lifecycle: settings.lifecycle(),
            objectLock: settings.objectLock(), notification: settings.notification(), tags: settings.tags())
        await mentions.follow(encryption, in: home)
        await followed
        return bucket
    }

    /// From the listing where it says so, else by asking the bucket (1.23).
    private func region(of summary: BucketSummary) async -> Reading<Region> {
        if let region = summary.region {
            return Reading(.value(region), call: S3.ListBuckets.call, region: askable.regions[0], at: reader.now())
        }
        return await locator.locate(summary.name).region
    }
}

extension Bucket {
    /// A bucket whose region is not known: nothing else of it can be asked.
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
