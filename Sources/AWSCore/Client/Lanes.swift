import AWSModel

/// The lanes of all services and regions that were asked anything, each made when it is first asked for.
final class Lanes: Sendable {
    private struct Key: Hashable {
        let service: String
        let region: Region
    }

    private struct State: Sendable {
        var lanes: [Key: Lane] = [:]
        var budgets: [Region: SilenceBudget] = [:]
    }

    private let state = Lock(State())

    /// The regions that were asked anything, and those that owe an answer.
    var regions: (asked: Int, waitingFor: [Region]) {
        state.withLock { state in
            let owing = state.lanes.filter { $0.value.limit.isBusy }.map(\.key.region)
            return (state.budgets.count, Set(owing).sorted())
        }
    }

    subscript(service: Service, region: Region) -> Lane {
        let key = Key(service: service.id, region: region)
        return state.withLock { state in
            if let lane = state.lanes[key] { return lane }
            let budget = state.budgets[region] ?? SilenceBudget()
            let lane = Lane(regionBudget: budget)
            state.budgets[region] = budget
            state.lanes[key] = lane
            return lane
        }
    }
}
