import AWSModel
package import Recovery

extension Preflight {
    /// The checks of all calls of a draft, each name once, and of a replica that takes over without a call.
    ///
    /// What an earlier call makes is not looked for: it is not there yet.
    package func check(_ draft: Draft) async -> [PreflightCheck] {
        var checks: [PreflightCheck] = []
        if [.repoint, .repointBucket, .repointTable].contains(draft.way.means) {
            checks += await Verification(client: client).verify(created: draft.way.target, in: draft.way.region)
        }
        for call in draft.calls(token: "preflight") {
            var found = await check(call)
            if case .createDBInstance(_, let cluster, _, _) = call.action, draft.makes(cluster: cluster) {
                found.removeAll { $0.name == "cluster is available" }
            }
            for check in found { checks.merge(check) }
        }
        return checks
    }
}

extension [PreflightCheck] {
    /// Of two answers to one question the worse one stands, with the words of both.
    fileprivate mutating func merge(_ check: PreflightCheck) {
        guard let place = firstIndex(where: { $0.name == check.name }) else { return append(check) }
        let (worse, other) =
            self[place].result.gravity < check.result.gravity
            ? (check, self[place]) : (self[place], check)
        self[place] = PreflightCheck(
            name: check.name, result: worse.result,
            detail: worse.detail == other.detail ? worse.detail : "\(worse.detail); \(other.detail)",
            advice: worse.advice ?? other.advice,
            dependsOn: Set(worse.dependsOn + other.dependsOn).sorted())
    }
}

extension PreflightCheck.Result {
    fileprivate var gravity: Int {
        switch self {
        case .passed: 0
        case .warning: 1
        case .unknown: 2
        case .failed: 3
        }
    }
}
