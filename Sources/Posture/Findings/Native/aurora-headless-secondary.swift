import AWSModel

/// A secondary of a global database without an instance: one must be made before it serves (3.3).
struct AuroraHeadlessSecondary: FindingRule {
    static let id = "aurora-headless-secondary"
    static let severity = Finding.Severity.medium

    func findings(in account: AccountView) -> [Finding] {
        account.natives(.cluster).compactMap { resource, place in
            guard let cluster = account.native.cluster(place), cluster.members.isEmpty,
                let global = account.native.globalCluster(ofMember: cluster.arn.text),
                global.members.contains(where: { $0.clusterARN == cluster.arn && !$0.isWriter }),
                let listing = account.native.evidence(place)
            else { return nil }
            return finding(
                resource.arn,
                "Secondary \(cluster.identifier) of global database \(global.identifier) has no instance: failing "
                    + "over to it takes as long as making one.",
                [listing.saying("DBClusterMembers is empty")],
                fix: "aws rds create-db-instance --region \(listing.region) --db-cluster-identifier "
                    + "\(cluster.identifier) --db-instance-identifier \(cluster.identifier)-1 --engine "
                    + "\(cluster.engine) --db-instance-class CLASS")
        }
    }
}
