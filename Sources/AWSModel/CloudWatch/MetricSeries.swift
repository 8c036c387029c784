package import Foundation

/// The values of one metric, newest last; missing data is not 0 (1.19).
package struct MetricSeries: Hashable, Sendable, Codable {
    package var id: String
    package var timestamps: [Date]
    package var values: [Double]

    package init(id: String, timestamps: [Date], values: [Double]) {
        self.id = id
        self.timestamps = timestamps
        self.values = values
    }
}
