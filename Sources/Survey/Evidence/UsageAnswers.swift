import AWSModel
import AWSServices
import Foundation
import Posture

/// What CloudWatch answered of buckets, put together again from the calls it was asked in.
struct UsageAnswers {
    /// Oldest first.
    private var samples: [UsageSurvey.Wanted: [(at: Date, value: Double)]] = [:]
    /// The call that each metric was asked in.
    private var calls: [UsageSurvey.Wanted: Reading<[MetricSeries]>] = [:]

    /// Names a query by its place in its call.
    static func id(_ place: Int) -> String { "q\(place)" }

    mutating func add(_ wanted: [UsageSurvey.Wanted], _ reading: Reading<[MetricSeries]>) {
        let series = Dictionary(grouping: reading.value ?? [], by: \.id)
        // The names of hundreds of series need not be kept with each of their buckets.
        let outcome = reading.map { _ in [MetricSeries]() }
        for (place, want) in wanted.enumerated() {
            let told = series[Self.id(place)] ?? []
            calls[want] =
                told.fault.map { Reading(.failed(code: $0), of: reading.source, at: reading.at) } ?? outcome
            samples[want] = told.flatMap { zip($0.timestamps, $0.values) }
                .map { (at: $0.0, value: $0.1) }.sorted { $0.at < $1.at }
        }
    }

    func usage(of bucket: String, in region: Region, at moment: Date) -> BucketUsage {
        func reading<Value>(_ metrics: [UsageSurvey.Metric], _ value: () -> Value?) -> Reading<Value> {
            let asked = metrics.map { calls[UsageSurvey.Wanted(bucket: bucket, metric: $0)] }
            guard let call = asked.compactMap({ $0 }).first(where: { !$0.isRead }) ?? asked.first.flatMap({ $0 }) else {
                return Reading(.notRead, call: CloudWatch.GetMetricData.call, region: region, at: moment)
            }
            return call.compactMap { _ in value() }
        }
        let sizes = BucketUsage.storageTypes.map { UsageSurvey.Metric.bytes(type: $0) }
        return BucketUsage(
            bytes: reading(sizes) { bytes(of: bucket) },
            objects: reading([.objects]) { newest(.objects, of: bucket).map(Self.whole) },
            requests: reading([.puts, .gets, .uploaded]) { requests(of: bucket) })
    }

    /// Of the newest day that has any sample: a class that has none on it is empty.
    private func bytes(of bucket: String) -> [String: ByteCount]? {
        let newest = BucketUsage.storageTypes.compactMap { type -> (String, at: Date, value: Double)? in
            samples[UsageSurvey.Wanted(bucket: bucket, metric: .bytes(type: type))]?.last.map {
                (type, $0.at, $0.value)
            }
        }
        guard let day = newest.map(\.at).max() else { return nil }
        return Dictionary(
            newest.filter { $0.at == day }.map { ($0.0, ByteCount(Self.whole($0.value))) },
            uniquingKeysWith: { first, _ in first })
    }

    private func newest(_ metric: UsageSurvey.Metric, of bucket: String) -> Double? {
        samples[UsageSurvey.Wanted(bucket: bucket, metric: metric)]?.last?.value
    }

    private func requests(of bucket: String) -> BucketRequests? {
        func sum(_ metric: UsageSurvey.Metric) -> BucketRequests.Sum? {
            guard let values = samples[UsageSurvey.Wanted(bucket: bucket, metric: metric)], !values.isEmpty else {
                return nil
            }
            return BucketRequests.Sum(total: Self.whole(values.reduce(0) { $0 + $1.value }), days: values.count)
        }
        let requests = BucketRequests(puts: sum(.puts), gets: sum(.gets), uploaded: sum(.uploaded))
        return requests == BucketRequests() ? nil : requests
    }

    /// What is no number, or none that can be, counts as nothing that is there.
    private static func whole(_ value: Double) -> Int64 {
        value.isFinite ? Int64(min(max(0, value), 9e18).rounded()) : 0
    }
}
