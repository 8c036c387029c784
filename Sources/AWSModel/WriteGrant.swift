/// The leave to change an account, for the calls that were shown in the review and no others.
///
/// It can only be made of the name that the operator typed; a call is sent only together with it.
package struct WriteGrant: Hashable, Sendable {
    /// The idempotency tokens of the calls that were confirmed.
    package let tokens: Set<String>

    /// - Returns: Nil unless what was typed is the name that was asked for, to the letter.
    package init?(typed: String, name: String, tokens: Set<String>) {
        guard !name.isEmpty, typed == name, !tokens.isEmpty else { return nil }
        self.tokens = tokens
    }

    package func covers(_ token: String) -> Bool { tokens.contains(token) }
}
