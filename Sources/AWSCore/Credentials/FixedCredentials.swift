/// Credentials that are known from the start and stay as they are.
package struct FixedCredentials: CredentialsProvider {
    private let fixed: Credentials

    package init(_ credentials: Credentials) { fixed = credentials }

    package func credentials() async throws(CredentialsError) -> Credentials { fixed }
}
