import Foundation
import Testing

/// Many accounts drawn, read and compared, each from its own seed.
struct OracleRun: Sendable {
    /// `LIFEBOAT_ORACLE_SEED`, or 1.
    let first: UInt64
    /// `LIFEBOAT_ORACLE_ACCOUNTS`, or what is given.
    let count: UInt64
    private let usual: UInt64
    let draw: @Sendable (UInt64) -> DrawnAccount

    init(accounts: UInt64, draw: @escaping @Sendable (UInt64) -> DrawnAccount) {
        let environment = ProcessInfo.processInfo.environment
        count = environment["LIFEBOAT_ORACLE_ACCOUNTS"].flatMap { UInt64($0) } ?? accounts
        usual = accounts
        first = environment["LIFEBOAT_ORACLE_SEED"].flatMap { UInt64($0) } ?? 1
        self.draw = draw
    }

    /// Nothing may differ, and of so many accounts some must have each of the wanted verdicts: nothing is said of what
    /// is never drawn.
    func check(wanted: [String]) async throws {
        let cases = try await cases()
        await report(cases.mapValues(\.differences).filter { !$0.value.isEmpty })
        guard count >= usual else { return }
        let verdicts = cases.values.reduce(into: Set()) { $0.formUnion($1.verdicts) }
        for wanted in wanted { #expect(verdicts.contains(wanted), "no account is \(wanted)") }
    }

    private func cases() async throws -> [UInt64: OracleCase] {
        try await withThrowingTaskGroup(of: [UInt64: OracleCase].self) { group in
            let lanes: UInt64 = 4
            for lane in 0..<lanes {
                group.addTask {
                    var found: [UInt64: OracleCase] = [:]
                    for seed in first..<first + count where seed % lanes == lane {
                        found[seed] = try await OracleCase(draw(seed))
                    }
                    return found
                }
            }
            return try await group.reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }
        }
    }

    /// One case of each kind is made small and printed; of the others, only how many there are.
    private func report(_ found: [UInt64: [Difference]]) async {
        var seeds: [String: [UInt64]] = [:]
        for (seed, differences) in found {
            for signature in Set(differences.map(\.signature)) { seeds[signature, default: []].append(seed) }
        }
        for (signature, cases) in seeds.sorted(by: { $0.key < $1.key }) {
            guard let seed = cases.min() else { continue }
            let small = await Shrinking.shrink(draw(seed), keeping: signature)
            let differences = (try? await OracleCase(small).differences) ?? []
            let told = differences.filter { $0.signature == signature }.map(\.description)
            Issue.record(
                """
                \(signature): \(cases.count) accounts, seeds \(cases.sorted().prefix(12)). The smallest of seed \(seed):
                \(told.prefix(2).joined(separator: "\n"))
                \(small.text)
                """)
        }
    }
}
