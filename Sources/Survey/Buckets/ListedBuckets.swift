import AWSCore
import AWSModel
import AWSServices

/// The names of the buckets that are read, as their listing arrives page by page.
final class ListedBuckets: Sendable {
    private struct State: Sendable {
        /// The region where the listing says it.
        var regions: [String: Region?] = [:]
        var isWhole = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }
    /// A bucket of the listing, and its region where the listing says it.
    struct Listed: Sendable { var region: Region? }

    private let state = Lock(State())

    /// Those of a page that are new: two regions may list the same buckets when one of them is slow.
    func add(_ page: [BucketSummary]) -> [BucketSummary] {
        state.withLock { state in
            page.filter { state.regions.updateValue($0.region, forKey: $0.name) == nil }
        }
    }

    /// No more will come.
    func end() {
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            state.isWhole = true
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Nil when the listing has ended without it.
    func find(_ name: String) async -> Listed? {
        let soFar = state.withLock { state in (state.regions[name].map { Listed(region: $0) }, state.isWhole) }
        if soFar.0 != nil || soFar.1 { return soFar.0 }
        await withCheckedContinuation { continuation in
            let isWhole = state.withLock { state in
                if !state.isWhole { state.waiting.append(continuation) }
                return state.isWhole
            }
            if isWhole { continuation.resume() }
        }
        return state.withLock { state in state.regions[name].map { Listed(region: $0) } }
    }
}
