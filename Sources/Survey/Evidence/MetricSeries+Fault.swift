import AWSModel

extension [MetricSeries] {
    /// What CloudWatch says of a series that it does not tell in full; the rest of it may be in another page.
    var fault: String? {
        lazy.compactMap(\.status).first { $0 != .known(.complete) && $0 != .known(.partialData) }?.wire
    }
}
