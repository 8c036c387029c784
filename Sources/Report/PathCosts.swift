import Posture

/// What the ways back cost a month, each once, the dearest first.
struct PathCosts {
    struct Priced {
        let resource: ResourceAssessment
        let path: RecoveryPath
        let cost: MonthlyCost

        /// "s3-replication to us-west-2"
        var way: String { "\(path.mechanism.rawValue) to \(path.region)" }
    }
    private let priced: [Priced]

    init(_ assessment: Assessment) {
        struct Key: Hashable { let arn: String, target: String }
        var seen: Set<Key> = []
        var priced: [Priced] = []
        // A way back survives one threat or more, and is paid for once.
        for resource in assessment.scenarios.lazy.flatMap(\.resources) {
            for path in resource.paths {
                guard let cost = path.monthlyCost,
                    seen.insert(Key(arn: resource.arn, target: path.target)).inserted
                else { continue }
                priced.append(Priced(resource: resource, path: path, cost: cost))
            }
        }
        self.priced = priced.enumerated().sorted { a, b in
            let (x, y) = (a.element.cost.known, b.element.cost.known)
            return x != y ? x > y : a.offset < b.offset
        }.map(\.element)
    }

    /// "The 9 ways back cost at least $12.34 together."; nil where nobody asked.
    var total: String? {
        guard !priced.isEmpty else { return nil }
        let sum = priced.reduce(Money.zero) { $0 + $1.cost.known }
        let isComplete = priced.allSatisfy(\.cost.isComplete)
        let amount = isComplete ? sum.words : "at least $\(sum.dollars)"
        return priced.count == 1
            ? "The one way back costs \(amount)." : "The \(priced.count) ways back cost \(amount) together."
    }

    /// On what all of it rests.
    static let prices = "List prices before discounts; what is not known is not counted."

    func shown(all: Bool) -> ArraySlice<Priced> { all ? priced[...] : priced.prefix(Self.few) }

    func leftOut(all: Bool) -> String? {
        let left = priced.count - shown(all: all).count
        return left > 0 ? "\(left) cheaper or of unknown cost; --all lists them." : nil
    }

    private static let few = 10
}
