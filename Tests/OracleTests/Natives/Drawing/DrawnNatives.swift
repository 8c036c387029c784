import AWSModel

/// What an account holds that its own service protects: databases, tables, volumes, file systems.
struct DrawnNatives: Sendable {
    var databases: [DrawnDatabase] = []
    var clusters: [DrawnCluster] = []
    var tables: [DrawnTable] = []
    var volumes: [DrawnVolume] = []
    /// Of Data Lifecycle Manager.
    var policies: [DrawnSnapshotPolicy] = []
    var fileSystems: [DrawnFileSystem] = []
}

/// What all of them have. Keys are written `name@region`; see `DrawnKey`.
struct DrawnBasics: Sendable {
    var name: String
    var region: Region
    /// Nil is not encrypted.
    var key: String?
    var tags: [String: String] = [:]
}

/// An instance of RDS, with what is made of it in its own region and others.
struct DrawnDatabase: Sendable {
    var basics: DrawnBasics
    /// 0 is off.
    var backupDays = 7
    var isMultiAZ = false
    var isGuarded = false
    var replicas: [DrawnReplica] = []
    var keptBackups: [DrawnKeptBackup] = []
    var snapshots: [DrawnSnapshot] = []

    var arn: String { "arn:aws:rds:\(basics.region):\(DrawnAccount.id):db:\(basics.name)" }
}

/// Something that follows another one.
struct DrawnReplica: Sendable {
    var basics: DrawnBasics
    var lag = DrawnLag.untold
    /// The step at which it begins to follow.
    var from = 0
    /// The step at which it stops to, and says so.
    var stoppedFrom: Int?
    /// What it tells of itself in the end instead of `available`.
    var status: String?
    /// One that follows this one.
    var second: [DrawnReplica] = []
    /// A cluster without an instance (3.3).
    var isHeadless = false
}

/// What CloudWatch tells of how far something is behind.
enum DrawnLag: Sendable {
    case untold
    case seconds(Double)
    case cannotBeTold
}

/// Automated backups that another region keeps.
struct DrawnKeptBackup: Sendable {
    var region: Region
    var key: String?
    var from = 0
    /// The step at which nobody replicates them any more.
    var stoppedFrom: Int?
    /// Seconds.
    var lag = 480
}

/// A snapshot by hand, and the copies that are made of it.
struct DrawnSnapshot: Sendable {
    var step: Int
    var trouble: Trouble?
    /// The step at which it is deleted; its copies stay.
    var deletedFrom: Int?
    var copies: [Copy] = []

    enum Trouble: Sendable { case failed, unfinished }

    struct Copy: Sendable {
        var region: Region
        var key: String?
        /// How many steps later.
        var delay = 1
        var trouble: Trouble?
        /// Whether it says what it was copied from.
        var tellsOrigin = true
        /// Where a copy of this copy is made, a step later, and the key that encrypts it.
        var second: Region?
        var secondKey: String?
    }
}

extension DrawnNatives {
    var all: [(arn: String, region: Region)] {
        databases.map { ($0.arn, $0.basics.region) } + clusters.map { ($0.arn, $0.basics.region) }
            + tables.map { (DrawnTable.arn($0.basics), $0.basics.region) }
            + volumes.map { ($0.arn, $0.basics.region) }
            + fileSystems.map { (DrawnFileSystem.arn($0.basics), $0.basics.region) }
    }
}
