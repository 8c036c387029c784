import AWSCore
import AWSModel
import Posture

/// What the calls of a survey tell of each region: whether it answers, and if not, why.
final class RegionLog: Sendable {
    private struct Tally: Sendable {
        var answers = 0
        var denials = 0
        /// The first call that was given up for want of an answer.
        var silence: AWSError?
        /// The first call whose credentials were refused.
        var rejection: AWSError?
    }

    private let tallies = Lock<[Region: Tally]>([:])

    func answered(_ region: Region) { tallies.withLock { $0[region, default: Tally()].answers += 1 } }

    func failed(_ error: AWSError) {
        guard let region = error.region else { return }
        tallies.withLock { tallies in
            var tally = tallies[region, default: Tally()]
            switch error.cause {
            case .service, .throttled, .malformedReply: tally.answers += 1
            case .denied: tally.denials += 1
            case .transport, .circuitOpen: tally.silence = tally.silence ?? error
            case .credentialsRejected: tally.rejection = tally.rejection ?? error
            case .credentials, .endpoint, .cancelled: break
            }
            tallies[region] = tally
        }
    }

    /// Whether a region gave no answer to some call after all attempts.
    func isSilent(_ region: Region) -> Bool { tallies.withLock { $0[region]?.silence != nil } }

    func state(of region: Region) -> RegionState {
        let tally = tallies.withLock { $0[region] } ?? Tally()
        if let silence = tally.silence {
            return RegionState(name: region, status: silence.isTimeout ? .timedOut : .unreachable, error: "\(silence)")
        }
        if tally.answers == 0, let rejection = tally.rejection {
            return RegionState(name: region, status: .notEnabled, error: "\(rejection)")
        }
        if tally.answers == 0, tally.denials > 0 {
            return RegionState(name: region, status: .denied, error: "every call was denied")
        }
        return RegionState(name: region, status: .answered, error: nil)
    }
}

extension AWSError {
    /// Silence, rather than a refused connection or a name that does not resolve.
    fileprivate var isTimeout: Bool {
        switch cause {
        case .transport(.timedOut), .circuitOpen(.timedOut), .transport(.connectionLost): true
        default: false
        }
    }
}
