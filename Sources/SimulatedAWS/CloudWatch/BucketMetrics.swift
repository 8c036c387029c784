import AWSModel
import Foundation

/// The daily storage metrics of `AWS/S3` and, where a bucket has them on, its request metrics, as they follow from its
/// objects.
enum BucketMetrics {
    /// Values by day since 1970, UTC; nil for what is no metric of a bucket in this region.
    static func days(
        _ name: String, _ dimensions: [String: String], in region: Region, of account: SimulatedAccount,
        from start: Date, to end: Date
    ) -> [Int: Double]? {
        guard dimensions.count == 2, let bucket = dimensions["BucketName"].flatMap({ account.buckets[$0] }) else {
            return nil
        }
        guard bucket.region == region else { return [:] }
        if let type = dimensions["StorageType"] {
            return storage(name, type, of: bucket, days: days(of: bucket, from: start, to: end, now: account.now))
        }
        guard let metrics = bucket.requestMetrics, dimensions["FilterId"] == metrics.id else { return [:] }
        return requests(name, metrics, of: bucket, days: days(of: bucket, from: start, to: end, now: account.now))
    }

    /// The whole days of a window in which the bucket was there; of the one under way nothing is told.
    private static func days(
        of bucket: SimulatedBucket, from start: Date, to end: Date, now: Date
    ) -> Range<Int> {
        func day(_ date: Date) -> Int { Int((date.timeIntervalSince1970 / 86_400).rounded(.down)) }
        let first = max(day(start.addingTimeInterval(86_399)), day(bucket.createdAt))
        return first..<max(first, min(day(end), day(now)))
    }

    /// What was written until the end of a day and is there still: what was deleted since is forgotten.
    private static func storage(
        _ name: String, _ type: String, of bucket: SimulatedBucket, days: Range<Int>
    ) -> [Int: Double] {
        guard name == "NumberOfObjects" || name == "BucketSizeBytes", !days.isEmpty else { return [:] }
        let counts = name == "NumberOfObjects"
        guard counts == (type == "AllStorageTypes") else { return [:] }
        var values = Dictionary(uniqueKeysWithValues: days.map { ($0, 0.0) })
        var isOfType = counts
        for key in bucket.objects.keys {
            for version in bucket.objects.versions(of: key) {
                guard counts || Self.type(of: version) == type else { continue }
                isOfType = true
                for day in days where version.lastModified.timeIntervalSince1970 < Double(day + 1) * 86_400 {
                    values[day, default: 0] += counts ? 1 : Double(version.content.count)
                }
            }
        }
        // A class in which nothing is has no metric, but an empty bucket has one of its own.
        return isOfType || (bucket.objects.isEmpty && type == "StandardStorage") ? values : [:]
    }

    private static func type(of version: ObjectVersion) -> String? {
        guard !version.isDeleteMarker else { return nil }
        switch version.storageClass {
        case "STANDARD": return "StandardStorage"
        case "STANDARD_IA": return "StandardIAStorage"
        case "ONEZONE_IA": return "OneZoneIAStorage"
        case "REDUCED_REDUNDANCY": return "ReducedRedundancyStorage"
        case "INTELLIGENT_TIERING": return "IntelligentTieringFAStorage"
        case "GLACIER_IR": return "GlacierInstantRetrievalStorage"
        case "GLACIER": return "GlacierStorage"
        case "DEEP_ARCHIVE": return "DeepArchiveStorage"
        default: return nil
        }
    }

    /// Uploads are those of the objects that are there; what S3 itself replicates here nobody asked for.
    private static func requests(
        _ name: String, _ metrics: SimulatedBucket.RequestMetrics, of bucket: SimulatedBucket, days: Range<Int>
    ) -> [Int: Double] {
        var values = Dictionary(uniqueKeysWithValues: days.map { ($0, 0.0) })
        switch name {
        case "GetRequests": return values.mapValues { _ in Double(metrics.readsADay) }
        case "PutRequests", "BytesUploaded":
            for key in bucket.objects.keys {
                for version in bucket.objects.versions(of: key) where !version.isDeleteMarker && !version.isReplica {
                    let day = Int((version.lastModified.timeIntervalSince1970 / 86_400).rounded(.down))
                    guard values[day] != nil else { continue }
                    values[day, default: 0] += name == "PutRequests" ? 1 : Double(version.content.count)
                }
            }
            return values
        default: return [:]
        }
    }
}
