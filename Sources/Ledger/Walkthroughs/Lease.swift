package import Foundation

/// What one process at a time may act in.
package enum LeaseSubject: Hashable, Sendable {
    case walkthrough(String)
    /// The intent of this token.
    case intent(String)

    var key: String {
        switch self {
        case .walkthrough(let id): "walkthrough \(id)"
        case .intent(let token): "intent \(token)"
        }
    }

    package var words: String { "the \(key)" }
}

/// The right to act, held by one process until it expires, is given back, or its holder is gone.
package struct Lease: Hashable, Sendable {
    package var subject: LeaseSubject
    /// Grows with each claim of the subject.
    package var number: Int64
    package var holder: LeaseHolder
    package var takenAt: Date
    package var expiresAt: Date

    /// How long one holds that is not renewed: long enough for a slow call and its retries.
    package static let span: TimeInterval = 120
}

/// What came of wanting a lease.
package enum LeaseClaim: Hashable, Sendable {
    case taken(Lease)
    /// Somebody acts there now; also this very process.
    case held(Lease)
}
