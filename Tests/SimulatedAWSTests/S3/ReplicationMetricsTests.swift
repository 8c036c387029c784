import AWSCore
import AWSModel
import Foundation
import SimulatedAWS
import Testing

@Suite("Replication metrics (1.19)")
struct ReplicationMetricsTests {
    private let account = TestAccount()

    private func begin(metrics: Bool = true) {
        account.replicate(
            Rule.v2(inDestination: metrics ? "<Metrics><Status>Enabled</Status></Metrics>" : "", id: "all"))
        account.aws.configure { $0.replication.lag = .seconds(150) }
        account.put("a", body: String(repeating: "x", count: 1000))
    }

    private func values(_ name: String, in region: Region, statistic: String = "Maximum") throws -> [Double] {
        let now = account.aws.now.timeIntervalSince1970
        let body = """
            {"StartTime": \(now - 3600), "EndTime": \(now + 60), "ScanBy": "TimestampAscending", "MetricDataQueries": [
            {"Id": "m", "MetricStat": {"Period": 60, "Stat": "\(statistic)", "Metric": {"Namespace": "AWS/S3",
            "MetricName": "\(name)", "Dimensions": [{"Name": "SourceBucket", "Value": "src"},
            {"Name": "DestinationBucket", "Value": "dst"}, {"Name": "RuleId", "Value": "all"}]}}}]}
            """
        let reply = account.aws.respond(
            to: HTTPRequest(
                method: .post, origin: HTTPOrigin(host: "monitoring.\(region).amazonaws.com"),
                headers: ["x-amz-target": "GraniteServiceVersion20100801.GetMetricData"], body: Array(body.utf8)))
        struct Output: Decodable {
            struct Row: Decodable { let Values: [Double] }
            let MetricDataResults: [Row]
        }
        return try JSONReply.decode(Output.self, from: reply.body).MetricDataResults.first?.Values ?? []
    }

    @Test("the latency grows by the minute until the copy is made, at the destination's region alone")
    func latency() throws {
        begin()
        account.aws.advance(by: .seconds(300))
        let values = try values("ReplicationLatency", in: "us-west-2")
        #expect(values.last == 150)
        #expect(values == values.sorted() && values.count == 4)
        #expect(try self.values("ReplicationLatency", in: "us-east-1").isEmpty)
    }

    @Test("what is pending counts operations and bytes")
    func pending() throws {
        begin()
        account.aws.advance(by: .seconds(70))
        #expect(try values("OperationsPendingReplication", in: "us-west-2").max() == 1)
        #expect(try values("BytesPendingReplication", in: "us-west-2").max() == 1000)
    }

    @Test("failures are counted at the source's region")
    func failures() throws {
        begin()
        account.aws.configure { $0.updateBucket("dst") { $0.versioning = .suspended } }
        account.aws.advance(by: .seconds(300))
        #expect(try values("OperationsFailedReplication", in: "us-east-1", statistic: "Sum").reduce(0, +) == 1)
        #expect(try values("OperationsFailedReplication", in: "us-west-2", statistic: "Sum").isEmpty)
    }

    @Test("an idle rule has no data, and neither has one without metrics", arguments: [true, false])
    func silence(_ metrics: Bool) throws {
        begin(metrics: metrics)
        account.aws.advance(by: .seconds(metrics ? 7200 : 300))
        #expect(try values("ReplicationLatency", in: "us-west-2").isEmpty)
    }
}
