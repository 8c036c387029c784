package import AWSModel

/// What a region may be called: names become parts of hosts, so anything else is refused before it gets there.
package enum RegionName {
    /// Whether it reads as AWS names regions: `eu-central-1`, `us-gov-west-1`, a partition's `aws-global`.
    package static func isWellFormed(_ region: Region) -> Bool {
        guard isHostLabel(region.name) else { return false }
        if region.name.hasSuffix("-global") { return Partition.all.contains { $0.globalName == region.name } }
        // Two parts or more with a letter in each, then one of digits alone.
        var parts = 0
        var hasLetter = false
        var hasDigit = false
        for byte in region.name.utf8 {
            switch byte {
            case UInt8(ascii: "-"):
                guard hasLetter else { return false }
                parts += 1
                (hasLetter, hasDigit) = (false, false)
            case 97...122: hasLetter = true
            default: hasDigit = true
            }
        }
        return parts >= 2 && hasDigit && !hasLetter
    }

    /// 1…63 lower-case letters, digits and hyphens, none of the latter at an end.
    package static func isHostLabel(_ text: String) -> Bool {
        let bytes = text.utf8
        let hyphen = UInt8(ascii: "-")
        return (1...63).contains(bytes.count) && bytes.first != hyphen && bytes.last != hyphen
            && bytes.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == hyphen }
    }
}
