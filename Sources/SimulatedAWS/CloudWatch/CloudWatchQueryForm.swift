import AWSCore

/// `GetMetricData` as the query protocol has it.
enum CloudWatchQueryForm {
    static func getMetricData(_ request: SimulatedRequest, in account: SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let input = FormParameters(request)
        guard let start = input["StartTime"].flatMap(WireTime.parse), let end = input["EndTime"].flatMap(WireTime.parse)
        else { throw ServiceError(400, "MissingParameter", "StartTime and EndTime are required") }
        var rows: [XMLElement] = []
        while let query = try MetricQuery(input, rows.count + 1) {
            var values = CloudWatchService.values(of: query, in: request.region, of: account, from: start, to: end)
            if input["ScanBy"] != "TimestampAscending" { values.reverse() }
            rows.append(
                .node(
                    "member",
                    [
                        .leaf("Id", query.id), .leaf("Label", query.label ?? query.name),
                        .node("Timestamps", values.map { .leaf("member", WireTime.isoSeconds($0.0)) }),
                        .node("Values", values.map { .leaf("member", "\($0.1)") }), .leaf("StatusCode", "Complete"),
                    ]))
        }
        return QueryReply.reply(
            "GetMetricData", [.node("MetricDataResults", rows), .node("Messages")],
            namespace: CloudWatchService.namespace)
    }
}
