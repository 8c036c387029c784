import AWSCore
import AWSModel
import AWSServices
import Posture

/// Resolves the buckets that replication rules name, each in its own region.
struct DestinationSurvey: Sendable {
    let reader: Reader
    let askable: [Region]

    /// By name. What was read of the account's own buckets is not asked again.
    func destinations(of buckets: [Bucket]) async -> [String: DestinationBucket] {
        let own = Dictionary(buckets.map { ($0.name, $0) }) { first, _ in first }
        let names = Set(
            buckets.flatMap { $0.replication.value?.rules.map(\.destination.bucketName) ?? [] })
        var destinations: [String: DestinationBucket] = [:]
        for name in names {
            if let bucket = own[name], bucket.region.value != nil { destinations[name] = DestinationBucket(bucket) }
        }
        let others = names.subtracting(destinations.keys).sorted()
        let read = await Fanout.map(others) { await resolve($0) }
        for destination in read { destinations[destination.name] = destination }
        return destinations
    }

    private func resolve(_ name: String) async -> DestinationBucket {
        let location = await BucketLocator(reader: reader, askable: askable).locate(name)
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
        let survey = BucketSurvey(reader: reader)
        async let versioning = survey.versioning(name, region)
        async let objectLock = survey.objectLock(name, region)
        async let lifecycle = survey.lifecycle(name, region)
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
