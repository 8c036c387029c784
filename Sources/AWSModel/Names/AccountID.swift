/// The twelve digits of an AWS account.
package struct AccountID: Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    package let digits: String

    package init(_ digits: String) { self.digits = digits }
    package init(stringLiteral value: String) { self.digits = value }

    package var description: String { digits }
    package static func < (a: AccountID, b: AccountID) -> Bool { a.digits < b.digits }
}

extension AccountID: Codable {
    package init(from decoder: any Decoder) throws {
        digits = try decoder.singleValueContainer().decode(String.self)
    }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(digits)
    }
}
