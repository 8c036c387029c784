import AWSModel

/// Whether a backup role may back up buckets, by its own documents (2.18).
struct BackupRoleJudgement {
    /// "it has no policy for S3 backups"; nil when nothing speaks against it or it was not read.
    let fault: String?

    /// Policies of AWS that are known by name: the first makes S3 backups possible, the others hold no `s3:` action
    /// (2.18).
    private static let forS3 = "AWSBackupServiceRolePolicyForS3Backup"
    private static let withoutS3: Set = [
        "AWSBackupServiceRolePolicyForBackup", "AWSBackupServiceRolePolicyForRestores",
    ]

    init(_ reading: RoleReading) {
        if reading.role.isAbsent {
            fault = "it does not exist"
        } else if let policies = reading.policies.isRead ? reading.policies.value ?? [] : nil {
            fault = Self.mayBackUpS3(policies) ? nil : "it may not read S3"
        } else {
            fault = nil
        }
    }

    /// True where it is not known.
    private static func mayBackUpS3(_ policies: [RolePolicy]) -> Bool {
        if policies.contains(where: { $0.name == forS3 }) { return true }
        let actions = PolicyActions(policies.filter { $0.document != nil || !withoutS3.contains($0.name) })
        return actions.isPartial
            || (actions.allowsAny(of: ["s3:GetObjectVersion", "s3:GetObject"])
                && actions.allowsAny(of: ["s3:ListBucketVersions", "s3:ListBucket"]))
    }
}
