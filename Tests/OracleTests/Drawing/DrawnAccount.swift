import AWSModel

/// An account as it was drawn: what is in it, what happens to it, and what the survey may not read.
struct DrawnAccount: Sendable {
    var seed: UInt64
    var buckets: [DrawnBucket] = []
    var resources: [DrawnResource] = []
    var natives = DrawnNatives()
    var vaults: [DrawnVault] = []
    var plans: [DrawnPlan] = []
    /// Types that AWS Backup leaves alone, by region.
    var optOuts: [Region: Set<String>] = [:]
    /// Regions without the advanced features for DynamoDB.
    var plainDynamoDB: Set<Region> = []
    var events: [DrawnEvent] = []
    /// How long the account lives, in steps of eight hours.
    var steps = 6
    var obstacles = DrawnObstacles()

    /// What a plan may take, and where it lives.
    var arns: [String] { buckets.map { "arn:aws:s3:::\($0.name)" } + resources.map(\.arn) + natives.all.map(\.arn) }
    var homes: [Region] { buckets.map(\.region) + resources.map(\.region) + natives.all.map(\.region) }

    /// Everything, without the names of modules.
    var text: String {
        ["OracleTests.", "AWSModel.", "Optional"].reduce(String(describing: self)) { $0.replacing($1, with: "") }
    }

    /// Whether every object is asked what it says of itself: of every other account, whatever is drawn.
    var isSampled: Bool { seed.isMultiple(of: 2) }

    static let regions: [Region] = ["us-east-1", "us-west-2", "eu-west-1"]
    static let id: AccountID = "123456789012"
    static let stranger: AccountID = "999999999999"
}

/// A bucket, its defaults and its replication.
struct DrawnBucket: Sendable {
    var name: String
    var region: Region
    var owner = DrawnAccount.id
    var versioning: BucketVersioning.Status?
    var tags: [String: String] = [:]
    /// The name of a key of the bucket's region; "" is the key of AWS.
    var defaultKey: String?
    var lock: DrawnLock?
    var lifecycle: DrawnLifecycle?
    var notifiesEventBridge = true
    /// Keys in them are written `name@region`; see `DrawnKey`.
    var rules: [ReplicationRule] = []
    /// The step at which the rules are put.
    var rulesFrom = 0
    var role = DrawnRole.complete
    /// Seconds.
    var lag = 15
}

struct DrawnLock: Sendable {
    var mode: ObjectLockConfiguration.Mode?
    var days = 1
    /// The step at which it is put; nil is from the beginning.
    var from: Int?
}

/// Days until something expires; nil is never.
struct DrawnLifecycle: Sendable {
    var prefix = ""
    var current: Int?
    var noncurrent: Int?
}

enum DrawnRole: String, Sendable { case complete, withoutDelete, reader, missing }

/// Keys that are in every region, by name; events may switch them.
enum DrawnKey {
    static let names = ["good", "spare", "off", "dying"]
    static func placeholder(_ name: String, _ region: Region) -> String { "\(name)@\(region)" }
}

/// A resource that only AWS Backup knows of.
struct DrawnResource: Sendable {
    var arn: String
    var type: String
    var region: Region
    var tags: [String: String] = [:]
    var gigabytes = 1
}

struct DrawnVault: Sendable {
    var name: String
    var region: Region
    /// The name of a key of its region.
    var key: String?
    var minimumDays: Int?
    var maximumDays: Int?
    /// Nil without a lock.
    var lock: Lock?

    enum Lock: Sendable { case governance, grace, compliance }

    var arn: String { "arn:aws:backup:\(region):\(DrawnAccount.id):backup-vault:\(name)" }
}

struct DrawnPlan: Sendable {
    var region: Region
    var rules: [BackupRule]
    var selections: [BackupSelection]
    /// The step at which it is made.
    var from = 0
}

/// Something that happens at the beginning of a step.
struct DrawnEvent: Sendable {
    var step: Int
    var kind: Kind

    enum Kind: Sendable {
        case versioning(bucket: String, BucketVersioning.Status)
        case deleteBucket(String)
        case removeRules(bucket: String)
        case key(name: String, Region, KeyMetadata.State)
        case eventBridge(bucket: String, Bool)
        case darkness(Region), light
        case copiesFail(arn: String), backupsFail(arn: String), backupsWork
        case optOut(String, Region)
        case dropSelections(planIndex: Int)
        case deleteVault(String, Region)
    }
}

/// What keeps the second survey from reading everything.
struct DrawnObstacles: Sendable {
    struct Denial: Sendable {
        var action: String
        var resource: String?
        var region: Region?
    }
    var denials: [Denial] = []
    var darkRegion: Region?
}
