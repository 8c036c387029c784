import Foundation
import Testing

@testable import AWSCore

@Suite struct RefreshingCredentialsTests {
    /// Counts how often it is asked; answers once it is let go.
    private final class Provider: CredentialsProvider {
        struct State: Sendable {
            var asked = 0
            var answer: Result<Credentials, CredentialsError>
            var isOpen = true
            var waiting: [CheckedContinuation<Void, Never>] = []
        }
        let state: Lock<State>

        init(_ answer: Result<Credentials, CredentialsError>) { state = Lock(State(answer: answer)) }

        var asked: Int { state.withLock { $0.asked } }
        func answer(_ answer: Result<Credentials, CredentialsError>) { state.withLock { $0.answer = answer } }
        func close() { state.withLock { $0.isOpen = false } }
        func open() {
            let waiting = state.withLock { state in
                state.isOpen = true
                defer { state.waiting = [] }
                return state.waiting
            }
            for continuation in waiting { continuation.resume() }
        }

        func credentials() async throws(CredentialsError) -> Credentials {
            await withCheckedContinuation { continuation in
                let goes = state.withLock { state in
                    state.asked += 1
                    if !state.isOpen { state.waiting.append(continuation) }
                    return state.isOpen
                }
                if goes { continuation.resume() }
            }
            return try state.withLock { $0.answer }.get()
        }
    }

    private final class Clock: Sendable {
        private let time = Lock(CredentialsEffects.fixedNow)
        var now: @Sendable () -> Date { { self.time.withLock { $0 } } }
        func advance(_ seconds: TimeInterval) { time.withLock { $0 += seconds } }
    }

    private static func keys(_ id: String, expiresIn seconds: TimeInterval?) -> Credentials {
        Credentials(
            accessKeyID: id, secretAccessKey: "s", expiration: seconds.map { CredentialsEffects.fixedNow + $0 },
            source: "test")
    }
    private static let refusal = CredentialsError(.sourceFailed, "refused")

    /// Waits, without sleeping, until a condition holds that another task brings about.
    private func eventually(_ condition: () -> Bool) async {
        for _ in 0..<1_000_000 where !condition() { await Task.yield() }
        #expect(condition())
    }

    @Test("five hundred callers at once cause one refresh and all get its result")
    func manyCallers() async throws {
        let provider = Provider(.success(Self.keys("A", expiresIn: 3600)))
        provider.close()
        let refreshing = RefreshingCredentials(provider, now: { CredentialsEffects.fixedNow })
        let ids = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<500 { group.addTask { try await refreshing.credentials().accessKeyID } }
            await eventually { provider.asked == 1 }
            provider.open()
            return try await group.reduce(into: [String]()) { $0.append($1) }
        }
        #expect(ids == Array(repeating: "A", count: 500))
        #expect(provider.asked == 1)
    }

    @Test("keys that never expire are fetched once")
    func noExpiration() async throws {
        let provider = Provider(.success(Self.keys("A", expiresIn: nil)))
        let clock = Clock()
        let refreshing = RefreshingCredentials(provider, now: clock.now)
        _ = try await refreshing.credentials()
        clock.advance(1e9)
        _ = try await refreshing.credentials()
        #expect(provider.asked == 1)
    }

    @Test("in the last five minutes the old keys serve on while new ones are fetched")
    func advisory() async throws {
        let provider = Provider(.success(Self.keys("A", expiresIn: 3600)))
        let clock = Clock()
        let refreshing = RefreshingCredentials(provider, now: clock.now)
        #expect(try await refreshing.credentials().accessKeyID == "A")
        clock.advance(3600 - 301)
        #expect(try await refreshing.credentials().accessKeyID == "A")
        #expect(provider.asked == 1)
        clock.advance(2)
        provider.answer(.success(Self.keys("B", expiresIn: 7200)))
        provider.close()
        #expect(try await refreshing.credentials().accessKeyID == "A")
        await eventually { provider.asked == 2 }
        provider.open()
        var id = ""
        while id != "B" { id = try await refreshing.credentials().accessKeyID }
        #expect(provider.asked == 2)
    }

    @Test("a refresh that fails early keeps the old keys, pauses, and is an error once they have expired")
    func failedRefresh() async throws {
        let provider = Provider(.success(Self.keys("A", expiresIn: 3600)))
        let clock = Clock()
        let refreshing = RefreshingCredentials(provider, now: clock.now)
        _ = try await refreshing.credentials()
        provider.answer(.failure(Self.refusal))
        clock.advance(3400)
        #expect(try await refreshing.credentials().accessKeyID == "A")
        await eventually { provider.asked == 2 }
        for _ in 0..<100 { #expect(try await refreshing.credentials().accessKeyID == "A") }
        #expect(provider.asked == 2)
        clock.advance(201)
        await #expect(throws: Self.refusal) { try await refreshing.credentials() }
        #expect(provider.asked == 3)
    }

    @Test("after a failure the same error is given for ten seconds before the source is asked again")
    func pause() async throws {
        let provider = Provider(.failure(Self.refusal))
        let clock = Clock()
        let refreshing = RefreshingCredentials(provider, now: clock.now)
        for _ in 0..<3 { await #expect(throws: Self.refusal) { try await refreshing.credentials() } }
        #expect(provider.asked == 1)
        provider.answer(.success(Self.keys("A", expiresIn: nil)))
        clock.advance(10)
        #expect(try await refreshing.credentials().accessKeyID == "A")
        #expect(provider.asked == 2)
    }

    @Test("keys that come expired are an error that says since when")
    func expired() async {
        let refreshing = RefreshingCredentials(
            Provider(.success(Self.keys("A", expiresIn: -60))), now: { CredentialsEffects.fixedNow })
        let error = await #expect(throws: CredentialsError.self) { try await refreshing.credentials() }
        #expect(error?.description == "the credentials from test expired at 2026-11-20T19:59:00Z; give it new ones")
    }

    @Test("a caller who is cancelled does not take the refresh from the others")
    func cancellation() async throws {
        let provider = Provider(.success(Self.keys("A", expiresIn: 3600)))
        provider.close()
        let refreshing = RefreshingCredentials(provider, now: { CredentialsEffects.fixedNow })
        let first = Task { try await refreshing.credentials().accessKeyID }
        await eventually { provider.asked == 1 }
        let second = Task { try await refreshing.credentials().accessKeyID }
        first.cancel()
        provider.open()
        #expect(try await second.value == "A")
        #expect(provider.asked == 1)
    }
}
