import AWSModel

extension DemoStory {
    mutating func makeKeysAndRoles() {
        keys["virginia"] = account.createKey(alias: "larkspur-data", in: Self.virginia)
        keys["oregon"] = account.createKey(alias: "larkspur-data", in: Self.oregon)
        keys["frankfurt"] = account.createKey(alias: "larkspur-data", in: Self.frankfurt)

        roles["replication"] = account.createReplicationRole("larkspur-s3-replication")
        // Written by hand from an old blog post: it may read, and not write (1.17).
        roles["replication-eu"] = account.createServiceRole(
            "larkspur-eu-replication", for: "s3.amazonaws.com",
            allowing: [
                "s3:GetReplicationConfiguration", "s3:ListBucket", "s3:GetObjectVersionForReplication",
                "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging",
            ])
        let backup = "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup"
        let restores = "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores"
        let s3 = [
            "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup",
            "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Restore",
        ]
        roles["backup"] = account.createServiceRole(
            "larkspur-backup", for: "backup.amazonaws.com", attaching: [backup, restores] + s3)
        // As AWS makes it: with nothing of S3 (2.18).
        roles["backup-default"] = account.createServiceRole(
            "AWSBackupDefaultServiceRole", for: "backup.amazonaws.com", path: "/service-role/",
            attaching: [backup, restores])
    }
}
