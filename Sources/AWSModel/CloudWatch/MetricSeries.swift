package import Foundation

/// The values of one metric, newest last; missing data is not 0 (1.19).
package struct MetricSeries: Hashable, Sendable, Codable {
    package enum Status: String, Hashable, Sendable {
        case complete = "Complete", internalError = "InternalError", partialData = "PartialData"
        case forbidden = "Forbidden"
    }

    package var id: String
    package var timestamps: [Date]
    package var values: [Double]
    /// A series that is not complete may lack values that CloudWatch holds; `partialData` goes on in the next page.
    package var status: Open<Status>?

    package init(id: String, timestamps: [Date], values: [Double], status: Open<Status>? = nil) {
        self.id = id
        self.timestamps = timestamps
        self.values = values
        self.status = status
    }
}
