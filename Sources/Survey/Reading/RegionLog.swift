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
        /// The first call that was refused as in a region that is not opted in to.
        var rejection: AWSError?
        /// The first call whose credentials were refused for another reason: expired, malformed.
        var refusal: AWSError?
    }

    /// Without these a region says nothing that matters; a missing road to another service is no dead region.
    private static let core = ["s3:", "backup:"]
    /// What a region that is switched off answers to good credentials (7.5); any region answers so to bad ones.
    private static let optInCodes: Set = [
        "InvalidClientTokenId", "AuthFailure", "UnrecognizedClientException", "OptInRequired",
    ]

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
            case .credentialsRejected:
                if error.code.map(Self.optInCodes.contains) == true {
                    tally.rejection = tally.rejection ?? error
                } else {
                    tally.refusal = tally.refusal ?? error
                }
            case .credentials, .endpoint, .cancelled: break
            }
            tallies[region] = tally
        }
    }

    /// - Parameter isEnabled: what AWS's own listing of regions says; nil where it was not read.
    func state(of region: Region, isEnabled: Bool?) -> RegionState {
        if isEnabled == false { return RegionState(name: region, status: .notEnabled, error: nil) }
        let tally = tallies.withLock { $0[region] } ?? Tally()
        if let silence = tally.silence, tally.coreIsSilent || tally.answers + tally.denials == 0 {
            return RegionState(name: region, status: silence.isTimeout ? .timedOut : .unreachable, error: "\(silence)")
        }
        guard tally.answers == 0 else { return RegionState(name: region, status: .answered, error: nil) }
        if let rejection = tally.rejection, isEnabled == nil, tally.refusal == nil, tally.denials == 0 {
            return RegionState(name: region, status: .notEnabled, error: "\(rejection)")
        }
        if let refusal = tally.refusal ?? tally.rejection {
            return RegionState(name: region, status: .denied, error: "\(refusal)")
        }
        if tally.denials > 0 {
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
