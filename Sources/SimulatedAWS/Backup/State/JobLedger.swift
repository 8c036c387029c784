import Foundation

/// Jobs in the order they were made, found by id; those still moving are known.
struct JobLedger<Job: SimulatedJob>: Hashable, Sendable {
    private(set) var all: [Job] = []
    private var positions: [String: Int] = [:]
    /// Ids of the jobs that the clock still has to move.
    private(set) var moving: Set<String> = []

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
            if newValue.nextChange == nil { moving.remove(id) } else { moving.insert(id) }
        }
    }

    /// The moving job whose next change is due first.
    var next: (id: String, at: Date)? {
        moving.compactMap { id in self[id]?.nextChange.map { (id: id, at: $0) } }
            .min { ($0.at, $0.id) < ($1.at, $1.id) }
    }

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
