import AWSModel

/// A parameter of a restore that names something of one region (2.16).
struct RegionalParameter {
    private let value: String
    /// The region of what it names.
    private let home: Region?

    /// Nil for what means the same in every region.
    ///
    /// - Parameter home: where it was read from.
    init?(_ name: String, _ value: String, of home: Region?) {
        let plain = RestoreMetadata.plain(value) ?? value
        let name = name.lowercased()
        // Where something came from is not where it goes.
        guard !name.hasPrefix("source"), !name.hasPrefix("original") else { return nil }
        if let region = ARN(plain)?.region {
            self.home = region
        } else {
            // The default groups of an engine are called alike everywhere.
            guard !plain.hasPrefix("default") || name == "dbsubnetgroupname" else { return nil }
            guard Self.names.contains(name) || Self.isIdentifier(plain) || Self.isZone(plain, of: home) else {
                return nil
            }
            self.home = home
        }
        self.value = value
    }

    func means(in region: Region) -> Bool { home == region }

    private static let names: Set<String> = [
        "availabilityzone", "availabilityzones", "availabilityzonename", "optiongroupname", "dbparametergroupname",
        "dbclusterparametergroupname", "dbsubnetgroupname", "vpcsecuritygroupids", "securitygroupids", "subnetid",
        "subnetids", "kmskeyid", "kmskey", "kmsmasterkeyarn", "domain", "domainfqdn", "customavailabilityzone",
    ]

    private static func isIdentifier(_ value: String) -> Bool {
        ["sg-", "subnet-", "vpc-", "eni-", "ami-", "lt-"].contains { value.hasPrefix($0) }
    }

    /// "us-east-1a"
    private static func isZone(_ value: String, of region: Region?) -> Bool {
        guard let region else { return false }
        return value.hasPrefix(region.name) && value.count == region.name.count + 1 && value.last?.isLetter == true
    }
}
