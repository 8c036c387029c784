import Foundation

/// A time in which a database is not available, and RDS's word for why.
struct SimulatedBusyTime: Hashable, Sendable {
    let word: String
    let until: Date

    /// Nil once it is over.
    func word(at now: Date) -> String? { now < until ? word : nil }
}
