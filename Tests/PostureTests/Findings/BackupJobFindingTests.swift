import AWSModel
import Foundation
import Testing

@testable import Posture

private typealias Build = BackedUpBucket.Build
private let media = BackedUpBucket.arn
private let table = "arn:aws:dynamodb:us-east-1:111122223333:table/orders"

private func failedCopy(hoursAgo: Double) -> Build {
    { account in
        let job = CopyJob(
            id: "c", state: .known(.failed), statusMessage: "Access denied", resourceARN: media,
            destinationVaultARN: TestAccount.vaultARN("dr"), createdAt: TestAccount.hoursAgo(hoursAgo))
        account.editBackup("us-east-1") { $0.troubledCopies = read([job]) }
    }
}
private func job(
    _ state: BackupJob.State, hoursAgo: Double = 5, message: String? = nil, category: String? = nil
) -> Build {
    { account in
        let job = BackupJob(
            id: "j", state: .known(state), statusMessage: message, messageCategory: category, resourceARN: media,
            createdAt: TestAccount.hoursAgo(hoursAgo), completedAt: TestAccount.hoursAgo(hoursAgo))
        account.editBackup("us-east-1") { $0.troubledJobs = read([job]) }
    }
}

private let jobsRows: [FindingRow] = [
    .found("backup-copy-missing", "fact 2.13: no copy in its vault", BackedUpBucket.backedUp(awayHoursOld: nil)),
    .quiet("backup-copy-missing", "a copy is there", BackedUpBucket.backedUp()),
    .quiet(
        "backup-copy-missing", "the vault's contents are denied",
        BackedUpBucket.backedUp(awayHoursOld: nil) { account in
            account.editVault("dr", in: "us-west-2") { $0.resources = denied() }
        }),
    .quiet(
        "backup-copy-missing", "the first copy is not due yet",
        BackedUpBucket.backedUp(awayHoursOld: nil) { account in
            account.editPlan { $0.createdAt = TestAccount.hoursAgo(20) }
        }),
    .quiet("backup-copy-missing", "fact 2.10: the type cannot be copied") { account in
        account.addVault()
        account.addPlan(selecting: [table])
        account.editBackup("us-east-1") {
            $0.settings = read(BackupRegionSettings(optIn: ["DynamoDB": true], management: ["DynamoDB": false]))
        }
    },

    .found(
        "backup-copy-failing", "the newest copy failed",
        BackedUpBucket.backedUp(awayHoursOld: 40, failedCopy(hoursAgo: 10))),
    .quiet(
        "backup-copy-failing", "a later one arrived",
        BackedUpBucket.backedUp(awayHoursOld: 10, failedCopy(hoursAgo: 40))),
    .quiet("backup-copy-failing", "a later one of an earlier recovery point arrived") { account in
        BackedUpBucket.backedUp(awayHoursOld: nil, failedCopy(hoursAgo: 10))(&account)
        account.addPoint(of: media, hoursOld: 12) { $0.completedAt = TestAccount.hoursAgo(9) }
    },
    .found("backup-copy-failing", "an earlier copy of a later recovery point proves nothing") { account in
        BackedUpBucket.backedUp(awayHoursOld: nil, failedCopy(hoursAgo: 10))(&account)
        account.addPoint(of: media, hoursOld: 9) { $0.completedAt = TestAccount.hoursAgo(11) }
    },
    .quiet("backup-copy-failing", "none failed", BackedUpBucket.backedUp()),
    .quiet(
        "backup-copy-failing", "copy jobs denied",
        BackedUpBucket.backedUp { account in
            account.editBackup("us-east-1") { $0.troubledCopies = denied() }
        }),

    .found(
        "backup-recovery-point-stale", "fact 4.4: the copy is 34 hours old", BackedUpBucket.backedUp(awayHoursOld: 34)),
    .found("backup-recovery-point-stale", "the local one is 34 hours old", BackedUpBucket.backedUp(hoursOld: 34)),
    .quiet(
        "backup-recovery-point-stale", "33 hours are within the schedule",
        BackedUpBucket.backedUp(hoursOld: 33, awayHoursOld: 33)),
    .quiet(
        "backup-recovery-point-stale", "selections denied",
        BackedUpBucket.backedUp(awayHoursOld: 99) { account in
            account.editPlan { $0.selections = denied() }
        }),

    .found("backup-jobs-failing", "a job failed", BackedUpBucket.backedUp(job(.failed))),
    .found("backup-jobs-failing", "fact 2.14: a job expired", BackedUpBucket.backedUp(job(.expired))),
    .found(
        "backup-jobs-failing", "fact 2.14: completed with issues",
        BackedUpBucket.backedUp(job(.completed, message: "skipped", category: "PARTIAL"))),
    .found(
        "backup-jobs-failing", "fact 2.8: nothing was backed up",
        BackedUpBucket.backedUp(job(.completed, message: "No objects were backed up"))),
    .quiet(
        "backup-jobs-failing", "a later recovery point was made", BackedUpBucket.backedUp(job(.failed, hoursAgo: 30))),
    .quiet(
        "backup-jobs-failing", "fact 2.3: another plan makes the continuous backup",
        BackedUpBucket.backedUp(job(.completed, message: "PITR already configured", category: "X"))),
    .quiet(
        "backup-jobs-failing", "jobs denied",
        BackedUpBucket.backedUp { account in
            account.editBackup("us-east-1") { $0.troubledJobs = denied() }
        }),

    .found("backup-restore-untested", "no restore and no testing plan", BackedUpBucket.backedUp()),
    .quiet("backup-restore-untested", "there is no copy to test", BackedUpBucket.backedUp(awayHoursOld: nil)),
    .quiet(
        "backup-restore-untested", "a bucket was restored there",
        BackedUpBucket.backedUp { account in
            let job = RestoreJob(
                id: "r", status: .known(.completed), resourceType: "S3", createdAt: TestAccount.hoursAgo(50),
                completedAt: TestAccount.hoursAgo(49))
            account.editBackup("us-west-2") { $0.restores = read([job]) }
        }),
    .found(
        "backup-restore-untested", "a bucket was restored in one region, and a copy is in another too",
        BackedUpBucket.backedUp { account in
            let job = RestoreJob(
                id: "r", status: .known(.completed), resourceType: "S3", createdAt: TestAccount.hoursAgo(50),
                completedAt: TestAccount.hoursAgo(49))
            account.editBackup("us-west-2") { $0.restores = read([job]) }
            account.addVault("far", in: TestAccount.third)
            account.addPoint(of: TestAccount.bucketARN("media"), in: "far", region: TestAccount.third)
        }),
    .quiet(
        "backup-restore-untested", "restores denied",
        BackedUpBucket.backedUp { account in
            account.editBackup("us-west-2") { $0.restores = denied() }
        }),
]

@Suite("Findings about what backup and copy jobs show")
struct BackupJobFindingTests {
    @Test("each has its finding", arguments: jobsRows)
    func jobs(row: FindingRow) { row.check() }

    @Test("where a restore testing plan is, a copy that was never tested is a note: what it selects is not read")
    func testingPlan() {
        var account = TestAccount()
        BackedUpBucket.backedUp()(&account)
        #expect(account.findings("backup-restore-untested").map(\.severity) == [.low])
        account.editBackup("us-west-2") { $0.restoreTestingPlans = read([RestoreTestingPlan(name: "quarterly")]) }
        let finding = account.findings("backup-restore-untested").first
        #expect(finding?.severity == .info)
        #expect(finding?.message.contains("whether they select it was not read") == true)
    }

    @Test("a failed copy is called a copy job, for newer ones are not listed")
    func copyJobWords() {
        var account = TestAccount()
        BackedUpBucket.backedUp(awayHoursOld: 40, failedCopy(hoursAgo: 10))(&account)
        #expect(account.findings("backup-copy-failing").first?.message.hasPrefix("A copy job of media to dr") == true)
    }
}
