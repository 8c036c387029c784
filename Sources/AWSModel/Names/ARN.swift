/// An Amazon Resource Name, kept as written; its parts are read on demand.
package struct ARN: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    /// Nil unless the text has the six parts of an ARN (`arn:partition:service:region:account:resource`).
    package init?(_ text: String) {
        guard text.hasPrefix("arn:"), text.utf8.lazy.filter({ $0 == UInt8(ascii: ":") }).count >= 5 else { return nil }
        self.text = text
    }

    package init(
        partition: String, service: String, region: Region? = nil, account: AccountID? = nil, resource: String
    ) {
        text = "arn:\(partition):\(service):\(region?.name ?? ""):\(account?.digits ?? ""):\(resource)"
    }

    package var partition: String { part(1) }
    package var service: String { part(2) }
    /// Nil for global names such as a bucket's or a role's.
    package var region: Region? { nonEmpty(3).map { Region($0) } }
    package var account: AccountID? { nonEmpty(4).map { AccountID($0) } }
    /// All after the fifth colon: `recovery-point:1234`, `volume/vol-1`, `my-bucket`.
    package var resource: String { part(5) }

    package var description: String { text }
    package static func < (a: ARN, b: ARN) -> Bool { a.text < b.text }

    private func part(_ index: Int) -> String {
        // Asked for hundreds of thousands of ARNs: no array of parts is made.
        let bytes = text.utf8
        var start = bytes.startIndex
        for _ in 0..<index {
            guard let colon = bytes[start...].firstIndex(of: UInt8(ascii: ":")) else { return "" }
            start = bytes.index(after: colon)
        }
        guard index < 5 else { return String(text[start...]) }
        return String(text[start..<(bytes[start...].firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex)])
    }
    private func nonEmpty(_ index: Int) -> String? {
        let value = part(index)
        return value.isEmpty ? nil : value
    }
}

extension ARN: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let arn = ARN(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an ARN: \(text.prefix(80))")
        }
        self = arn
    }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension ARN {
    /// What stands behind the last colon of a text; all of it where there is none.
    package static func last(of text: String) -> String {
        guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else { return text }
        let last = text[text.utf8.index(after: colon)...]
        return last.isEmpty ? text : String(last)
    }

    /// The ARN of a bucket; bucket names are global within a partition.
    package static func bucket(_ name: String, partition: String) -> ARN {
        ARN(partition: partition, service: "s3", resource: name)
    }
}
