import SimulatedAWS

/// What acts make of one account, each done once.
final class Aftermath {
    let account: SimulatedAccount
    private var known: [String: SimulatedAccount] = [:]

    init(of account: SimulatedAccount) { self.account = account }

    func account(after act: Act, of bucket: String, bypassing: Bool) -> SimulatedAccount {
        let key = "\(act) \(act.isOfAccount ? "" : bucket) \(bypassing)"
        if let known = known[key] { return known }
        let after = act.done(to: account, bucket: bucket, bypassing: bypassing)
        known[key] = after
        return after
    }
}
