import AWSCore
import AWSModel
import Foundation

/// Answers `GetMetricData` and `ListMetrics`, in JSON 1.0 or the query protocol, as it was asked.
enum CloudWatchService {
    static let namespace = "http://monitoring.amazonaws.com/doc/2010-08-01/"

    static func respond(to request: SimulatedRequest, _ operation: String, in account: SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        switch operation {
        case "GetMetricData":
            return request.headers["x-amz-target"] == nil
                ? try CloudWatchQueryForm.getMetricData(request, in: account)
                : try getMetricData(request, in: account)
        case "ListMetrics" where request.headers["x-amz-target"] != nil:
            let metrics = ReplicationMetrics.series(in: request.region, of: account).map { name, series -> JSONText in
                .object([
                    "Namespace": .string("AWS/S3"), "MetricName": .string(name.rawValue),
                    "Dimensions": .array(
                        series.dimensions.map { .object(["Name": .string($0.0), "Value": .string($0.1)]) }),
                ])
            }
            return json(["Metrics": .array(metrics)])
        default:
            throw ServiceError(400, "InvalidAction", "The action \(operation) is not valid for this web service.")
        }
    }

    private static func getMetricData(_ request: SimulatedRequest, in account: SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let input = try JSONInput(request.body)
        guard let start = input.date("StartTime"), let end = input.date("EndTime") else {
            throw ServiceError(400, "MissingParameter", "StartTime and EndTime are required")
        }
        var rows: [JSONText] = []
        for member in input.objects("MetricDataQueries") {
            let query = try MetricQuery(member)
            var values = values(of: query, in: request.region, of: account, from: start, to: end)
            if input.string("ScanBy") != "TimestampAscending" { values.reverse() }
            rows.append(
                .object([
                    "Id": .string(query.id), "Label": .string(query.label ?? query.name),
                    "Timestamps": .array(values.map { .number($0.0.timeIntervalSince1970) }),
                    "Values": .array(values.map { .number($0.1) }), "StatusCode": .string("Complete"),
                ]))
        }
        return json(["MetricDataResults": .array(rows), "Messages": .array([])])
    }

    /// Oldest first.
    static func values(
        of query: MetricQuery, in region: Region, of account: SimulatedAccount, from start: Date, to end: Date
    ) -> [(Date, Double)] {
        if let minutes = LagMetrics.minutes(query, in: region, of: account, from: start, to: end) {
            return query.evaluate(minutes)
        }
        if query.namespace == "AWS/S3",
            let days = BucketMetrics.days(
                query.name, query.dimensions, in: region, of: account, from: start, to: end)
        {
            return query.evaluate(days: days)
        }
        guard query.namespace == "AWS/S3", let name = ReplicationMetrics.Name(rawValue: query.name),
            query.dimensions.count == 3, let source = query.dimensions["SourceBucket"],
            let destination = query.dimensions["DestinationBucket"], let rule = query.dimensions["RuleId"]
        else { return [] }
        let series = ReplicationMetrics.Series(source: source, destination: destination, ruleID: rule)
        return query.evaluate(
            ReplicationMetrics.minutes(name, series, in: region, of: account, from: start, to: end))
    }

    private static func json(_ members: [String: JSONText]) -> HTTPResponse {
        HTTPResponse(
            status: 200, headers: ["Content-Type": "application/x-amz-json-1.0"], body: JSONText.bytes(members))
    }
}
