import AWSModel

extension PriceList {
    /// AWS's list prices as far as they are known here (8.1-8.4), before any discount; of prices that fall with the
    /// quantity the first. `prices:` in the settings overrides them.
    package static let dated = PriceList(storage + requests + transfer + backup)

    private static let goldens = "infracost's test data and AWS's public lists"
    /// Not verified anew.
    private static let commonly = "commonly known, not verified"

    /// The regions for which AWS lists what it lists for us-east-1.
    private static let likeHome: [Region] = ["us-east-2", "us-west-2"]

    private static func line(_ item: PricedItem, _ regions: [Region], _ usd: String, _ source: String = goldens)
        -> [Line]
    {
        Price.nanodollars(usd).map {
            let price = Price(nanodollars: $0, date: CivilDate(year: 2026, month: 4, day: 1), source: source)
            return [Line(item, in: regions, price)]
        } ?? []
    }

    /// us-east-1 as listed, and the regions like it.
    private static func american(_ item: PricedItem, _ usd: String, _ source: String = goldens) -> [Line] {
        line(item, ["us-east-1"], usd, source) + line(item, likeHome, usd, commonly)
    }

    private static let storage: [Line] = [
        american(.storage("STANDARD"), "0.023"),
        american(.storage("INTELLIGENT_TIERING"), "0.023"),
        american(.storage("INTELLIGENT_TIERING_IA"), "0.0125"),
        american(.storage("INTELLIGENT_TIERING_AIA"), "0.004", commonly),
        american(.storage("STANDARD_IA"), "0.0125"),
        american(.storage("ONEZONE_IA"), "0.01"),
        american(.storage("GLACIER_IR"), "0.004", commonly),
        american(.storage("GLACIER"), "0.0036"),
        american(.storage("DEEP_ARCHIVE"), "0.00099"),
    ].flatMap { $0 }

    private static let requests: [Line] = [
        american(.puts("STANDARD"), "0.005"),
        american(.puts("INTELLIGENT_TIERING"), "0.005", commonly),
        american(.puts("STANDARD_IA"), "0.01", commonly),
        american(.puts("ONEZONE_IA"), "0.01", commonly),
        american(.puts("GLACIER_IR"), "0.02", commonly),
        american(.puts("GLACIER"), "0.03", commonly),
        american(.puts("DEEP_ARCHIVE"), "0.05", commonly),
        american(.gets, "0.0004"),
        american(.events, "0.001", commonly),
        american(.replicationTime, "0.015", commonly),
        american(.metric, "0.30", commonly),
    ].flatMap { $0 }

    /// Out of the source's region (8.2).
    private static let transfer: [Line] = [
        line(
            .transfer(to: nil),
            [
                "us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "eu-west-1", "eu-west-2",
                "eu-west-3", "eu-central-1", "eu-north-1",
            ], "0.02"),
        line(.transfer(to: "us-east-2"), ["us-east-1"], "0.01"),
        line(.transfer(to: "us-east-1"), ["us-east-2"], "0.01"),
        line(.transfer(to: nil), ["ap-northeast-1"], "0.09"),
        line(.transfer(to: nil), ["ap-southeast-2"], "0.098"),
        line(.transfer(to: nil), ["ap-northeast-2"], "0.08"),
        line(.transfer(to: nil), ["ap-south-1"], "0.086"),
        line(.transfer(to: nil), ["sa-east-1"], "0.138"),
        line(.transfer(to: nil), ["af-south-1"], "0.147"),
        line(.transfer(to: nil), ["me-south-1"], "0.11", goldens + ", uncertain"),
        line(.transfer(to: nil), ["us-gov-east-1", "us-gov-west-1"], "0.03"),
    ].flatMap { $0 }

    private static let backup: [Line] = [
        american(.backup("S3", isCold: false), "0.05"),
        american(.backup("EFS", isCold: false), "0.05"),
        american(.backup("EFS", isCold: true), "0.01"),
        american(.backup("EBS", isCold: false), "0.05"),
        american(.backup("EBS", isCold: true), "0.0125"),
        american(.backup("RDS", isCold: false), "0.095"),
        american(.backup("Aurora", isCold: false), "0.021"),
        american(.backup("DynamoDB", isCold: false), "0.10"),
        american(.backup("DynamoDB", isCold: true), "0.03"),
    ].flatMap { $0 }
}
