package import AWSModel

/// What a region may be called: names become parts of hosts, so anything else is refused before it gets there.
package enum RegionName {
    /// Whether it reads as AWS names regions: `eu-central-1`, `us-gov-west-1`, a partition's `aws-global`.
    package static func isWellFormed(_ region: Region) -> Bool {
        guard isHostLabel(region.name) else { return false }
        let parts = region.name.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 2, let last = parts.last else { return false }
        if last == "global" { return Partition.all.contains { "\($0.id)-global" == region.name } }
        return parts.count >= 3 && last.utf8.allSatisfy { (48...57).contains($0) }
            && parts.dropLast().allSatisfy { $0.utf8.contains { (97...122).contains($0) } }
    }

    /// 1…63 lower-case letters, digits and hyphens, none of the latter at an end.
    package static func isHostLabel(_ text: String) -> Bool {
        let bytes = text.utf8
        let hyphen = UInt8(ascii: "-")
        return (1...63).contains(bytes.count) && bytes.first != hyphen && bytes.last != hyphen
            && bytes.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == hyphen }
    }
}
