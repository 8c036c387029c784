/// How often AWS is asked, and how long in vain.
package struct PollingPolicy: Hashable, Sendable {
    package var interval: Duration
    /// The longest wait while AWS does not answer.
    package var slowest: Duration
    /// So many times in a row AWS may deny to look, or not know what is looked for, before it is given up. Silence,
    /// throttling and expired credentials are none of these: they pass.
    package var denials = 6

    package init(interval: Duration = .seconds(15), slowest: Duration = .seconds(120)) {
        self.interval = interval
        self.slowest = slowest
    }

    /// Doubles with each look that brought nothing.
    func wait(afterVain looks: Int) -> Duration { min(interval * (1 << min(looks, 10)), max(slowest, interval)) }
}
