import AWSCore

/// Facts that are read once each, by whoever asks first; others who ask meanwhile wait for the same reading.
final class ReadOnce<Key: Hashable & Sendable, Fact: Sendable>: Sendable {
    private enum Entry: Sendable {
        case underWay([CheckedContinuation<Fact, Never>])
        case known(Fact)
    }

    private let entries = Lock<[Key: Entry]>([:])

    /// All that is known by now.
    var known: [Key: Fact] {
        entries.withLock { entries in
            entries.compactMapValues { if case .known(let fact) = $0 { fact } else { nil } }
        }
    }

    /// Whether somebody reads it or has read it.
    func isBegun(_ key: Key) -> Bool { entries.withLock { $0[key] != nil } }

    /// The fact, waited for.
    func fact(_ key: Key, read: () async -> Fact) async -> Fact {
        if let entry = claim(key) {
            if case .known(let fact) = entry { return fact }
            return await withCheckedContinuation { wait(for: key, $0) }
        }
        let fact = await read()
        settle(key, fact)
        return fact
    }

    /// Sees to it that the fact is read: reads it when nobody did before, and else does not wait.
    func begin(_ key: Key, read: () async -> Fact) async {
        if claim(key) == nil { settle(key, await read()) }
    }

    private func settle(_ key: Key, _ fact: Fact) {
        let waiting = entries.withLock { entries in
            defer { entries[key] = .known(fact) }
            if case .underWay(let waiting) = entries[key] { return waiting }
            return []
        }
        for continuation in waiting { continuation.resume(returning: fact) }
    }

    /// What there is of it; nil when nobody asked before: the caller is then to read it.
    private func claim(_ key: Key) -> Entry? {
        entries.withLock { entries in
            if let entry = entries[key] { return entry }
            entries[key] = .underWay([])
            return nil
        }
    }

    private func wait(for key: Key, _ continuation: CheckedContinuation<Fact, Never>) {
        let known: Fact? = entries.withLock { entries in
            switch entries[key] {
            case .known(let fact): return fact
            case .underWay(let waiting): entries[key] = .underWay(waiting + [continuation])
            case nil: entries[key] = .underWay([continuation])
            }
            return nil
        }
        if let known { continuation.resume(returning: known) }
    }
}
