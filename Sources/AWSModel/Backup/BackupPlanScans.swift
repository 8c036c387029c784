/// What of a rule's recovery points can be searched.
package struct BackupIndexAction: Hashable, Sendable, Codable {
    package var resourceTypes: [String]?

    private enum CodingKeys: String, CodingKey { case resourceTypes = "ResourceTypes" }
}

/// A search for malware in a rule's recovery points.
package struct BackupScanAction: Hashable, Sendable, Codable {
    package var scanner: String?
    /// `FULL_SCAN`, `INCREMENTAL_SCAN`.
    package var mode: String?

    private enum CodingKeys: String, CodingKey { case scanner = "MalwareScanner", mode = "ScanMode" }
}

/// What a plan's searches for malware look at, and as whom.
package struct BackupScanSetting: Hashable, Sendable, Codable {
    package var scanner: String?
    package var resourceTypes: [String]?
    package var roleARN: String?

    private enum CodingKeys: String, CodingKey {
        case scanner = "MalwareScanner", resourceTypes = "ResourceTypes", roleARN = "ScannerRoleArn"
    }
}
