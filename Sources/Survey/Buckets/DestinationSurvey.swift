import AWSCore
import AWSModel
import AWSServices
import Posture

/// Resolves the buckets that replication rules name, each once and in its own region.
struct DestinationSurvey: Sendable {
    let reader: Reader
    let locator: BucketLocator
    let listed: ListedBuckets
    private let resolved = ReadOnce<String, DestinationBucket>()

    init(reader: Reader, locator: BucketLocator, listed: ListedBuckets) {
        self.reader = reader
        self.locator = locator
        self.listed = listed
    }

    func isBegun(_ name: String) -> Bool { resolved.isBegun(name) }

    /// Sees to it that a destination is read.
    func begin(_ name: String) async {
        if await listed.find(name)?.region == nil { await resolved.begin(name) { await resolve(name) } }
    }

    /// Where a destination is; nil where that could not be found out. What is read of the account's own buckets is not
    /// asked again.
    func region(of name: String) async -> Region? {
        if let own = await listed.find(name) {
            if let region = own.region { return region }
            if let region = await locator.locate(name).region.value { return region }
        }
        return await resolved.fact(name) { await resolve(name) }.region.value
    }

    /// By name, as far as they are read; the account's own as they were read as buckets.
    func destinations(of buckets: [Bucket]) -> [String: DestinationBucket] {
        let names = Set(buckets.flatMap { $0.replication.value?.rules.map(\.destination.bucketName) ?? [] })
        var destinations = resolved.known
        for bucket in buckets where bucket.region.value != nil && names.contains(bucket.name) {
            destinations[bucket.name] = DestinationBucket(bucket)
        }
        return destinations
    }

    private func resolve(_ name: String) async -> DestinationBucket {
        let location = await locator.locate(name)
        guard let region = location.region.value else {
            func notRead<Value>(_ call: String) -> Reading<Value> {
                Reading(.notRead, call: call, region: location.region.region, at: location.region.at)
            }
            return DestinationBucket(
                name: name, region: location.region, accessDenied: location.accessDenied,
                versioning: notRead(S3.GetBucketVersioning.call),
                objectLock: notRead(S3.GetObjectLockConfiguration.call),
                lifecycle: notRead(S3.GetBucketLifecycleConfiguration.call))
        }
        let settings = BucketSettings(reader: reader, bucket: name, region: region)
        async let versioning = settings.versioning()
        async let objectLock = settings.objectLock()
        async let lifecycle = settings.lifecycle()
        return await DestinationBucket(
            name: name, region: location.region, accessDenied: location.accessDenied, versioning: versioning,
            objectLock: objectLock, lifecycle: lifecycle)
    }
}

extension DestinationBucket {
    /// A bucket of the account, as it was already read.
    fileprivate init(_ bucket: Bucket) {
        self.init(
            name: bucket.name, region: bucket.region, accessDenied: false, versioning: bucket.versioning,
            objectLock: bucket.objectLock, lifecycle: bucket.lifecycle)
    }
}
