/// What is known of a call that was intended.
package enum IntentState: String, Hashable, Sendable, CaseIterable {
    /// Written down; whether it was sent is not known.
    case intended
    /// Sent, and no answer came: it may have been started or not.
    case unanswered
    /// AWS said no: nothing was started.
    case refused
    case accepted
    /// What was accepted has ended, as its job says.
    case endedWell = "ended-well"
    case endedBadly = "ended-badly"

    package var words: String { rawValue.replacing("-", with: " ") }

    /// Whether nothing more will come of it.
    package var hasEnded: Bool { self == .endedWell || self == .endedBadly }

    /// Whether AWS has to be asked what became of it.
    package var isOpen: Bool { self == .intended || self == .unanswered || self == .accepted }

    /// Whether its call may be sent, or sent again under the same token.
    package var maySend: Bool { self == .intended || self == .unanswered || self == .refused }

    /// A refusal or a silence may be followed by another attempt under the same token; that AWS accepted is never
    /// forgotten, nor how it ended.
    package func mayBecome(_ next: IntentState) -> Bool {
        switch (self, next) {
        case _ where self == next: true
        case (_, .intended): false
        case (.intended, _): true
        case (.unanswered, _), (.refused, _): true
        case (.accepted, .endedWell), (.accepted, .endedBadly): true
        case (.accepted, _), (.endedWell, _), (.endedBadly, _): false
        }
    }
}
