import AWSCore
import Foundation
import Posture

/// A line on stderr that tells how far a survey is; shown on a terminal only, and wiped at the end.
struct ProgressLine {
    private let client: AWSClient
    private let isShown: Bool

    init(_ client: AWSClient) {
        self.client = client
        isShown = isatty(STDERR_FILENO) == 1
    }

    /// Runs the work while the line ticks.
    func during<Value: Sendable>(_ work: @Sendable () async throws -> Value) async rethrows -> Value {
        guard isShown else { return try await work() }
        let started = ContinuousClock.now
        let ticker = Task { [client] in
            while !Task.isCancelled {
                let seconds = (ContinuousClock.now - started).components.seconds
                Self.write("\r\u{1B}[K\(Self.text(client.statistics, seconds: seconds))")
                try? await Task.sleep(for: .milliseconds(100))
            }
        }
        defer {
            ticker.cancel()
            Self.write("\r\u{1B}[K")
        }
        return try await work()
    }

    private static func text(_ statistics: CallStatistics, seconds: Int64) -> String {
        var text = "reading: \(statistics.finished) of \(statistics.started) calls, "
        text += "\(statistics.regions.counted("region")), \(seconds) s"
        if statistics.throttled > 0 { text += ", \(statistics.throttled) throttled" }
        return text
    }

    private static func write(_ text: String) { Output.error(text) }
}
