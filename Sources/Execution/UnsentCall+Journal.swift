package import Recovery

extension UnsentCall {
    /// Those of which it is not known that AWS took them.
    ///
    /// - Parameter known: what the journal holds of them, by token.
    package static func among(_ calls: [PlannedCall], known: [String: JournaledCall]) -> [UnsentCall] {
        calls.compactMap { call in
            guard let kept = known[call.token] else { return UnsentCall(call, "it was not sent") }
            return switch kept.outcome {
            case .accepted: nil
            case nil: UnsentCall(call, "it was about to be sent, and whether it was is not known")
            case .unanswered(let why): UnsentCall(call, "it was sent, and what came of it is not known: \(why)")
            case .refused(let why): UnsentCall(call, "AWS refused it: \(why)")
            case .doubtful(let doubt): UnsentCall(call, doubt.words)
            }
        }
    }
}
