/// A confirmed call of which it is not known that AWS took it.
package struct UnsentCall: Hashable, Sendable, Codable {
    package var token: String
    /// "backup:StartRestoreJob in us-west-2: it was not sent"
    package var words: String

    /// - Parameter standing: what is known of it.
    package init(_ call: PlannedCall, _ standing: String) {
        token = call.token
        words = "\(call.action.call) in \(call.region): \(standing)"
    }
}
