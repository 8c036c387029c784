/// What calls of one service in one region share, and the budget that they share with the region's other services.
final class Lane: Sendable {
    let limit = ConcurrencyLimit()
    let quota = RetryQuota()
    let breaker = CircuitBreaker()
    private let budget = SilenceBudget()
    private let regionBudget: SilenceBudget

    init(regionBudget: SilenceBudget) { self.regionBudget = regionBudget }

    /// What is left for a request that is sent now; nil when nothing may be sent. Who got it calls `ended`.
    func begin(at now: Duration) -> Duration? {
        guard let ofRegion = regionBudget.begin(at: now) else { return nil }
        guard let ofService = budget.begin(at: now) else {
            regionBudget.ended(at: now, answered: false)
            return nil
        }
        return min(ofRegion, ofService)
    }

    func signOfLife(at now: Duration) {
        regionBudget.signOfLife(at: now)
        budget.signOfLife(at: now)
    }

    func ended(at now: Duration, answered: Bool) {
        regionBudget.ended(at: now, answered: answered)
        budget.ended(at: now, answered: answered)
    }
}
