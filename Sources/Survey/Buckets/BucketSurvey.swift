import AWSCore
import AWSModel
import AWSServices
import Posture

/// Reads every bucket of the account: region by region at once, so that a dead region holds up none but itself.
struct BucketSurvey: Sendable {
    /// Below so many buckets the calls of one go out together; above, one after the other over one connection, for
    /// each bucket is a host of its own.
    private static let fewBuckets = 40

    let reader: Reader

    func buckets(_ listed: [BucketSummary], askable: [Region]) async -> [Bucket] {
        let together = listed.count < Self.fewBuckets
        var byRegion: [[BucketSummary]] = Dictionary(grouping: listed, by: \.region).map(\.value)
        guard byRegion.count != 1 else {
            return await Fanout.map(byRegion.removeFirst().sorted { $0.name < $1.name }) {
                await bucket($0, together: together, askable: askable)
            }
        }
        var buckets = await withTaskGroup(of: [Bucket].self) { group in
            for members in byRegion {
                group.addTask { await Fanout.map(members) { await bucket($0, together: together, askable: askable) } }
            }
            var all: [Bucket] = []
            all.reserveCapacity(listed.count)
            for await some in group { all += some }
            return all
        }
        buckets.sort { $0.name < $1.name }
        return buckets
    }

    private func bucket(_ summary: BucketSummary, together: Bool, askable: [Region]) async -> Bucket {
        let region = await region(of: summary, askable: askable)
        guard let home = region.value else { return Bucket(unread: summary, region: region) }
        let name = summary.name
        if together {
            async let versioning = versioning(name, home)
            async let replication = replication(name, home)
            async let encryption = encryption(name, home)
            async let lifecycle = lifecycle(name, home)
            async let objectLock = objectLock(name, home)
            async let notification = notification(name, home)
            async let tags = tags(name, home)
            return await Bucket(
                name: name, region: region, createdAt: summary.createdAt, versioning: versioning,
                replication: replication, encryption: encryption, lifecycle: lifecycle, objectLock: objectLock,
                notification: notification, tags: tags)
        }
        return await Bucket(
            name: name, region: region, createdAt: summary.createdAt, versioning: versioning(name, home),
            replication: replication(name, home), encryption: encryption(name, home), lifecycle: lifecycle(name, home),
            objectLock: objectLock(name, home), notification: notification(name, home), tags: tags(name, home))
    }

    /// From the listing where it says so, else by asking the bucket (1.23).
    private func region(of summary: BucketSummary, askable: [Region]) async -> Reading<Region> {
        let asked = askable.first ?? "us-east-1"
        if let region = summary.region {
            return Reading(.value(region), call: S3.ListBuckets.call, region: asked, at: reader.now())
        }
        return await BucketLocator(reader: reader, askable: askable).locate(summary.name).region
    }

    func versioning(_ bucket: String, _ region: Region) async -> Reading<BucketVersioning> {
        await reader.read(S3.GetBucketVersioning(bucket: bucket), in: region)
    }
    func replication(_ bucket: String, _ region: Region) async -> Reading<ReplicationConfiguration> {
        await reader.read(
            S3.GetBucketReplication(bucket: bucket), in: region,
            absentCodes: ["ReplicationConfigurationNotFoundError"])
    }
    func encryption(_ bucket: String, _ region: Region) async -> Reading<BucketEncryption> {
        await reader.read(
            S3.GetBucketEncryption(bucket: bucket), in: region,
            absentCodes: ["ServerSideEncryptionConfigurationNotFoundError"])
    }
    func lifecycle(_ bucket: String, _ region: Region) async -> Reading<LifecycleConfiguration> {
        await reader.read(
            S3.GetBucketLifecycleConfiguration(bucket: bucket), in: region,
            absentCodes: ["NoSuchLifecycleConfiguration"])
    }
    func objectLock(_ bucket: String, _ region: Region) async -> Reading<ObjectLockConfiguration> {
        await reader.read(
            S3.GetObjectLockConfiguration(bucket: bucket), in: region,
            absentCodes: ["ObjectLockConfigurationNotFoundError"])
    }
    func notification(_ bucket: String, _ region: Region) async -> Reading<NotificationConfiguration> {
        await reader.read(S3.GetBucketNotificationConfiguration(bucket: bucket), in: region)
    }
    func tags(_ bucket: String, _ region: Region) async -> Reading<[Tag]> {
        await reader.read(S3.GetBucketTagging(bucket: bucket), in: region, absentCodes: ["NoSuchTagSet"])
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
