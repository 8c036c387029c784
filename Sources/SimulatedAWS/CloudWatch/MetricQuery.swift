import Foundation

/// One query of `GetMetricData`: a metric, a statistic and a period.
struct MetricQuery: Sendable {
    var id: String
    var namespace: String
    var name: String
    var dimensions: [String: String]
    /// Seconds, a multiple of 60.
    var period: Int
    var statistic: String
    var label: String?

    init(_ input: JSONInput) throws(ServiceError) {
        guard let id = input.string("Id"), let stat = input.object("MetricStat"), let metric = stat.object("Metric"),
            let period = stat.integer("Period"), let statistic = stat.string("Stat")
        else { throw Self.unsupported }
        self.id = id
        namespace = metric.string("Namespace") ?? ""
        name = metric.string("MetricName") ?? ""
        dimensions = Dictionary(
            metric.objects("Dimensions").map { ($0.string("Name") ?? "", $0.string("Value") ?? "") },
            uniquingKeysWith: { $1 })
        self.period = period
        self.statistic = statistic
        label = input.string("Label")
        try check()
    }

    /// `MetricDataQueries.member.N.…` of the query protocol.
    init?(_ input: FormParameters, _ number: Int) throws(ServiceError) {
        let prefix = "MetricDataQueries.member.\(number)."
        guard let id = input[prefix + "Id"] else { return nil }
        guard let period = input[prefix + "MetricStat.Period"].flatMap({ Int($0) }),
            let statistic = input[prefix + "MetricStat.Stat"]
        else { throw Self.unsupported }
        self.id = id
        namespace = input[prefix + "MetricStat.Metric.Namespace"] ?? ""
        name = input[prefix + "MetricStat.Metric.MetricName"] ?? ""
        dimensions = [:]
        let members = prefix + "MetricStat.Metric.Dimensions.member."
        var member = 1
        while let key = input["\(members)\(member).Name"] {
            dimensions[key] = input["\(members)\(member).Value"] ?? ""
            member += 1
        }
        self.period = period
        self.statistic = statistic
        label = input[prefix + "Label"]
        try check()
    }

    private func check() throws(ServiceError) {
        guard period > 0, period % 60 == 0 else {
            throw ServiceError(400, "InvalidParameterValue", "Period must be a multiple of 60.")
        }
    }

    private static let unsupported = ServiceError(
        400, "ValidationError", "Only queries with an Id and a MetricStat are understood by the simulated account.")

    /// The values by period, oldest first.
    func evaluate(_ minutes: [Int: Double]) -> [(Date, Double)] {
        let width = period / 60
        var periods: [Int: [Double]] = [:]
        for (minute, value) in minutes { periods[minute / width, default: []].append(value) }
        return periods.sorted { $0.key < $1.key }.map { index, values in
            (Date(timeIntervalSince1970: Double(index * period)), aggregate(values))
        }
    }

    /// The same of values by day; CloudWatch has none for periods that are no whole days.
    func evaluate(days: [Int: Double]) -> [(Date, Double)] {
        guard period % 86_400 == 0 else { return [] }
        return evaluate(Dictionary(uniqueKeysWithValues: days.map { ($0.key * 1_440, $0.value) }))
    }

    private func aggregate(_ values: [Double]) -> Double {
        switch statistic {
        case "Sum": values.reduce(0, +)
        case "Minimum": values.min() ?? 0
        case "Average": values.reduce(0, +) / Double(max(values.count, 1))
        case "SampleCount": Double(values.count)
        default: values.max() ?? 0
        }
    }
}
