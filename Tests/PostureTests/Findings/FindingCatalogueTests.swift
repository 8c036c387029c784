import Foundation
import Testing

@testable import Posture

@Suite("The catalogue of findings")
struct FindingCatalogueTests {
    /// The names of the design that this version has.
    private static let names: Set = [
        "s3-no-replication", "s3-replication-same-region", "s3-replication-rule-disabled",
        "s3-replication-partial-scope", "s3-versioning-not-enabled", "s3-destination-missing",
        "s3-destination-versioning-not-enabled", "s3-destination-unreadable", "s3-kms-objects-not-selected",
        "s3-replica-key-wrong-region", "s3-deletes-propagate", "s3-existing-objects-unverified",
        "s3-replication-failing", "s3-replication-lagging", "s3-replication-role-incomplete",
        "s3-destination-object-lock-missing", "s3-destination-lifecycle-shortens", "s3-backup-eventbridge-off",
        "backup-not-selected", "backup-type-not-opted-in", "backup-plan-without-selection",
        "backup-no-cross-region-copy", "backup-copy-missing", "backup-copy-failing", "backup-recovery-point-stale",
        "backup-jobs-failing", "backup-schedule-never-fires", "backup-overlapping-rules",
        "backup-rule-in-maintenance-window", "backup-lifecycle-invalid",
        "backup-retention-outside-lock", "backup-vault-unlocked", "backup-vault-lock-in-grace",
        "backup-role-lacks-s3", "backup-restore-untested", "dynamodb-copy-needs-advanced-backup", "objective-missed",
        "s3-replication-unnecessary", "s3-locked-objects-unverified", "s3-objects-not-replicated",
        "rds-automated-backups-off",
        "rds-multi-az-is-not-dr",
        "aurora-headless-secondary", "dynamodb-pitr-off",
        "dynamodb-pitr-is-regional", "ebs-no-snapshot", "efs-one-zone",
    ]

    private var inCatalogue: [String] { FindingCatalogue.all.map { type(of: $0).id } }

    @Test("it holds the names of the design, each once")
    func namesOfDesign() {
        #expect(inCatalogue.count == Set(inCatalogue).count)
        #expect(Set(inCatalogue) == Self.names)
    }

    @Test("each rule stands in a file named after its finding")
    func files() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../Sources/Posture/Findings").standardizedFileURL
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        let rules = files.compactMap { ($0 as? URL)?.lastPathComponent }
            .filter { $0.hasSuffix(".swift") && $0.first?.isLowercase == true }
            .map { String($0.dropLast(".swift".count)) }
        #expect(Set(rules) == Set(inCatalogue))
    }

    @Test("a type is called after its finding")
    func types() {
        for rule in FindingCatalogue.all {
            let id = type(of: rule).id.replacing("-", with: "")
            #expect(String(describing: type(of: rule)).lowercased() == id)
        }
    }

    @Test("every finding names its resource, a fix, and the calls it rests on")
    func substance() {
        let findings = FindingCatalogue.findings(in: AccountView(richAccount().inventory, now: TestAccount.now))
        #expect(findings.count > 20)
        for finding in findings {
            #expect(!finding.resource.isEmpty && !finding.message.isEmpty && !finding.fix.isEmpty, "\(finding.id)")
            #expect(!finding.evidence.isEmpty, "\(finding.id)")
        }
    }

    @Test("findings come worst first")
    func order() {
        let findings = FindingCatalogue.findings(in: AccountView(richAccount().inventory, now: TestAccount.now))
        let ranks = findings.map { Finding.Severity.allCases.firstIndex(of: $0.severity) ?? -1 }
        #expect(ranks == ranks.sorted())
    }
}
