import AWSModel

@testable import Posture

extension BucketUsage {
    static let gigabyte: Int64 = 1 << 30

    /// A bucket in Standard with a month of request metrics.
    static func of(
        gigabytes: Int64, objects: Int64 = 1_000, puts: Int64 = 0, uploadedGigabytes: Int64 = 0, gets: Int64 = 1,
        days: Int = 30
    ) -> BucketUsage {
        BucketUsage(
            bytes: read(["StandardStorage": ByteCount(gigabytes * gigabyte)]), objects: read(objects),
            requests: read(
                BucketRequests(
                    puts: BucketRequests.Sum(total: puts, days: days),
                    gets: BucketRequests.Sum(total: gets, days: days),
                    uploaded: BucketRequests.Sum(total: uploadedGigabytes * gigabyte, days: days))))
    }

    /// The same with nothing known of its requests.
    static func of(gigabytes: Int64, requests: Reading<BucketRequests>) -> BucketUsage {
        var usage = of(gigabytes: gigabytes)
        usage.requests = requests
        return usage
    }
}

extension MonthlyCost {
    /// Whole micro-dollars of each part, nil where it is not known.
    var micros: [String: Int64?] {
        Dictionary(
            parts.map { part in
                if case .known(let money, _) = part.amount { return (part.kind.rawValue, money.microdollars) }
                return (part.kind.rawValue, nil)
            }, uniquingKeysWith: { a, b in a.flatMap { x in b.map { x + $0 } } })
    }
}
