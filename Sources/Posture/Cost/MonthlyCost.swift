/// What something costs a month, part by part; a part that is not known is never taken for nothing.
package struct MonthlyCost: Hashable, Sendable {
    package struct Part: Hashable, Sendable {
        package enum Kind: String, Hashable, Sendable, CaseIterable {
            case storage, requests, transfer, metrics
            case replicationTime = "replication-time-control"
            /// What recovery points other than the newest hold besides.
            case olderPoints = "older-recovery-points"
            case other
        }
        package enum Amount: Hashable, Sendable {
            /// The basis: "200 GB at $0.023 a GB-month in us-west-2".
            case known(Money, basis: String)
            /// Why: "its size was not read".
            case unknown(String)
        }

        package var kind: Kind
        package var amount: Amount

        package init(_ kind: Kind, _ amount: Amount) {
            self.kind = kind
            self.amount = amount
        }
    }

    package var parts: [Part]

    package init(_ parts: [Part]) { self.parts = parts }

    /// All that is known of it: the whole where it is complete.
    package var known: Money {
        parts.reduce(.zero) { sum, part in
            if case .known(let money, _) = part.amount { sum + money } else { sum }
        }
    }
    package var isComplete: Bool { unknown.isEmpty }
    /// Whether anything worth telling is known of it: "at least $0.00" says nothing.
    package var isKnown: Bool { isComplete || known.dollars != Money.zero.dollars }
    /// The parts that are not known, with why.
    package var unknown: [(kind: Part.Kind, why: String)] {
        parts.compactMap { part in
            if case .unknown(let why) = part.amount { (part.kind, why) } else { nil }
        }
    }

    package static func + (a: MonthlyCost, b: MonthlyCost) -> MonthlyCost { MonthlyCost(a.parts + b.parts) }
}

extension MonthlyCost.Part.Kind {
    package var words: String { rawValue.replacing("-", with: " ") }
}

extension MonthlyCost {
    /// "$12.34 a month", "at least $12.34 a month", "not known".
    package var words: String {
        guard isKnown else { return "not known" }
        return isComplete ? "\(known.words) a month" : "at least $\(known.dollars) a month"
    }

    /// "requests and transfer: no request metrics"; nil where all is known.
    package var gaps: String? {
        var kinds: [(why: String, kinds: [String])] = []
        for (kind, why) in unknown {
            if let place = kinds.firstIndex(where: { $0.why == why }) {
                if !kinds[place].kinds.contains(kind.words) { kinds[place].kinds.append(kind.words) }
            } else {
                kinds.append((why, [kind.words]))
            }
        }
        guard !kinds.isEmpty else { return nil }
        return kinds.map { "\($0.kinds.joined(separator: " and ")): \($0.why)" }.joined(separator: "; ")
    }
}
