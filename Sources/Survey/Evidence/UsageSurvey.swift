import AWSCore
import AWSModel
import AWSServices
import Foundation
package import Posture

/// Reads from CloudWatch how large buckets are and what is asked of them, each in its own region.
struct UsageSurvey: Sendable {
    /// Metrics a call may ask for.
    private static let largestBatch = 500
    private static let day = 86_400
    /// Storage is told once a day, with a day's delay.
    private static let storageDays = 3
    private static let requestDays = 30
    /// What the console calls the request metrics of a whole bucket.
    private static let wholeBucket = "EntireBucket"

    enum Metric: Hashable, Sendable {
        case bytes(type: String)
        case objects, puts, gets, uploaded

        var name: String {
            switch self {
            case .bytes: "BucketSizeBytes"
            case .objects: "NumberOfObjects"
            case .puts: "PutRequests"
            case .gets: "GetRequests"
            case .uploaded: "BytesUploaded"
            }
        }
        var isOfStorage: Bool {
            switch self {
            case .bytes, .objects: true
            case .puts, .gets, .uploaded: false
            }
        }
        /// What CloudWatch names it by besides the bucket.
        fileprivate var dimension: MetricDimension {
            switch self {
            case .bytes(let type): MetricDimension(name: "StorageType", value: type)
            case .objects: MetricDimension(name: "StorageType", value: "AllStorageTypes")
            case .puts, .gets, .uploaded: MetricDimension(name: "FilterId", value: wholeBucket)
            }
        }
    }
    struct Wanted: Hashable, Sendable {
        var bucket: String
        var metric: Metric
    }
    /// Queries for one call, which has one window.
    private struct Batch: Sendable {
        var region: Region
        var isOfStorage: Bool
        var wanted: [Wanted]
    }

    let reader: Reader

    func usage(of buckets: [(name: String, region: Region)]) async -> [String: BucketUsage] {
        let now = reader.now()
        // Days begin at midnight UTC; the one that is under way is not over.
        let end = Date(
            timeIntervalSince1970: (now.timeIntervalSince1970 / Double(Self.day)).rounded(.up) * Double(Self.day))
        let read = await Fanout.map(batches(buckets)) { batch in
            (batch, await series(of: batch, until: end))
        }
        var answers = UsageAnswers()
        for (batch, reading) in read { answers.add(batch.wanted, reading) }
        return Dictionary(
            buckets.map { bucket in (bucket.name, answers.usage(of: bucket.name, in: bucket.region, at: now)) },
            uniquingKeysWith: { first, _ in first })
    }

    private func batches(_ buckets: [(name: String, region: Region)]) -> [Batch] {
        let storage: [Metric] = BucketUsage.storageTypes.map { .bytes(type: $0) } + [.objects]
        let requests: [Metric] = [.puts, .gets, .uploaded]
        return Dictionary(grouping: buckets, by: \.region).flatMap { region, buckets in
            [(storage, true), (requests, false)].flatMap { metrics, isOfStorage in
                let wanted = buckets.flatMap { bucket in metrics.map { Wanted(bucket: bucket.name, metric: $0) } }
                return stride(from: 0, to: wanted.count, by: Self.largestBatch).map { start in
                    Batch(
                        region: region, isOfStorage: isOfStorage,
                        wanted: Array(wanted[start..<min(start + Self.largestBatch, wanted.count)]))
                }
            }
        }
    }

    /// The series in the order in which they are wanted.
    private func series(of batch: Batch, until end: Date) async -> Reading<[MetricSeries]> {
        let queries = batch.wanted.enumerated().map { place, want in
            MetricQuery(
                id: UsageAnswers.id(place), namespace: "AWS/S3", metric: want.metric.name,
                dimensions: [MetricDimension(name: "BucketName", value: want.bucket), want.metric.dimension],
                statistic: batch.isOfStorage ? .average : .sum, periodSeconds: Self.day)
        }
        let days = batch.isOfStorage ? Self.storageDays : Self.requestDays
        return await reader.readAll(
            CloudWatch.GetMetricData(
                queries: queries, start: end.addingTimeInterval(-Double(days * Self.day)), end: end),
            in: batch.region)
    }
}

extension AccountSurvey {
    /// Size and traffic of the buckets that something is paid for: those that replicate, those that are replicas, and
    /// those that AWS Backup keeps or is to keep.
    ///
    /// - Parameter only: The buckets to ask for; nil is all of these. CloudWatch bills each metric that is asked for.
    package func usage(of inventory: Inventory, only names: Set<String>? = nil) async -> [String: BucketUsage] {
        let atCost = BucketsAtCost(inventory, now: reader.now()).buckets
        return await UsageSurvey(reader: reader).usage(
            of: atCost.filter { bucket in names.map { $0.contains(bucket.name) } ?? true })
    }
}
