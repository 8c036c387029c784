import AWSModel
import Foundation

/// `GetMetricData` as it is asked.
package struct GetMetricDataBody: Encodable {
    private let queries: [Query]
    private let start: Date
    private let end: Date
    private let scanBy = "TimestampAscending"
    private let maxDatapoints: Int?
    private let nextToken: String?

    init(_ operation: CloudWatch.GetMetricData) {
        queries = operation.queries.map { Query($0) }
        start = operation.start
        end = operation.end
        maxDatapoints = operation.maxDatapoints
        nextToken = operation.nextToken
    }

    private enum CodingKeys: String, CodingKey {
        case queries = "MetricDataQueries", start = "StartTime", end = "EndTime", scanBy = "ScanBy"
        case maxDatapoints = "MaxDatapoints", nextToken = "NextToken"
    }

    private struct Query: Encodable {
        let id: String
        let stat: Statistic

        init(_ query: MetricQuery) {
            id = query.id
            stat = Statistic(
                metric: Metric(
                    namespace: query.namespace, name: query.metric,
                    dimensions: query.dimensions.map { Dimension(name: $0.name, value: $0.value) }),
                period: query.periodSeconds, statistic: query.statistic.rawValue)
        }

        enum CodingKeys: String, CodingKey { case id = "Id", stat = "MetricStat" }
    }

    private struct Statistic: Encodable {
        let metric: Metric
        let period: Int
        let statistic: String

        enum CodingKeys: String, CodingKey { case metric = "Metric", period = "Period", statistic = "Stat" }
    }

    private struct Metric: Encodable {
        let namespace: String
        let name: String
        let dimensions: [Dimension]

        enum CodingKeys: String, CodingKey {
            case namespace = "Namespace", name = "MetricName", dimensions = "Dimensions"
        }
    }

    private struct Dimension: Encodable {
        let name: String
        let value: String

        enum CodingKeys: String, CodingKey { case name = "Name", value = "Value" }
    }
}

/// `GetMetricData` as it is answered.
struct GetMetricDataReply: Decodable {
    let results: [Result]
    let nextToken: String?

    private enum CodingKeys: String, CodingKey { case results = "MetricDataResults", nextToken = "NextToken" }

    struct Result: Decodable {
        let id: String
        let timestamps: [Date]
        let values: [Double]
        let status: Open<MetricSeries.Status>?

        private enum CodingKeys: String, CodingKey {
            case id = "Id", timestamps = "Timestamps", values = "Values", status = "StatusCode"
        }
    }
}
