package import Foundation

/// The time, the waiting and the chance that a client needs, so that tests can stand in for them.
package struct ClientClock: Sendable {
    package var now: @Sendable () -> Date
    /// The time since some fixed moment; never set, never jumps: what budgets and pauses are measured by.
    package var uptime: @Sendable () -> Duration
    package var sleep: @Sendable (Duration) async throws -> Void
    /// 0..<1
    package var random: @Sendable () -> Double

    package init(
        now: @escaping @Sendable () -> Date, uptime: @escaping @Sendable () -> Duration = ClientClock.systemUptime,
        sleep: @escaping @Sendable (Duration) async throws -> Void, random: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.uptime = uptime
        self.sleep = sleep
        self.random = random
    }

    package static let system = ClientClock(
        now: { Date() }, sleep: { try await Task.sleep(for: $0) }, random: { Double.random(in: 0..<1) })

    private static let started = ContinuousClock.now

    package static let systemUptime: @Sendable () -> Duration = { ContinuousClock.now - started }
}
