import Testing

/// The same for what services protect themselves: databases, volumes, tables and file systems live for some days,
/// with replicas, snapshots, copies of them and plans of AWS Backup; then a region is taken away. See `OracleTests`.
///
/// A resource's content is the moment that it is of: what remains says the newest moment that can still be had.
///
/// - `protected`: something remains, readable where it is, no older than stated; so by each path that suffices alone.
/// - `unprotected`: nothing remains. `at-risk`: neither is anything elsewhere fresh that goes on by itself.
/// - `unknown`: something could not be read, or cannot be told.
@Suite("The analyzer against what simulated databases, volumes, tables and file systems hold")
struct NativeOracleTests {
    @Test("says of random accounts what is left of what they hold")
    func randomAccounts() async throws {
        let run = OracleRun(accounts: 100) { seed in
            var drawing = AccountDrawing(seed: seed)
            return drawing.nativeAccount()
        }
        try await run.check(wanted: Self.wantedVerdicts)
    }

    private static let wantedVerdicts = [
        "region-outage protected by rds-read-replica", "region-outage at-risk by rds-read-replica",
        "region-outage protected by rds-automated-backup-replication",
        "region-outage at-risk by rds-automated-backup-replication", "region-outage at-risk by rds-snapshot-copy",
        "region-outage protected by backup-copy", "region-outage unprotected",
    ]
}
