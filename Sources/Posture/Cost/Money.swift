/// US dollars, counted in micro-dollars: sums are exact.
package struct Money: Hashable, Sendable, Comparable {
    /// Millionths of a dollar.
    package let microdollars: Int64

    package init(microdollars: Int64) { self.microdollars = microdollars }

    package static let zero = Money(microdollars: 0)

    package static func < (a: Money, b: Money) -> Bool { a.microdollars < b.microdollars }

    /// More than can be counted stays the most there is.
    package static func + (a: Money, b: Money) -> Money {
        let (sum, overflows) = a.microdollars.addingReportingOverflow(b.microdollars)
        return Money(microdollars: overflows ? .max : sum)
    }

    /// So many of a unit at a price for it, to the nearest micro-dollar; never less for more.
    ///
    /// - Parameter per: how many of the quantity make one unit of the price: 1000 of requests, 2^30 of bytes.
    package init(_ quantity: Int64, at price: Price, per: Int64) {
        let exact = Int128(max(0, quantity)) * Int128(price.nanodollars)
        let divisor = Int128(per) * 1_000
        microdollars = Int64(clamping: (exact + divisor / 2) / divisor)
    }
}

extension Money {
    /// Cents, rounded to the nearest: "12.34".
    package var dollars: String {
        let cents = (microdollars + 5_000) / 10_000
        let rest = cents % 100
        return "\(cents / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// To the micro-dollar: "0.000417".
    package var exactDollars: String {
        let digits = String(microdollars % 1_000_000)
        return "\(microdollars / 1_000_000).\(String(repeating: "0", count: 6 - digits.count))\(digits)"
    }

    /// "$12.34"; what is there but rounds to nothing is "under $0.01".
    package var words: String { microdollars > 0 && microdollars < 5_000 ? "under $0.01" : "$\(dollars)" }
}
