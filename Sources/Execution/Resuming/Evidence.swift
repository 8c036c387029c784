/// What AWS shows of a call that was intended.
enum Evidence: Hashable, Sendable {
    case happened(identifier: String?)
    /// All that would show it was read, and shows nothing.
    case notSeen
    case cannotTell(String)
}
