import AWSModel

/// A cluster of Aurora, or of RDS with several zones.
struct DrawnCluster: Sendable {
    var basics: DrawnBasics
    var isAurora = true
    var backupDays = 7
    var isGuarded = false
    /// Whether it writes for a global database; its secondaries are in other regions (3.3).
    var isGlobal = false
    var secondaries: [DrawnReplica] = []
    /// Those that replicate it outside of any global database.
    var replicas: [DrawnReplica] = []
    var snapshots: [DrawnSnapshot] = []

    var arn: String { Self.arn(basics) }
    var global: String { basics.name + "-global" }

    static func arn(_ basics: DrawnBasics) -> String {
        "arn:aws:rds:\(basics.region):\(DrawnAccount.id):cluster:\(basics.name)"
    }
}
