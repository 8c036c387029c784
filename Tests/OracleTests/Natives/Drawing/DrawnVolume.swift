import AWSModel

/// A volume of EBS with snapshots by hand.
struct DrawnVolume: Sendable {
    var basics: DrawnBasics
    var gibibytes = 8
    var snapshots: [DrawnSnapshot] = []

    var arn: String { "arn:aws:ec2:\(basics.region):\(DrawnAccount.id):volume/\(basics.name)" }
}

/// A policy of Data Lifecycle Manager: it takes the volumes whose tag `snapshots` is its name.
struct DrawnSnapshotPolicy: Sendable {
    var name: String
    var region: Region
    var hours = 12
    /// `SUN` runs it once a week instead.
    var weekday: String?
    var keeps = Retention.newest(7)
    var copies: [Copy] = []
    var from = 0
    /// The step from which on copies to its first region fail, as they do beyond a quota.
    var failsFrom: Int?
    /// The step at which it is switched off.
    var offFrom: Int?

    enum Retention: Sendable { case newest(Int), days(Int) }

    struct Copy: Sendable {
        var region: Region
        var key: String?
        var days: Int
    }

    /// The longest time from one of its runs to the next, in seconds.
    var gap: Double { weekday == nil ? Double(hours) * 3_600 : 7 * 86_400 }
}
