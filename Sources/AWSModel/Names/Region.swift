/// An AWS region by its code, `us-east-1`.
package struct Region: Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    package let name: String

    package init(_ name: String) { self.name = name }
    package init(stringLiteral value: String) { self.name = value }

    package var description: String { name }
    package static func < (a: Region, b: Region) -> Bool { a.name < b.name }
}

extension Region: Codable {
    package init(from decoder: any Decoder) throws {
        name = try decoder.singleValueContainer().decode(String.self)
    }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
