package import AWSCore
package import AWSModel
package import Foundation

/// Watches one thing until it is over. It has no timer: each look says when the next one is due.
package struct ProgressWatch: Sendable {
    package let subject: ProgressSubject
    package let region: Region
    package let policy: PollingPolicy
    /// What AWS said last; nil before its first answer.
    package private(set) var last: CallProgress?
    private var looksInVain = 0

    package init(
        _ subject: ProgressSubject, in region: Region, policy: PollingPolicy = PollingPolicy(),
        last: CallProgress? = nil
    ) {
        self.subject = subject
        self.region = region
        self.policy = policy
        self.last = last
    }

    /// What one look brought.
    package struct Look: Hashable, Sendable {
        /// Without an answer, the last one with its age and why there is none.
        package var progress: CallProgress
        /// Until the next look; nil when it is over.
        package var next: Duration?
    }

    /// Asks AWS once. No answer, throttling and expired credentials end nothing.
    package mutating func look(_ client: AWSClient, now: @Sendable () -> Date) async -> Look {
        do throws(AWSError) {
            var progress = try await subject.progress(client, in: region, now: now)
            // What AWS stops telling once it is there stays known.
            progress.created = progress.created ?? last?.created
            progress.startedAt = progress.startedAt ?? last?.startedAt
            last = progress
            looksInVain = 0
            return Look(progress: progress, next: progress.isOver ? nil : policy.interval)
        } catch {
            looksInVain += 1
            var progress = last ?? CallProgress(state: .waiting, word: "unread", asOf: now())
            progress.silence = error.description
            last = progress
            return Look(progress: progress, next: policy.wait(afterVain: looksInVain))
        }
    }
}

/// How often AWS is asked.
package struct PollingPolicy: Hashable, Sendable {
    package var interval: Duration
    /// The longest wait while AWS does not answer.
    package var slowest: Duration

    package init(interval: Duration = .seconds(15), slowest: Duration = .seconds(120)) {
        self.interval = interval
        self.slowest = slowest
    }

    /// Doubles with each look that brought nothing.
    func wait(afterVain looks: Int) -> Duration { min(interval * (1 << min(looks, 10)), max(slowest, interval)) }
}
