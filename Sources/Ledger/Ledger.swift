/// The local database: snapshots of posture, drills, the journal of restores.
package enum Ledger {}
