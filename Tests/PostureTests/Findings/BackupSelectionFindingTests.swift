import AWSModel
import Testing

@testable import Posture

private let media = BackedUpBucket.arn
private let table = "arn:aws:dynamodb:us-east-1:111122223333:table/orders"

private let selectionRows: [FindingRow] = [
    .found("backup-not-selected", "no plan") { $0.addBucket("media") },
    .found("backup-not-selected", "fact 2.7: the plan is in another region") {
        $0.addBucket("media")
        $0.addPlan(in: "us-west-2")
    },
    .quiet("backup-not-selected", "a plan selects it", BackedUpBucket.backedUp()),
    .quiet("backup-not-selected", "plans denied") {
        $0.addBucket("media")
        $0.editBackup("us-east-1") { $0.plans = denied() }
    },
    .quiet("backup-not-selected", "selections of one plan denied") {
        $0.addBucket("media")
        $0.addPlan(selecting: ["arn:aws:s3:::other"])
        $0.editPlan { $0.selections = denied() }
    },
    .quiet("backup-not-selected", "the region is unread") { $0.addBucket("media") { $0.region = denied() } },

    .found("backup-type-not-opted-in", "fact 2.6: S3 is off") {
        BackedUpBucket.backedUp()(&$0)
        $0.editBackup("us-east-1") { $0.settings = read(BackupRegionSettings(optIn: ["S3": false], management: [:])) }
    },
    .quiet("backup-type-not-opted-in", "fact 2.6: an explicit ARN overrides it") {
        $0.addBucket("media")
        $0.addPlan(selecting: [media])
        $0.editBackup("us-east-1") { $0.settings = read(BackupRegionSettings(optIn: ["S3": false], management: [:])) }
    },
    .quiet("backup-type-not-opted-in", "settings denied") {
        BackedUpBucket.backedUp()(&$0)
        $0.editBackup("us-east-1") { $0.settings = denied() }
    },

    .found("backup-plan-without-selection", "fact 2.1: no selection") { $0.addPlan(selecting: nil) },
    .quiet("backup-plan-without-selection", "a selection") { $0.addPlan() },
    .quiet("backup-plan-without-selection", "selections denied") {
        $0.addPlan()
        $0.editPlan { $0.selections = denied() }
    },

    .found("backup-no-cross-region-copy", "no copy action") {
        $0.addBucket("media")
        $0.addPlan(copyTo: [])
    },
    .found("backup-no-cross-region-copy", "a copy into the same region") {
        $0.addBucket("media")
        $0.addPlan(copyTo: [TestAccount.vaultARN("x", "us-east-1")])
    },
    .quiet("backup-no-cross-region-copy", "a copy action", BackedUpBucket.backedUp()),
    .quiet("backup-no-cross-region-copy", "another plan may copy, its selections are denied") {
        $0.addBucket("media")
        $0.addPlan(copyTo: [])
        $0.addPlan("other")
        $0.editPlan("other") { $0.selections = denied() }
    },

    .found("dynamodb-copy-needs-advanced-backup", "fact 2.10: copies without advanced features") {
        $0.addPlan(selecting: [table])
        $0.editBackup("us-east-1") {
            $0.settings = read(BackupRegionSettings(optIn: ["DynamoDB": true], management: ["DynamoDB": false]))
        }
    },
    .quiet("dynamodb-copy-needs-advanced-backup", "with advanced features") { $0.addPlan(selecting: [table]) },
    .quiet("dynamodb-copy-needs-advanced-backup", "settings denied") {
        $0.addPlan(selecting: [table])
        $0.editBackup("us-east-1") { $0.settings = denied() }
    },
]

@Suite("Findings about what backup plans select")
struct BackupSelectionFindingTests {
    @Test("each has its finding", arguments: selectionRows)
    func selects(row: FindingRow) { row.check() }
}
