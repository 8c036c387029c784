import AWSModel

/// What of replication bears on a bucket, whatever the threat.
final class ReplicationSubject: Sendable {
    /// Where enabled rules replicate to.
    struct Destination: Sendable {
        let rules: DestinationRules
        let evidence: ReplicationEvidence
        /// Nil where nothing was read of it.
        let bucket: DestinationBucket?
        /// Nil where the role was not read.
        let role: ReplicationRoleStanding?
    }
    let bucket: Bucket
    let home: Region
    let destinations: [Destination]

    init(_ bucket: Bucket, home: Region, in account: AccountView) {
        self.bucket = bucket
        self.home = home
        let rules = bucket.replication.value.map(DestinationRules.all) ?? []
        let role = bucket.replication.value?.role ?? ""
        destinations = rules.map {
            Destination(
                rules: $0, evidence: ReplicationEvidence($0, of: bucket, in: account),
                bucket: account.destination($0.destination),
                role: account.standing(ofRole: role, in: ReplicationRoleUse($0, of: bucket, home: home, in: account)))
        }
    }
}
