package import AWSCore
package import AWSModel
package import Foundation

extension CloudWatch {
    /// The values of up to 500 metrics, oldest first; a series may go on in the next page.
    package struct GetMetricData: JSONRead, Listing {
        package static let service = CloudWatch.service
        package static let name = "GetMetricData"
        package static let call = "cloudwatch:GetMetricData"

        package let queries: [MetricQuery]
        /// Inclusive.
        package let start: Date
        /// Exclusive.
        package let end: Date
        /// Values a page, up to 100800; nil is the service's own measure.
        package let maxDatapoints: Int?
        package var nextToken: String?

        package init(
            queries: [MetricQuery], start: Date, end: Date, maxDatapoints: Int? = nil, nextToken: String? = nil
        ) {
            self.queries = queries
            self.start = start
            self.end = end
            self.maxDatapoints = maxDatapoints
            self.nextToken = nextToken
        }

        package var body: GetMetricDataBody { GetMetricDataBody(self) }

        package func request() -> OperationRequest {
            var request = jsonRequest()
            // Asks for error codes as the query protocol has them, which clients have always known.
            request.headers["x-amzn-query-mode"] = "true"
            return request
        }

        package typealias Item = MetricSeries

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Page<MetricSeries> {
            let reply = try JSONReply.decode(GetMetricDataReply.self, from: response.body)
            var series: [MetricSeries] = []
            for result in reply.results {
                guard result.timestamps.count == result.values.count else {
                    throw MalformedReply(
                        "\(result.id): \(result.timestamps.count) times, \(result.values.count) values")
                }
                series.append(
                    MetricSeries(
                        id: result.id, timestamps: result.timestamps, values: result.values, status: result.status))
            }
            return Page(items: series, nextToken: reply.nextToken)
        }
    }
}
