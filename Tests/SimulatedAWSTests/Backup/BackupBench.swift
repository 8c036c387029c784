import AWSCore
import AWSModel
import Foundation
import Testing

@testable import SimulatedAWS

/// The rest of an account, as a list of resources by region.
struct BenchWorld: SimulatedWorld {
    var resources: [Region: [SimulatedResource]] = [:]
    var rights: [String: SimulatedRoleRight] = [:]
    var deadKeys: Set<String> = []

    func resources(in region: Region) -> [SimulatedResource] { resources[region] ?? [] }
    func right(ofRole roleARN: String, onType type: String) -> SimulatedRoleRight { rights[roleARN] ?? .granted }
    func isKeyUsable(_ keyARN: String) -> Bool { !deadKeys.contains(keyARN) }
}

/// A simulated AWS Backup with a clock and a world around it, called by its wire.
struct BackupBench {
    static let home: Region = "us-east-1"
    static let away: Region = "us-west-2"
    static let role = "arn:aws:iam::123456789012:role/backup"
    static let bucket = SimulatedResource(
        arn: "arn:aws:s3:::media", type: "S3", name: "media", tags: ["tier": "gold"], size: ByteCount(2_000_000_000))
    static let volume = SimulatedResource(
        arn: "arn:aws:ec2:us-east-1:123456789012:volume/vol-1", type: "EBS", name: "data",
        size: ByteCount(1_000_000_000), restoreMetadata: ["availabilityZone": "us-east-1a"])
    static let database = SimulatedResource(
        arn: "arn:aws:rds:us-east-1:123456789012:db:orders", type: "RDS", name: "orders", tags: ["tier": "gold"])
    static let databaseCluster = SimulatedResource(
        arn: "arn:aws:rds:us-east-1:123456789012:cluster:multi", type: "RDS", name: "multi")
    static let table = SimulatedResource(
        arn: "arn:aws:dynamodb:us-east-1:123456789012:table/carts", type: "DynamoDB", name: "carts")

    var backup = SimulatedBackup(account: "123456789012", partition: "aws")
    var world = BenchWorld(resources: [home: [bucket, volume, database, databaseCluster, table]])
    /// 2026-11-20 00:00:00 UTC, a Friday.
    var now = Date(timeIntervalSince1970: 1_795_132_800)

    /// A bench with vaults `main` at home and `dr` away.
    init(vaults: Bool = true) {
        backup.advance(to: now, world: world)
        guard vaults else { return }
        backup.add(SimulatedVault(name: "main", region: Self.home, createdAt: now))
        backup.add(SimulatedVault(name: "dr", region: Self.away, createdAt: now))
    }

    static func vaultARN(_ name: String, _ region: Region = away) -> String {
        "arn:aws:backup:\(region):123456789012:backup-vault:\(name)"
    }

    struct Reply {
        let status: Int
        let error: String?
        let body: BackupJSON

        subscript(member: String) -> BackupJSON? { body[member] }
        func rows(_ member: String) -> [BackupJSON] { body[member]?.asList ?? [] }
    }

    @discardableResult
    mutating func call(
        _ method: HTTPRequest.Method, _ path: String, query: [String: String] = [:], _ body: BackupJSON? = nil,
        in region: Region = home
    ) -> Reply {
        let items = query.sorted { $0.key < $1.key }.map { QueryItem($0.key, $0.value) }
        let request = SimulatedRequest(
            method: method, path: path, query: items, body: body?.bytes ?? [], region: region,
            account: "123456789012")
        let response = backup.respond(to: request, at: now, world: world)
        return Reply(
            status: response.status, error: response.headers["x-amzn-errortype"],
            body: BackupJSON.parse(response.body) ?? .null)
    }

    mutating func pass(days: Double = 0, hours: Double = 0, minutes: Double = 0) {
        now += days * 86400 + hours * 3600 + minutes * 60
        backup.advance(to: now, world: world)
    }

    /// Makes a plan of one rule that selects `resources`.
    @discardableResult
    mutating func plan(_ rules: [BackupRule], resources: [String]?, name: String = "plan") -> SimulatedPlan {
        let selection = BackupSelection(name: "all", roleARN: Self.role, resources: resources)
        return backup.add(
            BackupPlan(name: name, rules: rules), selections: [selection], in: Self.home, createdAt: now)
    }

    static func rule(
        _ name: String = "daily", schedule: String = "cron(0 5 ? * * *)", keep days: Int? = 35,
        copyTo destination: String? = nil, copyLifecycle: RecoveryPointLifecycle? = nil, continuous: Bool? = nil
    ) -> BackupRule {
        BackupRule(
            name: name, targetVault: "main", scheduleExpression: schedule, startWindowMinutes: 60,
            lifecycle: RecoveryPointLifecycle(deleteAfterDays: days),
            copyActions: destination.map { [CopyAction(destinationVaultARN: $0, lifecycle: copyLifecycle)] },
            enableContinuousBackup: continuous)
    }

    var copyStates: [String] { backup.allCopyJobs.map(\.state.wire) }
    var jobStates: [String] { backup.backupJobs(in: Self.home).map(\.state.wire) }
    func points(_ vault: String, in region: Region = home) -> [SimulatedRecoveryPoint] {
        SimulatedBackup.newestFirst((backup.vault(vault, in: region)?.points ?? [:]).values)
    }
}

extension BackupJSON {
    /// Seconds since 1970 of a time.
    var asSeconds: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }

    static func json(_ text: String) -> BackupJSON { parse(Array(text.utf8)) ?? .null }
}
