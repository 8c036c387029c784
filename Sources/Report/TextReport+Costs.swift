import Posture

extension TextReport {
    /// What each way back costs, where it was asked for; with all its parts when all is asked for.
    func writeCosts() {
        let costs = PathCosts(assessment)
        guard let total = costs.total else { return }
        page.heading("What it costs a month")
        page.line("\(total) \(PathCosts.prices)")
        for priced in costs.shown(all: options.all) {
            page.line("\(labels.text(priced.resource.arn)), \(priced.way): \(priced.cost.words)")
            if options.all {
                for part in priced.cost.parts { page.line(Self.text(part), indent: 2) }
            } else if let gaps = priced.cost.gaps {
                page.line("not known: \(gaps)", indent: 2)
            }
        }
        if let left = costs.leftOut(all: options.all) { page.line(left) }
    }

    /// "storage $4.60: 200 GB at $0.023 a GB-month in us-west-2"
    private static func text(_ part: MonthlyCost.Part) -> String {
        switch part.amount {
        case .known(let money, let basis): "\(part.kind.words) \(money.words): \(basis)"
        case .unknown(let why): "\(part.kind.words) not known: \(why)"
        }
    }
}
