/// An operation that changes an account: it is sent only under a `WriteGrant`.
package protocol MutatingOperation: Operation {
    /// Whether a second request of the same call changes nothing more: AWS knows it by its token, or it asks for a state
    /// and not for a step.
    static var isRepeatable: Bool { get }
    /// What the request carries so that AWS knows its repetition (6.8); nil where it has no place for one.
    var idempotencyToken: String? { get }
}

extension MutatingOperation {
    package var idempotencyToken: String? { nil }
}

/// Why a write did not succeed, as far as it is known.
package enum WriteFailure: Error, Hashable, Sendable {
    /// The grant was given for other calls: nothing was sent.
    case notGranted(call: String)
    /// AWS said no, or was never reached: nothing was changed.
    case refused(AWSError)
    /// It may have been done; AWS must be asked.
    case unanswered(AWSError)
}

extension WriteFailure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notGranted(let call): "\(call) was not among the calls that were confirmed; nothing was sent"
        case .refused(let error): error.description
        case .unanswered(let error): "\(error.description); it may have been done all the same"
        }
    }
}
