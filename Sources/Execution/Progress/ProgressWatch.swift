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
    /// So many looks in a row AWS has denied, or not known what was asked for.
    private var denials = 0

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
        /// Until the next look; nil when it is over, or was given up.
        package var next: Duration?
        /// Why it is not looked at any more although nothing tells that it is over, and what to do then.
        package var givenUp: String?
    }

    /// Asks AWS once. No answer, throttling and expired credentials end nothing; what AWS denies to tell, or does not
    /// know, is asked for some times and no more.
    package mutating func look(_ client: AWSClient, now: @Sendable () -> Date) async -> Look {
        do throws(AWSError) {
            let progress = try await subject.progress(client, in: region, now: now)
            looksInVain = 0
            return progress.isListed ? seen(progress) : unlisted(progress)
        } catch {
            looksInVain += 1
            denials = error.isNoByAWS ? denials + 1 : 0
            var progress = last ?? CallProgress(state: .waiting, word: "unread", asOf: now())
            progress.silence = error.description
            last = progress
            guard denials < policy.denials else {
                return Look(progress: progress, givenUp: error.isDenied ? denied(error) : unknown(error))
            }
            return Look(progress: progress, next: policy.wait(afterVain: looksInVain))
        }
    }

    private mutating func seen(_ answer: CallProgress) -> Look {
        var progress = answer
        denials = 0
        // What AWS stops telling once it is there stays known.
        progress.created = progress.created ?? last?.created
        progress.startedAt = progress.startedAt ?? last?.startedAt
        last = progress
        return Look(progress: progress, next: progress.isOver ? nil : policy.interval)
    }

    /// It has yet to appear, or is gone.
    private mutating func unlisted(_ answer: CallProgress) -> Look {
        var progress = answer
        denials += 1
        let made = last?.created
        defer { last = progress }
        guard denials >= policy.denials else {
            progress.created = made
            return Look(progress: progress, next: policy.wait(afterVain: denials))
        }
        guard let made else {
            return Look(
                progress: progress,
                givenUp: "\(region) lists no \(subject.words), in \(denials) looks: it may not have been made, or "
                    + "have been deleted; look in the console, then go on with the walkthrough")
        }
        progress.state = .failed
        progress.message = "\(made) was there and is not listed any more: somebody has deleted it"
        return Look(progress: progress)
    }

    private func denied(_ error: AWSError) -> String {
        "\(error): AWS has denied it \(denials) times, so it is not asked any more; what was started goes on. Allow "
            + "\(error.call), or use another profile, and go on with the walkthrough"
    }

    private func unknown(_ error: AWSError) -> String {
        "\(error): AWS has not known the \(subject.words) \(denials) times, so it is not asked any more; look in the "
            + "console of \(region) what became of it, then go on with the walkthrough"
    }
}

extension AWSError {
    fileprivate var isDenied: Bool { cause == .denied }

    /// AWS answered, and the answer will be the same as long as nobody changes something.
    fileprivate var isNoByAWS: Bool {
        isDenied || cause == .service && (status == 404 || code?.contains("NotFound") == true)
    }
}
