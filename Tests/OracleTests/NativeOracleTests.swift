import Testing

/// The same for what services protect themselves: databases, clusters, tables, volumes and file systems live for some
/// days with replicas, snapshots, copies of them, policies, and plans of AWS Backup; then a region is taken away, or
/// something is done to them. See `OracleTests`.
///
/// A resource's content is the moment that it is of: what remains says the newest moment that can still be had. What
/// follows another thing holds that one's content, so far behind; what stopped following holds what it had then; a
/// snapshot holds its own moment, a window any of its own. None holds anything where its key does not work.
///
/// - `protected`: by each path that suffices, alone: something in its region is no older than stated, and goes on by
///   itself; snapshots of policies and recovery points stay as fresh as their schedules say when the simulator goes on.
/// - `unprotected`: nothing remains, but for copies that do not say of what they are copies.
/// - `at-risk`: neither is anything elsewhere fresh that goes on by itself, nor are there snapshots or recovery points
///   that are fresh and stay so.
/// - `unknown`: something could not be read, or cannot be told. `unaffected`: by an act what has no key to lose, or
///   follows another resource that is there.
/// - Deletion and overwriting: what follows the data follows this too (5.1), and deletion may also be of the resource
///   itself, as far as AWS lets it: snapshots, backups and the past of it must hold a state of before an hour later,
///   and some state days later. A lost key: what is under others. An administrator and a closed account: vaults alone.
/// - With calls denied or a region dark, the same; and nothing becomes protected or unprotected by that.
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
        "region-outage protected by aurora-global-database", "region-outage at-risk by aurora-global-database",
        "region-outage protected by dynamodb-global-table", "region-outage at-risk by dynamodb-global-table",
        "region-outage protected by ebs-snapshot-copy", "region-outage at-risk by ebs-snapshot-copy",
        "region-outage protected by efs-replication", "region-outage at-risk by efs-replication",
        "region-outage protected by backup-copy", "region-outage unprotected",
        "region-outage unknown by rds-read-replica",
        "accidental-deletion protected by pitr", "accidental-deletion at-risk by pitr",
        "accidental-deletion protected by ebs-snapshot", "accidental-deletion protected by backup",
        "accidental-deletion unprotected", "accidental-deletion unaffected",
        "corruption protected by pitr", "corruption at-risk by rds-snapshot", "corruption unprotected",
        "malicious-admin protected by vault-lock", "malicious-admin unprotected", "account-loss unprotected",
        "key-loss protected by dynamodb-global-table", "key-loss protected by rds-read-replica",
        "key-loss unprotected", "key-loss unaffected",
    ]
}
