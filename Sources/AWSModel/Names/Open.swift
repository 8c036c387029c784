/// An enumeration of AWS read as an open set: a value this version does not know is kept as written, never dropped.
package enum Open<Known>: Hashable, Sendable
where Known: RawRepresentable & Hashable & Sendable, Known.RawValue == String {
    case known(Known)
    /// Rare, and so behind a pointer: inventories are made of tens of thousands of these.
    indirect case other(String)

    package init(_ wire: String) {
        self = Known(rawValue: wire).map(Self.known) ?? .other(wire)
    }

    // What the compiler would write asks a table of witnesses each time.
    @inlinable @inline(__always)
    package static func == (a: Self, b: Self) -> Bool {
        switch (a, b) {
        case (.known(let a), .known(let b)): a == b
        case (.other(let a), .other(let b)): a == b
        case (.known, .other), (.other, .known): false
        }
    }

    /// The value as AWS writes it.
    package var wire: String {
        switch self {
        case .known(let value): value.rawValue
        case .other(let text): text
        }
    }
}

extension Open: CustomStringConvertible {
    package var description: String { wire }
}

extension Open: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}
