import AWSModel
import Foundation

/// The chapter of keys and roles: who may copy, who may back up, and with which keys.
extension DemoCompany {
    mutating func addKeysAndRoles() {
        for alias in ["media", "customers", "backup"] {
            account.createKey(alias: alias, in: Self.home)
        }
        for alias in ["media-dr", "customers-dr", "backup-dr"] {
            account.createKey(alias: alias, in: Self.recovery)
        }
        account.createKey(alias: "backup-europe", in: Self.europe)

        account.createReplicationRole("s3-replication")
        addOldReplicationRole()
        account.createServiceRole(
            "northlight-backup", for: "backup.amazonaws.com",
            attaching: [
                Self.awsPolicy("service-role/AWSBackupServiceRolePolicyForBackup"),
                Self.awsPolicy("service-role/AWSBackupServiceRolePolicyForRestores"),
                Self.awsPolicy("AWSBackupServiceRolePolicyForS3Backup"),
                Self.awsPolicy("AWSBackupServiceRolePolicyForS3Restore"),
            ])
        // The role that the console offers knows nothing of buckets (2.18).
        account.createServiceRole(
            "AWSBackupDefaultServiceRole", for: "backup.amazonaws.com", path: "/service-role/",
            attaching: [
                Self.awsPolicy("service-role/AWSBackupServiceRolePolicyForBackup"),
                Self.awsPolicy("service-role/AWSBackupServiceRolePolicyForRestores"),
            ])
    }

    /// Written by hand from an old blog post, whose three actions do not suffice (1.17).
    private mutating func addOldReplicationRole() {
        account.createServiceRole("s3-replication-2019", for: "s3.amazonaws.com")
        account.roles.roles["s3-replication-2019"]?.inlinePolicies["replicate"] = """
            {"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Action":["s3:GetReplicationConfiguration","s3:ListBucket"],
            "Resource":"arn:aws:s3:::northlight-training-sets"},
            {"Effect":"Allow","Action":["s3:GetObjectVersion","s3:GetObjectVersionAcl"],
            "Resource":"arn:aws:s3:::northlight-training-sets/*"},
            {"Effect":"Allow","Action":["s3:ReplicateObject","s3:ReplicateDelete"],
            "Resource":"arn:aws:s3:::northlight-training-sets-dr/*"}]}
            """
    }

    private static func awsPolicy(_ path: String) -> String { "arn:aws:iam::aws:policy/" + path }
}
