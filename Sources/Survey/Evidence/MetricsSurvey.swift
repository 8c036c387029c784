import AWSCore
import AWSModel
import AWSServices
import Foundation
import Posture

/// Reads what CloudWatch holds of replication rules with metrics on, in the regions where it is published (1.19).
struct MetricsSurvey: Sendable {
    /// Metrics a call may ask for.
    private static let largestBatch = 500
    /// The window that is looked at and the length of a sample; seconds.
    private static let window: TimeInterval = 86_400
    private static let period = 3_600

    private struct Rule: Sendable {
        var bucket: String
        var destination: String
        var id: String
        var sourceRegion: Region
        var destinationRegion: Region
    }
    private enum Metric: String, CaseIterable {
        case latency = "ReplicationLatency", pending = "OperationsPendingReplication"
        case failed = "OperationsFailedReplication"

        var statistic: MetricQuery.Statistic { self == .failed ? .sum : .maximum }
    }
    private struct Wanted: Hashable, Sendable {
        var rule: Int
        var metric: Metric
        var region: Region
    }

    let reader: Reader

    func metrics(of buckets: [Bucket], destinations: DestinationSurvey) async -> [ReplicationMetrics] {
        let measured = buckets.filter {
            $0.replication.value?.rules.contains(where: \.destination.metricsEnabled) ?? false
        }
        guard !measured.isEmpty else { return [] }
        let rules = Self.rules(of: measured, destinations.destinations(of: buckets))
        guard !rules.isEmpty else { return [] }
        let wanted = rules.indices.flatMap { index in
            Metric.allCases.map { metric in
                let rule = rules[index]
                return Wanted(
                    rule: index, metric: metric,
                    region: metric == .failed ? rule.sourceRegion : rule.destinationRegion)
            }
        }
        let batches = Dictionary(grouping: wanted, by: \.region).flatMap { region, wanted in
            stride(from: 0, to: wanted.count, by: Self.largestBatch).map { start in
                (region, Array(wanted[start..<min(start + Self.largestBatch, wanted.count)]))
            }
        }
        let end = reader.now()
        let read = await Fanout.map(batches) { region, batch in
            (batch, await series(of: batch, rules, in: region, until: end))
        }
        var answers: [Wanted: Reading<Double>] = [:]
        var samples: [Wanted: [(at: Date, value: Double)]] = [:]
        for (batch, reading) in read {
            let series = Dictionary(grouping: reading.value ?? [], by: \.id)
            for want in batch {
                let told = series[Self.id(want)] ?? []
                if let fault = told.fault {
                    answers[want] = Reading(.failed(code: fault), of: reading.source, at: reading.at)
                    continue
                }
                let values = told.flatMap { zip($0.timestamps, $0.values) }
                samples[want] = values.map { (at: $0.0, value: $0.1) }
                answers[want] = Self.answer(want, reading, values)
            }
        }
        return rules.indices.map { index in
            let rule = rules[index]
            func answer(_ metric: Metric, _ region: Region) -> Reading<Double> {
                answers[Wanted(rule: index, metric: metric, region: region)]
                    ?? Reading(.notRead, call: CloudWatch.GetMetricData.call, region: region, at: end)
            }
            func course(_ metric: Metric, _ region: Region) -> [Double?] {
                ReplicationCourse.steps(
                    samples[Wanted(rule: index, metric: metric, region: region)] ?? [],
                    from: end.addingTimeInterval(-Self.window), step: Self.period,
                    count: Int(Self.window) / Self.period)
            }
            return ReplicationMetrics(
                sourceBucket: rule.bucket, destinationBucket: rule.destination, ruleID: rule.id,
                maximumLatency: answer(.latency, rule.destinationRegion),
                operationsPending: answer(.pending, rule.destinationRegion),
                operationsFailed: answer(.failed, rule.sourceRegion),
                course: ReplicationCourse(
                    start: end.addingTimeInterval(-Self.window), step: Self.period,
                    latency: course(.latency, rule.destinationRegion),
                    pending: course(.pending, rule.destinationRegion), failed: course(.failed, rule.sourceRegion)))
        }
    }

    private static func rules(of buckets: [Bucket], _ destinations: [String: DestinationBucket]) -> [Rule] {
        buckets.flatMap { bucket -> [Rule] in
            guard let source = bucket.region.value else { return [] }
            return (bucket.replication.value?.rules ?? []).compactMap { rule in
                let name = rule.destination.bucketName
                guard rule.isEnabled, rule.destination.metricsEnabled, let id = rule.id,
                    let region = destinations[name]?.region.value
                else { return nil }
                return Rule(
                    bucket: bucket.name, destination: name, id: id, sourceRegion: source, destinationRegion: region)
            }
        }
    }

    private func series(
        of batch: [Wanted], _ rules: [Rule], in region: Region, until end: Date
    ) async -> Reading<[MetricSeries]> {
        let queries = batch.map { want in
            MetricQuery(
                id: Self.id(want), namespace: "AWS/S3", metric: want.metric.rawValue,
                dimensions: [
                    MetricDimension(name: "SourceBucket", value: rules[want.rule].bucket),
                    MetricDimension(name: "DestinationBucket", value: rules[want.rule].destination),
                    MetricDimension(name: "RuleId", value: rules[want.rule].id),
                ], statistic: want.metric.statistic, periodSeconds: Self.period)
        }
        return await reader.readAll(
            CloudWatch.GetMetricData(queries: queries, start: end.addingTimeInterval(-Self.window), end: end),
            in: region)
    }

    private static func id(_ want: Wanted) -> String { "\(want.metric)\(want.rule)" }

    /// One number out of a series; no data is absent, which is not 0.
    private static func answer(
        _ want: Wanted, _ reading: Reading<[MetricSeries]>, _ samples: [(Date, Double)]
    ) -> Reading<Double> {
        guard reading.value != nil else { return reading.map { _ in 0 } }
        let number: Double? =
            switch want.metric {
            case .latency: samples.map(\.1).max()
            case .pending: samples.max { $0.0 < $1.0 }?.1
            case .failed: samples.isEmpty ? nil : samples.map(\.1).reduce(0, +)
            }
        return Reading(number.map { .value($0) } ?? .absent, of: reading.source, at: reading.at)
    }
}
