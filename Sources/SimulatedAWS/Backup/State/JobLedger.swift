import Foundation

/// Jobs in the order they were made, found by id; those still moving are known.
struct JobLedger<Job: SimulatedJob>: Hashable, Sendable {
    private(set) var all: [Job] = []
    private var positions: [String: Int] = [:]
    /// When the jobs that the clock still has to move change next, by id.
    private var changes: [String: Date] = [:]

    subscript(id: String) -> Job? {
        get { positions[id].map { all[$0] } }
        set {
            guard let newValue else { return }
            if let position = positions[id] {
                all[position] = newValue
            } else {
                positions[id] = all.count
                all.append(newValue)
            }
            changes[id] = newValue.nextChange
        }
    }

    /// The moving job whose next change is due first.
    var next: (id: String, at: Date)? {
        changes.min { ($0.value, $0.key) < ($1.value, $1.key) }.map { (id: $0.key, at: $0.value) }
    }

    /// The jobs that still move.
    var moving: [Job] { changes.keys.compactMap { self[$0] } }

    /// Newest first.
    var newestFirst: [Job] { newestFirst { _ in true } }

    /// Those that are wanted, newest first.
    func newestFirst(where isWanted: (Job) -> Bool) -> [Job] {
        all.filter(isWanted).sorted { ($0.createdAt, $0.id) > ($1.createdAt, $1.id) }
    }
}

/// A job that the clock moves along.
protocol SimulatedJob: Hashable, Sendable {
    var id: String { get }
    var createdAt: Date { get }
    /// When its state changes next; nil once it rests.
    var nextChange: Date? { get }
}
