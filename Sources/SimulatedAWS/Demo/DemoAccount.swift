package import Foundation

/// The account of `lifeboat demo`: Northlight, a company that streams its films and sells their discs, posters and
/// soundtracks in its own web shop.
///
/// It began in us-east-1, keeps its replicas and the copies of its backups in us-west-2, opened a European shop in
/// eu-central-1, and bought a small film library in Sydney, ap-southeast-2, that nobody has looked after since. What it
/// cares most about is replicated, copied and restored every week as a test. The rest grew as such things grow: a rule
/// that was switched off for a migration, a destination that somebody deleted, a backup role that may not read buckets.
/// Between them its resources show every verdict, every assurance and every finding about S3 and AWS Backup; and what
/// databases and disks do for themselves shows healthy, failing and missing once for each service.
package enum DemoAccount {
    /// The account as of a moment; the same moment gives the same account.
    package static func make(now: Date) -> SimulatedAWS {
        var company = DemoCompany(now: now)
        company.found()
        company.replicate()
        company.protect()
        company.live()
        return SimulatedAWS(company.account)
    }
}
