/// A size in bytes.
package struct ByteCount: Hashable, Sendable, Comparable {
    package let bytes: Int64

    package init(_ bytes: Int64) { self.bytes = bytes }
    package static func < (a: ByteCount, b: ByteCount) -> Bool { a.bytes < b.bytes }
}

extension ByteCount: Codable {
    package init(from decoder: any Decoder) throws {
        bytes = try decoder.singleValueContainer().decode(Int64.self)
    }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(bytes)
    }
}
