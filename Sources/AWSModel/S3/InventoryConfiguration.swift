/// A report that S3 writes about the objects of a bucket, daily or weekly (1.24).
package struct InventoryConfiguration: Hashable, Sendable, Codable {
    package enum Versions: String, Hashable, Sendable { case all = "All", current = "Current" }
    package enum Frequency: String, Hashable, Sendable { case daily = "Daily", weekly = "Weekly" }

    package var id: String
    package var isEnabled: Bool
    /// Nil is the whole bucket.
    package var prefix: String?
    package var versions: Open<Versions>
    package var frequency: Open<Frequency>
    /// `ReplicationStatus`, `EncryptionStatus`, `Size`, …
    package var optionalFields: [String]
    package var destination: InventoryDestination

    package init(
        id: String, isEnabled: Bool, prefix: String? = nil, versions: Open<Versions>, frequency: Open<Frequency>,
        optionalFields: [String] = [], destination: InventoryDestination
    ) {
        self.id = id
        self.isEnabled = isEnabled
        self.prefix = prefix
        self.versions = versions
        self.frequency = frequency
        self.optionalFields = optionalFields
        self.destination = destination
    }
}

/// Where an inventory report is written.
package struct InventoryDestination: Hashable, Sendable, Codable {
    package enum Format: String, Hashable, Sendable { case csv = "CSV", orc = "ORC", parquet = "Parquet" }

    /// The bucket's ARN.
    package var bucket: String
    package var account: AccountID?
    package var prefix: String?
    package var format: Open<Format>

    package init(bucket: String, account: AccountID? = nil, prefix: String? = nil, format: Open<Format>) {
        self.bucket = bucket
        self.account = account
        self.prefix = prefix
        self.format = format
    }
}
