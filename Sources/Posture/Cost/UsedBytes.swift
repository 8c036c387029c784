import AWSModel

/// What is known of one bucket's size and traffic, as the quantities that prices are for.
struct UsedBytes {
    private let usage: BucketUsage?

    /// - Parameter usage: nil where it was not read.
    init(_ usage: BucketUsage?) { self.usage = usage }

    /// The bytes by storage class; or why they are not known.
    var stored: Result<StoredBytes, Unknown> {
        guard let usage else { return .failure(Unknown("its size was not read")) }
        if let bytes = usage.bytes.value { return .success(StoredBytes(bytes)) }
        // An empty bucket has no sample of any class.
        if usage.bytes.isAbsent, usage.objects.value == 0 { return .success(StoredBytes([:])) }
        return .failure(Unknown(usage.bytes.gap.map { "its size \($0)" } ?? "CloudWatch has no sample of its size"))
    }

    var objects: CostTally.Quantity {
        guard let usage else { return .unknown("its objects were not counted") }
        if let count = usage.objects.value { return .known(count) }
        return .unknown(usage.objects.gap.map { "its objects \($0)" } ?? "CloudWatch has no count of its objects")
    }

    /// PUT requests of a month.
    var puts: CostTally.Quantity { monthly(\.puts, "PUT requests") }
    /// Bytes uploaded in a month.
    var uploaded: CostTally.Quantity { monthly(\.uploaded, "uploads") }

    private func monthly(_ metric: KeyPath<BucketRequests, BucketRequests.Sum?>, _ what: String) -> CostTally.Quantity {
        guard let usage else { return .unknown("its requests were not read") }
        guard let requests = usage.requests.value else {
            return .unknown(usage.requests.gap.map { "its request metrics \($0)" } ?? Self.noMetrics)
        }
        guard requests.coverMonth else {
            return .unknown("its request metrics tell of \(requests.days) of 30 days only")
        }
        return requests[keyPath: metric].map { .known($0.total) }
            ?? .unknown("its request metrics tell nothing of \(what)")
    }

    private static let noMetrics = "it has no request metrics of the whole bucket"

    /// Why something is not known.
    struct Unknown: Error, Hashable {
        let why: String
        init(_ why: String) { self.why = why }
    }
}
