/// Whether EFS has AWS Backup back a file system up daily (3.7).
package struct FileSystemBackupPolicy: Hashable, Sendable, Codable {
    package enum Status: String, Hashable, Sendable {
        case enabled = "ENABLED", enabling = "ENABLING", disabled = "DISABLED", disabling = "DISABLING"
    }
    package var status: Open<Status>

    private enum CodingKeys: String, CodingKey { case status = "Status" }

    package init(status: Open<Status>) { self.status = status }
}
