/// Makes a case smaller as long as the same difference stays.
enum Shrinking {
    static func shrink(_ drawn: DrawnAccount, keeping signature: String, attempts: Int = 40) async -> DrawnAccount {
        var best = drawn
        var left = attempts
        var goesOn = true
        while goesOn, left > 0 {
            goesOn = false
            for candidate in candidates(of: best) where left > 0 {
                left -= 1
                let found = (try? await OracleCase(candidate).differences) ?? []
                guard found.contains(where: { $0.signature == signature }) else { continue }
                best = candidate
                goesOn = true
                break
            }
        }
        return best
    }

    /// Each with one thing less.
    private static func candidates(of drawn: DrawnAccount) -> [DrawnAccount] {
        var found: [DrawnAccount] = []
        func add(_ change: (inout DrawnAccount) -> Void) {
            var candidate = drawn
            change(&candidate)
            found.append(candidate)
        }
        if !drawn.plans.isEmpty { add { $0.plans = [] } }
        for index in drawn.events.indices { add { $0.events.remove(at: index) } }
        for index in drawn.resources.indices { add { $0.resources.remove(at: index) } }
        for index in drawn.buckets.indices { add { $0.buckets.remove(at: index) } }
        found += drawn.natives.candidates.map { natives in
            var candidate = drawn
            candidate.natives = natives
            return candidate
        }
        for index in drawn.plans.indices { add { $0.plans.remove(at: index) } }
        for index in drawn.vaults.indices { add { $0.vaults.remove(at: index) } }
        for index in drawn.obstacles.denials.indices { add { $0.obstacles.denials.remove(at: index) } }
        if drawn.obstacles.darkRegion != nil { add { $0.obstacles.darkRegion = nil } }
        for (index, bucket) in drawn.buckets.enumerated() {
            for rule in bucket.rules.indices { add { $0.buckets[index].rules.remove(at: rule) } }
            if bucket.lifecycle != nil { add { $0.buckets[index].lifecycle = nil } }
            if bucket.lock != nil { add { $0.buckets[index].lock = nil } }
            if bucket.defaultKey != nil { add { $0.buckets[index].defaultKey = nil } }
            if !bucket.tags.isEmpty { add { $0.buckets[index].tags = [:] } }
            if bucket.role != .complete { add { $0.buckets[index].role = .complete } }
        }
        for (index, plan) in drawn.plans.enumerated() {
            for rule in plan.rules.indices { add { $0.plans[index].rules.remove(at: rule) } }
            for selection in plan.selections.indices { add { $0.plans[index].selections.remove(at: selection) } }
        }
        for steps in [1, 3, 6] where steps < drawn.steps { add { $0.steps = steps } }
        return found
    }
}
