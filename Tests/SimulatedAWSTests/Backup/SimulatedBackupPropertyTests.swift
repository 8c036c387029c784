import AWSCore
import AWSModel
import Foundation
import Testing

@testable import SimulatedAWS

struct SimulatedBackupPropertyTests {
    /// The same numbers in every run (SplitMix64).
    private struct Dice: RandomNumberGenerator {
        var seed: UInt64

        mutating func next() -> UInt64 {
            seed &+= 0x9E37_79B9_7F4A_7C15
            var value = seed
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    /// Members that operations read, and values of all kinds for them.
    private static let members = [
        "BackupPlan", "BackupPlanName", "Rules", "RuleName", "TargetBackupVaultName", "ScheduleExpression",
        "StartWindowMinutes", "CompletionWindowMinutes", "Lifecycle", "DeleteAfterDays", "MoveToColdStorageAfterDays",
        "BackupSelection", "SelectionName", "IamRoleArn", "Resources", "MinRetentionDays", "MaxRetentionDays",
        "ChangeableForDays", "BackupVaultName", "ResourceArn", "RecoveryPointArn", "SourceBackupVaultName",
        "DestinationBackupVaultArn", "Metadata", "ValidationStatus", "RestoreTestingPlan", "RestoreTestingPlanName",
        "RecoveryPointSelection", "SelectionWindowDays", "RestoreTestingSelection", "Tags", "TagKeyList",
        "GlobalSettings", "ResourceTypeOptInPreference", "CreatorRequestId", "EnableContinuousBackup",
    ]
    private static let words = [
        "main", "dr", "none", "", "cron(0 5 ? * * *)", "cron(0/999 5-2 L * ? *)", "cron(0 0 31W 2 ? 2199)", "*",
        "SUCCESSFUL", BackupBench.role, BackupBench.bucket.arn, BackupBench.vaultARN("dr"), "arn:aws:::::", "\u{0}é/%",
    ]

    private static func value(_ dice: inout Dice, depth: Int) -> BackupJSON {
        switch Int.random(in: 0..<(depth > 2 ? 5 : 8), using: &dice) {
        case 0: .null
        case 1: .flag(Bool.random(using: &dice))
        case 2: .integer([0, 1, -1, 7, 60, 365, .max, .min].randomElement(using: &dice) ?? 0)
        case 3: .number(Double.random(in: -1e18...1e18, using: &dice))
        case 4: .text(words.randomElement(using: &dice) ?? "")
        case 5: .list((0..<2).map { _ in value(&dice, depth: depth + 1) })
        default: object(&dice, depth: depth + 1)
        }
    }

    private static func object(_ dice: inout Dice, depth: Int) -> BackupJSON {
        var result: [String: BackupJSON] = [:]
        for name in members where depth == 0 || Int.random(in: 0..<6, using: &dice) == 0 {
            result[name] = value(&dice, depth: depth)
        }
        return .object(result)
    }

    @Test("Whatever is asked is answered, or refused in AWS's shape", arguments: 1...8)
    func anything(seed: UInt64) {
        var dice = Dice(seed: seed)
        var bench = BackupBench()
        bench.plan([BackupBench.rule(copyTo: BackupBench.vaultARN("dr"))], resources: ["*"])
        bench.pass(days: 1)
        for route in BackupRoute.all {
            let path = route.template.map { part in
                part.hasPrefix("{") ? PercentEncoding.encode(Self.words.randomElement(using: &dice) ?? "x") : part
            }
            let query = ["maxResults", "nextToken", "createdAfter", "MaxScheduledRunsPreview", "status"]
                .filter { _ in Int.random(in: 0..<4, using: &dice) == 0 }
                .map { ($0, Self.words.randomElement(using: &dice) ?? "") }
            let reply = bench.call(
                route.method, "/" + path.joined(separator: "/"),
                query: Dictionary(query, uniquingKeysWith: { first, _ in first }), Self.object(&dice, depth: 0))
            #expect(reply.status < 300 || (reply.error != nil && reply["Message"] != nil), "\(route.operation)")
        }
        bench.pass(days: 5)
    }

    @Test(
        "Each completed copy has brought a recovery point with its source's date, and nothing else did",
        arguments: 1...5)
    func copies(seed: UInt64) {
        var dice = Dice(seed: seed)
        var bench = BackupBench()
        let hours = (0..<3).map { _ in Int.random(in: 0..<24, using: &dice) }
        for (index, hour) in hours.enumerated() {
            bench.plan(
                [BackupBench.rule(schedule: "cron(0 \(hour) ? * * *)", keep: nil, copyTo: BackupBench.vaultARN("dr"))],
                resources: ["*"], name: "plan\(index)")
        }
        for _ in 0..<20 { bench.pass(hours: Double.random(in: 0.1...20, using: &dice)) }
        let completed = bench.backup.allCopyJobs.filter { $0.state == .known(.completed) }
        let copies = bench.points("dr", in: BackupBench.away)
        #expect(Set(completed.compactMap(\.destinationRecoveryPointARN)) == Set(copies.map(\.arn)))
        let sources = Dictionary(bench.points("main").map { ($0.arn, $0) }) { first, _ in first }
        for job in completed {
            let copy = copies.first { $0.arn == job.destinationRecoveryPointARN }
            #expect(copy?.createdAt == sources[job.sourceRecoveryPointARN]?.createdAt)
        }
        #expect(!completed.isEmpty)
    }

    @Test("No two identifiers are alike")
    func identifiers() {
        var backup = SimulatedBackup(account: "123456789012", partition: "aws")
        let ids = (0..<2000).map { _ in backup.makeID() }
        #expect(Set(ids).count == ids.count)
        #expect(
            ids.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/) != nil })
    }
}
