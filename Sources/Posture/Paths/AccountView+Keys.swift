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
    func state(ofKey name: String, in region: Region) -> KeyAvailability {
        guard let reading = inventory.keys[KeyReference(name: name, region: ARN(name)?.region ?? region)] else {
            return .unread("not read")
        }
        if reading.isAbsent { return .broken("does not exist") }
        guard let key = reading.value else { return .unread(reading.gap ?? "not read") }
        return key.fault.map { .broken($0) } ?? .usable
    }
}
