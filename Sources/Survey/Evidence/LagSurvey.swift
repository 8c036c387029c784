import AWSCore
import AWSModel
import AWSServices
import Foundation
import Posture

/// Reads from CloudWatch how far replicas in other regions are behind, each where it is published: of databases in the
/// replica's region, of tables in the source's (3.2, 3.3, 3.5). One call for hundreds of them.
struct LagSurvey: Sendable {
    /// Metrics a call may ask for.
    private static let largestBatch = 500
    /// The window that is looked at and the length of a sample; seconds.
    private static let window: TimeInterval = 3_600
    private static let period = 300

    private struct Replica: Hashable, Sendable {
        var arn: String
        var from: Region
    }
    private struct Wanted: Sendable {
        var replica: Replica
        /// Where it is published.
        var region: Region
        var namespace = "AWS/RDS"
        var metric: String
        var dimensions: [MetricDimension]
        /// What a unit of the metric is in seconds.
        var unit: Double
    }

    let reader: Reader

    func lags(of regions: [NativeRegion]) async -> [ReplicationLag] {
        let wanted = regions.flatMap { Self.databases($0, regions) + Self.clusters($0, regions) + Self.tables($0) }
        guard !wanted.isEmpty else { return [] }
        let end = reader.now()
        let batches = Dictionary(grouping: wanted, by: \.region).flatMap { region, wanted in
            stride(from: 0, to: wanted.count, by: Self.largestBatch).map { start in
                (region, Array(wanted[start..<min(start + Self.largestBatch, wanted.count)]))
            }
        }
        let read = await Fanout.map(batches) { region, batch in
            (batch, await series(of: batch, in: region, until: end))
        }
        var lags: [Replica: Reading<Double>] = [:]
        for (batch, reading) in read {
            let series = Dictionary(grouping: reading.value ?? [], by: \.id)
            for (index, want) in batch.enumerated() {
                let answer = Self.answer(series["m\(index)"] ?? [], want, reading)
                // Of several metrics that tell of one replica the first with data stands, for they are in order; that
                // there is no data is said only where all of them were told.
                if let known = lags[want.replica], known.value != nil || answer.isAbsent { continue }
                lags[want.replica] = answer
            }
        }
        return lags.map { ReplicationLag(replica: $0.arn, from: $0.from, lag: $1) }
            .sorted { ($0.replica, $0.from) < ($1.replica, $1.from) }
    }

    private func series(of batch: [Wanted], in region: Region, until end: Date) async -> Reading<[MetricSeries]> {
        let queries = batch.enumerated().map { index, want in
            MetricQuery(
                id: "m\(index)", namespace: want.namespace, metric: want.metric, dimensions: want.dimensions,
                statistic: .maximum, periodSeconds: Self.period)
        }
        return await reader.readAll(
            CloudWatch.GetMetricData(queries: queries, start: end.addingTimeInterval(-Self.window), end: end),
            in: region)
    }

    /// The largest of the window, unless the newest sample says that it cannot be told; no data is absent.
    private static func answer(
        _ series: [MetricSeries], _ want: Wanted, _ reading: Reading<[MetricSeries]>
    ) -> Reading<Double> {
        guard reading.value != nil else { return reading.map { _ in 0 } }
        if let fault = series.fault { return Reading(.failed(code: fault), of: reading.source, at: reading.at) }
        let samples = series.flatMap { zip($0.timestamps, $0.values) }
        let newest = samples.max { $0.0 < $1.0 }?.1
        let lag = newest.flatMap { $0 < 0 ? -1 : samples.map(\.1).max().map { $0 * want.unit } }
        return Reading(lag.map { .value($0) } ?? .absent, of: reading.source, at: reading.at)
    }
}

extension LagSurvey {
    /// Replicas in other regions, and those beside their source that others follow from there.
    private static func databases(_ region: NativeRegion, _ regions: [NativeRegion]) -> [Wanted] {
        let followed = Set(
            regions.filter { $0.region != region.region }.flatMap { $0.databases.value ?? [] }
                .compactMap(\.replicaSource))
        return (region.databases.value ?? []).compactMap { replica in
            guard let name = replica.replicaSource else { return nil }
            let source = ARN(name)?.region ?? region.region
            guard source != region.region || followed.contains(replica.arn.text) else { return nil }
            return Wanted(
                replica: Replica(arn: replica.arn.text, from: source), region: region.region, metric: "ReplicaLag",
                dimensions: [MetricDimension(name: "DBInstanceIdentifier", value: replica.identifier)], unit: 1)
        }
    }

    /// Secondaries of global databases, and clusters that replicate outside of any.
    private static func clusters(_ region: NativeRegion, _ regions: [NativeRegion]) -> [Wanted] {
        let globals = regions.flatMap { $0.globalClusters.value ?? [] }
        return (region.clusters.value ?? []).flatMap { cluster -> [Wanted] in
            let own = MetricDimension(name: "DBClusterIdentifier", value: cluster.identifier)
            let global = globals.first { $0.members.contains { $0.clusterARN == cluster.arn } }
            if let global {
                guard let writer = global.members.first(where: \.isWriter)?.clusterARN.region, writer != region.region
                else { return [] }
                let source = MetricDimension(name: "SourceRegion", value: writer.name)
                // Older engines have no lag of the recovery point, and some publish with the source's region.
                return ["AuroraGlobalDBRPOLag", "AuroraGlobalDBReplicationLag"].flatMap { metric in
                    [[own], [own, source]].map { dimensions in
                        Wanted(
                            replica: Replica(arn: cluster.arn.text, from: writer), region: region.region,
                            metric: metric, dimensions: dimensions, unit: 0.001)
                    }
                }
            }
            guard let source = cluster.replicationSource.flatMap({ ARN($0) })?.region, source != region.region else {
                return []
            }
            return [
                Wanted(
                    replica: Replica(arn: cluster.arn.text, from: source), region: region.region,
                    metric: "AuroraBinlogReplicaLag", dimensions: [own], unit: 1)
            ]
        }
    }

    private static func tables(_ region: NativeRegion) -> [Wanted] {
        let old = Dictionary((region.globalTables?.value ?? []).map { ($0.name, $0.replicas.map(\.region)) }) { a, _ in
            a
        }
        return (region.tables.value ?? []).flatMap { contents -> [Wanted] in
            guard let table = contents.table.value, table.consistency != .known(.strong) else { return [] }
            let told = (table.replicas ?? []).map(\.region)
            return (told.isEmpty ? old[contents.name] ?? [] : told).filter { $0 != region.region }.map { receiver in
                Wanted(
                    replica: Replica(arn: table.arn(in: receiver).text, from: region.region), region: region.region,
                    namespace: "AWS/DynamoDB", metric: "ReplicationLatency",
                    dimensions: [
                        MetricDimension(name: "TableName", value: contents.name),
                        MetricDimension(name: "ReceivingRegion", value: receiver.name),
                    ], unit: 0.001)
            }
        }
    }
}
