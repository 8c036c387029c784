package import AWSModel

/// What a unit of something costs, and since when somebody knows that.
package struct Price: Hashable, Sendable {
    /// Billionths of a dollar for one unit of the item.
    package var nanodollars: Int64
    /// The day of the list that it stands in.
    package var date: CivilDate
    /// Who says so.
    package var source: String

    package init(nanodollars: Int64, date: CivilDate, source: String) {
        self.nanodollars = nanodollars
        self.date = date
        self.source = source
    }

    /// Reads a decimal of dollars, "0.0004": digits with at most nine behind the point, below a million; nil for all
    /// else.
    package static func nanodollars(_ text: String) -> Int64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, (1...6).contains(whole.utf8.count) else { return nil }
        let fraction = parts.count == 2 ? parts[1] : "0"
        guard (1...9).contains(fraction.utf8.count),
            (whole + fraction).utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
        else { return nil }
        let padded = fraction + String(repeating: "0", count: 9 - fraction.utf8.count)
        guard let dollars = Int64(whole), let billionths = Int64(padded) else { return nil }
        return dollars * 1_000_000_000 + billionths
    }

    /// "$0.023": as many digits as it has, two at least.
    package var words: String {
        var digits = String(nanodollars % 1_000_000_000)
        digits = String(repeating: "0", count: 9 - digits.count) + digits
        while digits.hasSuffix("0"), digits.count > 2 { digits.removeLast() }
        return "$\(nanodollars / 1_000_000_000).\(digits)"
    }
}

/// What has a price, and the unit that the price is for.
package enum PricedItem: Hashable, Sendable {
    /// A GB-month of S3 in a storage class: "STANDARD_IA".
    case storage(String)
    /// 1,000 PUT or replication requests into a storage class.
    case puts(String)
    /// 1,000 GET requests of AWS Backup.
    case gets
    /// 1,000 events that tell AWS Backup of a change.
    case events
    /// A GB under replication time control.
    case replicationTime
    /// A month of one custom metric of CloudWatch.
    case metric
    /// A GB-month of AWS Backup, by its name of the type: "S3".
    case backup(String, isCold: Bool)
    /// A GB out of a region to another one; nil to any other of the partition.
    case transfer(to: Region?)

    /// The storage classes of S3 that have a price of their own: the tiers of INTELLIGENT_TIERING among them.
    package static let storageClasses = [
        "STANDARD", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "INTELLIGENT_TIERING_IA",
        "INTELLIGENT_TIERING_AIA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE", "REDUCED_REDUNDANCY",
    ]
    /// What AWS Backup backs up, by its names, and whether there is cold storage for it (2.10).
    package static let backupTypes = [
        "S3": false, "RDS": false, "Aurora": false, "DynamoDB": true, "EBS": true, "EFS": true, "EC2": false,
        "FSx": false, "DocumentDB": false, "Neptune": false, "Timestream": true, "VirtualMachine": true,
        "SAP HANA on Amazon EC2": true, "Storage Gateway": false, "EKS": false, "CloudFormation": false,
        "Redshift": false, "Redshift Serverless": false, "DSQL": true,
    ]

    /// The unit, as it stands behind an amount.
    package var unit: String {
        switch self {
        case .storage, .backup: "GB-month"
        case .puts, .gets: "1,000 requests"
        case .events: "1,000 events"
        case .replicationTime, .transfer: "GB"
        case .metric: "metric and month"
        }
    }

    /// "storage in STANDARD_IA"
    package var words: String {
        switch self {
        case .storage(let name): "storage in \(name)"
        case .puts(let name): "requests into \(name)"
        case .gets: "GET requests"
        case .events: "events"
        case .replicationTime: "replication time control"
        case .metric: "metrics"
        case .backup(let type, let isCold): "\(isCold ? "cold " : "")backup storage of \(type)"
        case .transfer(let region): "transfer\(region.map { " to \($0)" } ?? "")"
        }
    }
}
