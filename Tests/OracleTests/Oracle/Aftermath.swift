import SimulatedAWS

/// What acts make of one account, each done once.
final class Aftermath {
    let account: SimulatedAccount
    private var known: [String: SimulatedAccount] = [:]

    init(of account: SimulatedAccount) { self.account = account }

    func account(after act: Act, of bucket: String, bypassing: Bool) -> SimulatedAccount {
        once("\(act) \(act.isOfAccount ? "" : bucket) \(bypassing)") {
            act.done(to: account, bucket: bucket, bypassing: bypassing)
        }
    }

    func account(deleting resource: NativeResource) -> SimulatedAccount {
        once("deleting \(resource.arn)") { account.deleting(resource) }
    }

    /// An account when nobody noticed for some time, in seconds.
    ///
    /// - Parameter what: what it is the account after.
    func later(_ account: SimulatedAccount, by seconds: Double, _ what: String) -> SimulatedAccount {
        once("\(what), \(seconds) s later") {
            var later = account
            later.advance(by: .seconds(seconds))
            return later
        }
    }

    private func once(_ key: String, _ make: () -> SimulatedAccount) -> SimulatedAccount {
        if let known = known[key] { return known }
        let made = make()
        known[key] = made
        return made
    }
}
