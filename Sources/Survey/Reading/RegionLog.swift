import AWSCore
import AWSModel
import Posture

/// What the calls of a survey tell of each region: whether it answers, and if not, why.
final class RegionLog: Sendable {
    private struct Tally: Sendable {
        var answers = 0
        var denials = 0
        /// The first call that was given up for want of an answer, and whether what it asked is the region's core.
        var silence: AWSError?
        var coreIsSilent = false
        /// The first call whose credentials were refused.
        var rejection: AWSError?
    }

    /// Without these a region says nothing that matters; a missing road to another service is no dead region.
    private static let core = ["s3:", "backup:"]

    private let tallies = Lock<[Region: Tally]>([:])

    func answered(_ region: Region) { tallies.withLock { $0[region, default: Tally()].answers += 1 } }

    func failed(_ error: AWSError) {
        guard let region = error.region else { return }
        tallies.withLock { tallies in
            var tally = tallies[region, default: Tally()]
            switch error.cause {
            case .service, .throttled, .malformedReply: tally.answers += 1
            case .denied: tally.denials += 1
            case .transport, .circuitOpen:
                tally.silence = tally.silence ?? error
                if case .circuitOpen = error.cause, Self.core.contains(where: error.call.hasPrefix) {
                    tally.coreIsSilent = true
                }
            case .credentialsRejected: tally.rejection = tally.rejection ?? error
            case .credentials, .endpoint, .cancelled: break
            }
            tallies[region] = tally
        }
    }

    func state(of region: Region) -> RegionState {
        let tally = tallies.withLock { $0[region] } ?? Tally()
        if let silence = tally.silence, tally.coreIsSilent || tally.answers + tally.denials == 0 {
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
