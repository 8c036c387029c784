/// How long a way back keeps what was deleted or overwritten since.
package enum Retention: Hashable, Sendable {
    case forever
    case lasting(Duration)
    /// Something that was not read may keep it longer.
    case atLeast(Duration)

    /// The longer of two, of which either brings back what is asked for.
    static func longer(_ a: Retention, _ b: Retention) -> Retention {
        switch (a.bound, b.bound) {
        case (nil, _): a
        case (_, nil): b
        case (let x?, let y?): x >= y ? a : b
        }
    }

    /// Nil is for ever.
    private var bound: Duration? {
        switch self {
        case .forever: nil
        case .lasting(let span), .atLeast(let span): span
        }
    }
}
