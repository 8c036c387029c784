package import AWSModel

/// What a selection of AWS Backup looks at in a resource.
package struct SelectableResource: Hashable, Sendable {
    package let arn: String
    /// AWS Backup's own name of the type: "S3", "RDS", "Aurora", "DynamoDB", "EBS", "EFS", "EC2".
    package let backupType: String
    /// Nil when the tags were not read.
    package let tags: [Tag]?
    /// Whether it is a leftover of a restore test, which AWS Backup ignores (2.6).
    let isRestoreTest: Bool

    package init(arn: String, backupType: String, tags: [Tag]?) {
        self.arn = arn
        self.backupType = backupType
        self.tags = tags
        let mark = "awsbackup-restore-test"
        isRestoreTest =
            ResourceClassification(arn: arn, backupType: backupType).name.hasPrefix(mark)
            || tags?.contains { $0.key.hasPrefix(mark) } ?? false
    }
}

/// Whether a selection takes a resource.
package enum Membership: Hashable, Sendable {
    case selected
    /// It does not, whatever was not read.
    case notSelected
    /// The selection names it, but AWS Backup skips its type, for the account has not opted in to it (2.6).
    case notOptedIn
    /// Something that decides was not read or is not understood; says what.
    case unknown(String)
}
