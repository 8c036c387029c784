import AWSModel
import Foundation
import Testing

@testable import Posture

/// Every reading of an inventory, to be turned into an unread one: found in its JSON, so that none can be forgotten.
struct ReadingVandal {
    private let document: Any
    /// Where the readings stand, as keys and indices.
    let paths: [[String]]

    init(_ inventory: Inventory) throws {
        document = try JSONSerialization.jsonObject(with: JSONEncoder().encode(inventory))
        var found: [[String]] = []
        Self.find(in: document, at: [], &found)
        paths = found
    }

    private static func find(in value: Any, at path: [String], _ found: inout [[String]]) {
        if let fields = value as? [String: Any] {
            if fields["status"] is String, fields["call"] is String, fields["at"] != nil { found.append(path) }
            for (key, child) in fields.sorted(by: { $0.key < $1.key }) { find(in: child, at: path + [key], &found) }
        } else if let items = value as? [Any] {
            for (index, child) in items.enumerated() { find(in: child, at: path + ["\(index)"], &found) }
        }
    }

    /// The inventory with some readings turned into `status`.
    func inventory(breaking paths: [[String]], status: String) throws -> Inventory {
        let broken = paths.reduce(document) { document, path in
            Self.replace(document, path[...]) { reading in
                var fields = reading as? [String: Any] ?? [:]
                fields["value"] = nil
                fields["status"] = status
                fields["cause"] = "test"
                return fields
            }
        }
        return try JSONDecoder().decode(Inventory.self, from: JSONSerialization.data(withJSONObject: broken))
    }

    private static func replace(_ value: Any, _ path: ArraySlice<String>, _ edit: (Any) -> Any) -> Any {
        guard let key = path.first else { return edit(value) }
        if var fields = value as? [String: Any] {
            fields[key] = fields[key].map { replace($0, path.dropFirst(), edit) }
            return fields
        }
        if var items = value as? [Any], let index = Int(key), items.indices.contains(index) {
            items[index] = replace(items[index], path.dropFirst(), edit)
            return items
        }
        return value
    }
}

/// An account with every kind of protection and fault.
func richAccount() -> TestAccount {
    var account = TestAccount()
    func arn(_ name: String) -> String { TestAccount.bucketARN(name) }
    let dynamo = "arn:aws:dynamodb:us-east-1:111122223333:table/orders"
    let instance = "arn:aws:ec2:us-east-1:111122223333:instance/i-1"
    account.addBucket("bare")
    account.addBucket("replicated") { $0.replicate(.to("replicated-dr")) }
    account.addBucket("replicated-dr", in: "us-west-2")
    account.addBucket("elsewhere") { $0.replicate(.to("missing", id: "m"), .to("foreign", id: "f")) }
    account.addBucket("partial") { $0.replicate(.to("replicated-dr") { $0.filter?.prefix = "a/" }) }
    account.addBucket("kms") {
        $0.encryption = read(BucketEncryption(algorithm: .known(.sseKMS)))
        $0.replicate(.kms(to: "replicated-dr", key: "alias/dr"))
    }
    account.addBucket("kms-left-out") {
        $0.encryption = read(BucketEncryption(algorithm: .known(.sseKMS)))
        $0.replicate(.to("replicated-dr"))
    }
    account.addBucket("locked") {
        $0.objectLock = read(ObjectLockConfiguration(enabled: true))
        $0.replicate(.to("replicated-dr"))
    }
    account.addBucket("suspended") {
        $0.versioning = read(BucketVersioning(status: .known(.suspended)))
        $0.replicate(.to("replicated-dr"))
    }
    account.addBucket("failing") { $0.replicate(.to("replicated-dr")) }
    account.addBucket("shortened") { $0.replicate(.to("expiring")) }
    account.addDestination("expiring") {
        let rule = LifecycleRule(status: .known(.enabled), expirationDays: 1)
        $0.lifecycle = read(LifecycleConfiguration(rules: [rule]))
    }
    account.addBucket("kms-switched-off") {
        $0.encryption = read(BucketEncryption(algorithm: .known(.sseKMS), kmsKeyID: "alias/off"))
        $0.replicate(.kms(to: "replicated-dr"))
    }
    account.addKey("alias/off", in: "us-east-1", state: .disabled)
    account.addBucket("replica-key-off") { $0.replicate(.kms(to: "replicated-dr", key: "alias/dr-off")) }
    account.addKey("alias/dr-off", in: "us-west-2", state: .disabled)
    account.addBucket("role-gone") {
        $0.replication = read(ReplicationConfiguration(role: "gone", rules: [.to("replicated-dr")]))
    }
    account.inventory.roles["gone"] = RoleReading(role: absent(), policies: absent())
    account.addBucket("copied")
    account.addBucket("hollow")
    account.addBucket("stale")
    account.addBucket("unrenewed") { $0.tags = read([Tag(key: "backup", value: "no")]) }
    account.addBucket("planned")
    account.addBucket("cross-account")
    account.addDestination("missing") { $0.region = absent() }
    account.addDestination("foreign") {
        $0.accessDenied = true
        $0.versioning = denied()
    }
    account.addKey("alias/dr", in: "us-west-2")
    account.inventory.replicationMetrics = [
        ReplicationMetrics(
            sourceBucket: "failing", destinationBucket: "replicated-dr", ruleID: "main", maximumLatency: read(3000),
            operationsPending: read(2), operationsFailed: read(7))
    ]
    account.addVault()
    account.addVault("far", in: "eu-west-1")
    account.addVault("local", in: "us-east-1")
    account.addPoint(of: arn("hollow"))
    for name in ["copied", "hollow", "planned", "cross-account"] {
        account.addPoint(of: arn(name), in: "local", region: "us-east-1", hoursOld: 9)
    }
    account.addPoint(of: arn("copied"))
    account.addPoint(of: arn("stale"), hoursOld: 200)
    account.addPoint(of: arn("unrenewed"), in: "far", region: "eu-west-1")
    account.addPoint(of: dynamo)
    account.addPoint(of: instance)
    account.addPlan(selecting: [arn("copied"), arn("hollow"), arn("stale"), arn("planned"), dynamo])
    account.addPlan(
        "abroad", copyTo: [TestAccount.vaultARN("x", account: TestAccount.otherID)], selecting: [arn("cross-account")])
    account.addPlan("local-only", copyTo: [], selecting: [arn("bare")])
    account.editBackup("us-east-1") { backup in
        backup.troubledJobs = read([
            BackupJob(
                id: "h", state: .known(.completed), statusMessage: "No objects were backed up",
                messageCategory: "ISSUES", resourceARN: arn("hollow"), createdAt: TestAccount.hoursAgo(10),
                completedAt: TestAccount.hoursAgo(9))
        ])
        backup.troubledCopies = read([
            CopyJob(
                id: "c", state: .known(.failed), resourceARN: arn("stale"),
                destinationVaultARN: TestAccount.vaultARN("dr"),
                createdAt: TestAccount.hoursAgo(20))
        ])
    }
    return account
}

/// The rich account with each of its readings unread in turn, then with handfuls of them unread, and what is said of it.
private struct BrokenAccounts: Sendable {
    struct Case: Sendable {
        let path: [String]
        let assessment: Assessment
    }
    let whole: Assessment
    let cases: [Case]
    /// Several facts unread at once.
    let handfuls: [(paths: [[String]], assessment: Assessment)]

    /// Each way of not being read comes in turn; all of them count the same.
    private static let statuses = ["denied", "unreachable", "failed", "notRead"]

    init(_ inventory: Inventory) throws {
        whole = Self.assess(inventory)
        let vandal = try ReadingVandal(inventory)
        cases = try vandal.paths.enumerated().map { index, path in
            let status = Self.statuses[index % Self.statuses.count]
            return Case(path: path, assessment: Self.assess(try vandal.inventory(breaking: [path], status: status)))
        }
        var random = Numbers(state: 42)
        let facts = vandal.paths.filter { $0 != ["caller"] }
        handfuls = try (0..<150).map { index in
            let paths = (0..<(2 + index % 9)).compactMap { _ in facts.randomElement(using: &random) }
            let status = Self.statuses[index % Self.statuses.count]
            return (paths, Self.assess(try vandal.inventory(breaking: paths, status: status)))
        }
    }

    /// The same numbers in every run.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private static func assess(_ inventory: Inventory) -> Assessment {
        Analyzer.assess(
            inventory, scenarios: ["us-east-1", "us-west-2", "eu-west-1"].map { .regionOutage($0) },
            now: TestAccount.now)
    }

    static let shared = Result { try BrokenAccounts(richAccount().inventory) }
}

extension Assessment {
    /// By region and ARN.
    fileprivate var verdicts: [String: Verdict] {
        var verdicts: [String: Verdict] = [:]
        for scenario in scenarios {
            for resource in scenario.resources {
                verdicts["\(scenario.scenario.region?.name ?? "") \(resource.arn)"] = resource.verdict
            }
        }
        return verdicts
    }
    fileprivate var findingNames: Set<String> { Set(findings.map { "\($0.id) \($0.resource)" }) }
}

@Suite("What is not read never makes things look better")
struct DenialPropertyTests {
    @Test("the account of these properties is rich: every verdict, and many readings")
    func accountIsRich() throws {
        let broken = try BrokenAccounts.shared.get()
        #expect(Set(broken.whole.verdicts.values) == Set(Verdict.allCases))
        #expect(broken.cases.count > 150)
    }

    @Test("one unread fact leaves each verdict as it was, or makes it unknown")
    func verdicts() throws {
        let broken = try BrokenAccounts.shared.get()
        let before = broken.whole.verdicts
        for test in broken.cases {
            for (key, verdict) in test.assessment.verdicts where verdict != .unknown {
                #expect(verdict == before[key], "\(test.path) \(key)")
            }
        }
    }

    @Test("many unread facts leave each verdict as it was, or make it unknown")
    func verdictsOfHandfuls() throws {
        let broken = try BrokenAccounts.shared.get()
        let before = broken.whole.verdicts
        for (paths, assessment) in broken.handfuls {
            for (key, verdict) in assessment.verdicts where verdict != .unknown {
                #expect(verdict == before[key], "\(paths) \(key)")
            }
        }
    }

    @Test("one unread fact turns no answer into a yes")
    func answers() throws {
        let broken = try BrokenAccounts.shared.get()
        for test in broken.cases {
            for (after, before) in zip(test.assessment.scenarios, broken.whole.scenarios) where after.answer == .yes {
                #expect(before.answer == .yes, "\(test.path) \(after.scenario)")
            }
        }
    }

    @Test("one unread fact adds no finding, but those that a newer recovery point would have silenced")
    func findings() throws {
        let broken = try BrokenAccounts.shared.get()
        let before = broken.whole.findingNames
        let silenced = ["s3-destination-unreadable", "backup-copy-failing", "backup-jobs-failing"]
        // Without the caller's account, plans lose it from their ARNs, and a foreign resource looks like an own one.
        for test in broken.cases where test.path != ["caller"] {
            let added = test.assessment.findingNames.subtracting(before).filter { name in
                !silenced.contains { name.hasPrefix($0) }
            }
            #expect(added.isEmpty, "\(test.path)")
        }
    }
}
