package import Foundation
package import Recovery

/// Where each intent is written before its call is sent, and its outcome after: durable when the function returns.
package protocol Journal: Sendable {
    /// - Throws: When it cannot be written, or when the token is written already: another has sent that call, and it is
    ///   resumed instead. Nothing is sent then.
    func intend(_ call: PlannedCall, at moment: Date) throws
    /// Writes that an intent is acted on again.
    ///
    /// - Throws: When it cannot be written, or AWS has accepted the call already. Nothing is sent then.
    func resume(_ call: PlannedCall, at moment: Date) throws
    func conclude(token: String, _ outcome: CallOutcome, at moment: Date) throws
    /// What was accepted has ended.
    func end(token: String, _ end: CallEnd, at moment: Date) throws
}

extension Journal {
    /// A journal that keeps no moments has nothing to write.
    package func resume(_ call: PlannedCall, at moment: Date) throws {}
}

/// What became of a call that was intended.
package enum CallOutcome: Hashable, Sendable, Codable {
    /// AWS took it. The identifier is of a restore job, or of what was made.
    case accepted(identifier: String?)
    /// AWS said no or was never reached: nothing was started.
    case refused(String)
    /// No answer came: it may have been started or not, and AWS must be asked by the token.
    case unanswered(String)
    /// No answer came, and AWS shows what may be of this call or of another.
    case doubtful(Doubt)
}

/// How that ended which a call had started.
package struct CallEnd: Hashable, Sendable {
    package var isWell: Bool
    /// AWS's last words.
    package var message: String?
    /// The ARN or id of what was made.
    package var made: String?
    /// As AWS tells it; nil where it does not.
    package var at: Date?

    package init(isWell: Bool, message: String? = nil, made: String? = nil, at: Date? = nil) {
        self.isWell = isWell
        self.message = message
        self.made = made
        self.at = at
    }
}
