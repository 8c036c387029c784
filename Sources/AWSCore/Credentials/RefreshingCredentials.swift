package import Foundation

/// Keeps the credentials of another provider and renews them before they expire, once for all who wait.
///
/// In the last 5 minutes they are renewed in the background while the old ones serve on; once they have expired,
/// callers wait. A renewal that failed is not tried again for some seconds.
package final class RefreshingCredentials: CredentialsProvider {
    private typealias Renewal = Task<Result<Credentials, CredentialsError>, Never>
    private struct State: Sendable {
        var current: Credentials?
        var renewal: Renewal?
        var failure: CredentialsError?
        /// No renewal is begun before.
        var pausedUntil = Date.distantPast
    }
    private enum Step {
        case use(Credentials)
        case fail(CredentialsError)
        case wait(Renewal)
    }

    private let provider: any CredentialsProvider
    private let now: @Sendable () -> Date
    private let state = Lock(State())

    package init(_ provider: any CredentialsProvider, now: @escaping @Sendable () -> Date = { Date() }) {
        self.provider = provider
        self.now = now
    }

    package func credentials() async throws(CredentialsError) -> Credentials {
        switch step() {
        case .use(let credentials): return credentials
        case .fail(let error): throw error
        case .wait(let renewal): return try await renewal.value.get()
        }
    }

    private func step() -> Step {
        let now = now()
        return state.withLock { state in
            let valid = state.current.flatMap { keys in keys.expiration.map { $0 > now } ?? true ? keys : nil }
            if let valid, valid.expiration.map({ $0 > now + Self.advisory }) ?? true { return .use(valid) }
            if state.renewal == nil {
                guard now >= state.pausedUntil else {
                    if let valid { return .use(valid) }
                    if let failure = state.failure { return .fail(failure) }
                    return .wait(begin(&state))
                }
                _ = begin(&state)
            }
            if let valid { return .use(valid) }
            return .wait(state.renewal ?? begin(&state))
        }
    }

    /// Not a child of the caller: one who gives up must not take the credentials from the others.
    private func begin(_ state: inout State) -> Renewal {
        let renewal = Renewal { await self.renew() }
        state.renewal = renewal
        return renewal
    }

    private func renew() async -> Result<Credentials, CredentialsError> {
        let result: Result<Credentials, CredentialsError>
        do {
            let fresh = try await provider.credentials()
            if let expiration = fresh.expiration, expiration <= now() {
                result = .failure(
                    CredentialsError(
                        .sourceFailed,
                        "the credentials from \(fresh.source) expired at \(expiration.ISO8601Format()); give it new ones"
                    ))
            } else {
                result = .success(fresh)
            }
        } catch {
            result = .failure(error)
        }
        let now = now()
        state.withLock { state in
            state.renewal = nil
            switch result {
            case .success(let fresh):
                state.current = fresh
                state.failure = nil
                let isShort = fresh.expiration.map { $0 <= now + Self.advisory } ?? false
                state.pausedUntil = isShort ? now + Self.pause : .distantPast
            case .failure(let error):
                state.failure = error
                state.pausedUntil = now + Self.pause
            }
        }
        return result
    }

    /// Seconds before the expiration in which credentials are renewed in the background.
    static let advisory: TimeInterval = 5 * 60
    /// Seconds after a renewal that did not help.
    static let pause: TimeInterval = 10
}
