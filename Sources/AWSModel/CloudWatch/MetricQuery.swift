/// One metric with one statistic, as asked of CloudWatch.
package struct MetricQuery: Hashable, Sendable {
    package enum Statistic: String, Hashable, Sendable {
        case maximum = "Maximum", minimum = "Minimum", sum = "Sum", average = "Average", sampleCount = "SampleCount"
    }

    /// Names the series in the reply; begins with a lower-case letter.
    package var id: String
    /// "AWS/S3"
    package var namespace: String
    /// "ReplicationLatency"
    package var metric: String
    package var dimensions: [MetricDimension]
    package var statistic: Statistic
    /// A multiple of 60.
    package var periodSeconds: Int

    package init(
        id: String, namespace: String, metric: String, dimensions: [MetricDimension], statistic: Statistic,
        periodSeconds: Int
    ) {
        self.id = id
        self.namespace = namespace
        self.metric = metric
        self.dimensions = dimensions
        self.statistic = statistic
        self.periodSeconds = periodSeconds
    }
}

/// What a metric is about: `SourceBucket` = `media`.
package struct MetricDimension: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
