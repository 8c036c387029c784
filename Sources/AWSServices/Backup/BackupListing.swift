/// A read of AWS Backup that answers in pages.
package protocol BackupListing: BackupRead, JSONListing {
    /// The member of the reply that holds the rows: "BackupPlansList".
    static var rows: String { get }
}

extension BackupListing {
    package static var members: (rows: String, next: String) { (rows, "NextToken") }
}
