import AWSModel
import Testing

@testable import Posture

private typealias Build = BackedUpBucket.Build

private func backupRole(_ policies: Reading<[RolePolicy]>, role: Reading<Role>? = nil) -> Build {
    { account in
        account.addBucket("media")
        account.addPlan()
        let arn = "arn:aws:iam::111122223333:role/backup"
        let value = Role(name: "backup", arn: .bucket("r", partition: "aws"), trustPolicy: "")
        account.inventory.roles[arn] = RoleReading(role: role ?? read(value), policies: policies)
    }
}

private let rolesRows: [FindingRow] = [
    .found(
        "backup-role-lacks-s3", "fact 2.18: the default role's policies",
        backupRole(
            read([
                RolePolicy(name: "AWSBackupServiceRolePolicyForBackup"),
                RolePolicy(name: "AWSBackupServiceRolePolicyForRestores"),
            ]))),
    .found("backup-role-lacks-s3", "the role does not exist", backupRole(absent(), role: absent())),
    .quiet(
        "backup-role-lacks-s3", "fact 2.18: the policy for S3",
        backupRole(read([RolePolicy(name: "AWSBackupServiceRolePolicyForS3Backup")]))),
    .quiet(
        "backup-role-lacks-s3", "a policy of its own",
        backupRole(
            read([
                RolePolicy(name: "p", document: #"{"Statement":[{"Effect":"Allow","Action":["s3:*"],"Resource":"*"}]}"#)
            ]))),
    .quiet("backup-role-lacks-s3", "a policy whose document is unread", backupRole(read([RolePolicy(name: "p")]))),
    .quiet("backup-role-lacks-s3", "policies denied", backupRole(denied())),
]

@Suite("Findings about the roles that back up")
struct BackupRoleFindingTests {
    @Test("each has its finding", arguments: rolesRows)
    func roles(row: FindingRow) { row.check() }
}
