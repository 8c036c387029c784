import Testing

/// Random accounts live for some days in the simulator: objects are written, rules replicate, plans back up, things
/// break. Then one region is taken away, or objects are deleted, purged or overwritten, and what the stores still
/// hold is held against what the analyzer says. Nothing here knows how the analyzer comes to its verdicts.
///
/// What must hold, for each resource and scenario:
///
/// - `protected`: each object, as it was before the stated recovery point or newer, can be read in a surviving bucket
///   or is in a surviving recovery point. Where replication is the best path, objects older than the configuration are
///   exempt if `s3-existing-objects-unverified` is stated, and objects that their writer encrypted otherwise than the
///   bucket does; where a default lock does, objects older than it. In every other account each object is asked what it
///   says of itself, and then none is exempt. Each path that suffices holds alone: objects of
///   every prefix and tag, written now, come to the path's region; its newest recovery point is no older than stated
///   and than the schedule's gap with its windows, and stays so when the simulator goes on.
/// - `unprotected`: there is no usable recovery point elsewhere, and no destination of an enabled rule elsewhere holds
///   any object.
/// - `at-risk`: neither does one destination hold every object and get every new one without a failure so far, nor
///   does one region have recovery points that are fresh and stay so, without a job that went wrong.
/// - `unknown`: something could not be read. `unaffected`: exactly where the lost region is not the resource's.
/// - Deletion, purge, overwriting, a lost key, a malicious administrator, a closed account: done to the account, and an
///   hour later `protected` means that each object which could be read before still can be had: under markers and newer
///   versions, in a destination of its rules, or in a vault. `unprotected`: none can. Against an administrator, replicas
///   of the same account count for nothing.
/// - With calls denied or a region dark, the same; and nothing becomes protected or unprotected by that.
///
/// `LIFEBOAT_ORACLE_ACCOUNTS` is how many accounts are drawn, `LIFEBOAT_ORACLE_SEED` the first one's seed.
@Suite("The analyzer against what simulated objects say")
struct OracleTests {
    @Test("says of random accounts what their objects say")
    func randomAccounts() async throws {
        let run = OracleRun(accounts: 150) { seed in
            var drawing = AccountDrawing(seed: seed)
            return drawing.account()
        }
        try await run.check(wanted: Self.wantedVerdicts)
    }

    private static let wantedVerdicts = [
        "region-outage protected by s3-replication", "region-outage protected by backup-copy",
        "region-outage at-risk by s3-replication", "region-outage at-risk by backup-copy",
        "region-outage unprotected", "accidental-deletion protected by s3-versioning",
        "accidental-deletion unprotected",
        "corruption protected by s3-versioning", "version-purge protected by s3-replication",
        "version-purge unprotected", "key-loss protected by s3-replication", "key-loss unprotected",
    ]
}
