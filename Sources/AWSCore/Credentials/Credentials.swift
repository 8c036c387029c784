package import Foundation
package import AWSModel

/// Access keys, and what is known of them. Its descriptions never show a secret.
package struct Credentials: Hashable, Sendable {
    package let accessKeyID: String
    package let secretAccessKey: String
    package let sessionToken: String?
    /// Nil for keys that do not expire.
    package let expiration: Date?
    package let account: AccountID?
    /// Where they came from: "environment", "profile prod (assume-role)".
    package let source: String

    package init(
        accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil, expiration: Date? = nil,
        account: AccountID? = nil, source: String
    ) {
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
        self.expiration = expiration
        self.account = account
        self.source = source
    }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "\(accessKeyID.prefix(4))… from \(source)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: ["credentials": description]) }
}

/// A source of credentials. Callers ask before every request; a provider caches and refreshes as it needs.
package protocol CredentialsProvider: Sendable {
    func credentials() async throws(CredentialsError) -> Credentials
}

/// Why no credentials could be had, in one sentence with what to do; never with a secret.
package struct CredentialsError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Kind: Hashable, Sendable {
        /// No source had any.
        case none
        /// A file is malformed; the description names file and line.
        case malformedFile
        /// A source was configured, but gave none: expired SSO token, failed process, denied role.
        case sourceFailed
    }
    package let kind: Kind
    package let description: String

    package init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}
