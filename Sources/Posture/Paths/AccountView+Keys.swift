import AWSModel

/// Whether a key can decrypt what it encrypted.
enum KeyAvailability: Hashable, Sendable {
    case usable
    /// "is Disabled", "does not exist"
    case broken(String)
    case unread(String)
}

extension AccountView {
    /// The state of a key by the text that names it, in the region of its ARN or else where it is used.
    /// One that AWS manages nobody can switch off or delete.
    func state(ofKey name: String, in region: Region) -> KeyAvailability {
        if Self.isManagedAlias(name) { return .usable }
        guard let reading = inventory.keys[KeyReference(name: name, region: ARN(name)?.region ?? region)] else {
            return .unread("not read")
        }
        if reading.isAbsent { return .broken("does not exist") }
        guard let key = reading.value else { return .unread(reading.gap ?? "not read") }
        return key.fault.map { .broken($0) } ?? .usable
    }

    /// Whether a name tells by itself that AWS manages the key.
    static func isManagedAlias(_ name: String) -> Bool {
        name.hasPrefix("alias/aws/") || name.contains(":alias/aws/")
    }
}
