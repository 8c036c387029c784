/// The tokens that retries of one service in one region spend together, so that a service in trouble is not stormed (6.8).
final class RetryQuota: Sendable {
    private static let capacity = 500

    private let tokens = Lock(RetryQuota.capacity)

    /// What a retry costs.
    enum Price: Int { case transient = 14, throttling = 5, timeout = 10 }

    /// Whether the retry may be made; takes its price.
    func take(_ price: Price) -> Bool {
        tokens.withLock { tokens in
            guard tokens >= price.rawValue else { return false }
            tokens -= price.rawValue
            return true
        }
    }

    /// Gives back what the successful retry cost, or 1 where there was none.
    func refund(_ price: Price?) {
        tokens.withLock { $0 = min(Self.capacity, $0 + (price?.rawValue ?? 1)) }
    }
}
