package import AWSCore
package import AWSModel

/// A request as a simulated service sees it: routed to a service and region by its credential scope, path decoded.
package struct SimulatedRequest: Sendable {
    package var method: HTTPRequest.Method
    /// The path as it came, percent-encoded.
    package var path: String
    /// The path split at `/` before decoding, each segment then percent-decoded; a trailing slash leaves no segment.
    package var segments: [String]
    package var query: [QueryItem]
    package var headers: HTTPHeaders
    package var body: [UInt8]
    package var region: Region
    package var account: AccountID
    /// `aws`, `aws-cn`, `aws-us-gov`, by the region.
    package var partition: String

    package init(
        method: HTTPRequest.Method, path: String, query: [QueryItem] = [], headers: HTTPHeaders = [:],
        body: [UInt8] = [], region: Region, account: AccountID, partition: String = "aws"
    ) {
        self.method = method
        self.path = path
        self.segments = path.split(separator: "/").map { PercentEncoding.decode($0) }
        self.query = query
        self.headers = headers
        self.body = body
        self.region = region
        self.account = account
        self.partition = partition
    }

    /// The value of a query item; "" for a name alone, nil when absent.
    package func queryValue(_ name: String) -> String? {
        query.first { $0.name == name }.map { $0.value ?? "" }
    }
}
