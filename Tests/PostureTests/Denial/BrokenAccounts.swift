import AWSModel
import Foundation

@testable import Posture

/// An account with each of its readings unread in turn, then with handfuls of them unread, and what is said of it.
struct BrokenAccounts: Sendable {
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
            threats: Threat.allCases, now: TestAccount.now)
    }

    /// Which account is looked at.
    enum Kind: String, CaseIterable, Sendable { case bucketsAndBackups, native }

    static func broken(_ kind: Kind) throws -> BrokenAccounts {
        switch kind {
        case .bucketsAndBackups: try buckets.get()
        case .native: try native.get()
        }
    }
    private static let buckets = Result { try BrokenAccounts(richAccount().inventory) }
    private static let native = Result { try BrokenAccounts(richNativeAccount().inventory) }
}

extension Assessment {
    /// By scenario and ARN.
    var verdicts: [String: Verdict] {
        var verdicts: [String: Verdict] = [:]
        for scenario in scenarios {
            for resource in scenario.resources {
                verdicts["\(scenario.scenario.region?.name ?? scenario.scenario.threat.rawValue) \(resource.arn)"] =
                    resource.verdict
            }
        }
        return verdicts
    }
    var findingNames: Set<String> { Set(findings.map { "\($0.id) \($0.resource)" }) }
}
