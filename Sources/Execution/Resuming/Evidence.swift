import Recovery

/// What AWS shows of a call that was intended.
enum Evidence: Hashable, Sendable {
    case happened(identifier: String?)
    /// All that would show it was read, and shows nothing.
    case notSeen
    /// Each of these may be what it started, or another's: nothing that AWS tells sets them apart.
    case doubtful(Doubt)
    case cannotTell(String)
}
