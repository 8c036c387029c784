/// How often and after what wait a failed attempt is tried again: the SDKs' standard mode as revised in 2026 (6.8).
package struct RetryPolicy: Hashable, Sendable {
    package var maximumAttempts: Int

    /// More than the SDKs' three: a scan is judged by the one call that failed, and waits in parallel.
    package static let scanning = RetryPolicy(maximumAttempts: 8)

    package init(maximumAttempts: Int) { self.maximumAttempts = max(1, maximumAttempts) }

    /// The wait before the next attempt: a random share of a doubling bound, 50 ms at first, 1 s when throttled, 20 s at
    /// most; never shorter than what the service asked for.
    ///
    /// - Parameters:
    ///   - attempt: how many attempts were made, 1 at least.
    ///   - random: 0..<1.
    func wait(after attempt: Int, throttled: Bool, random: Double, retryAfter: Duration?) -> Duration {
        let base = throttled ? 1.0 : 0.05
        let bound = min(base * Double(1 << min(attempt - 1, 12)), 20)
        let drawn = Duration.seconds(random * bound)
        return max(drawn, min(retryAfter ?? .zero, .seconds(20)))
    }
}
