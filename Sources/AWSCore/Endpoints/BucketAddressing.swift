/// Whether a bucket goes into the host or into the path (6.3).
package enum BucketAddressing: String, Hashable, Sendable, CaseIterable {
    /// Into the host wherever that is possible at AWS; into the path of a custom endpoint.
    case automatic = "auto"
    case virtual
    case path

    /// Whether this bucket goes into the host; a name that is no DNS label, or whose dots no wildcard certificate
    /// covers, never does.
    func isVirtual(_ bucket: String, customEndpoint: CustomEndpoint?) -> Bool {
        switch self {
        case .path: false
        case .automatic: customEndpoint == nil && Self.fitsHost(bucket)
        case .virtual:
            Self.fitsHost(bucket) && customEndpoint.map { !Self.isAddress($0.origin.host) } ?? true
        }
    }

    /// A DNS label of 3…63 characters, as bucket names without dots, capitals and underscores are.
    static func fitsHost(_ bucket: String) -> Bool { bucket.utf8.count >= 3 && RegionName.isHostLabel(bucket) }

    /// An IPv4 or bracketed IPv6 address, before which no label can stand.
    private static func isAddress(_ host: String) -> Bool {
        host.hasPrefix("[") || host.split(separator: ".").allSatisfy { UInt8($0) != nil }
    }
}
