import AWSModel

/// A Multi-AZ instance or cluster with nothing in another region: a zone may fail, the region may not (3.2).
struct RDSMultiAZIsNotDR: FindingRule {
    static let id = "rds-multi-az-is-not-dr"
    static let severity = Finding.Severity.medium

    func findings(in account: AccountView) -> [Finding] {
        (account.natives(.database) + account.natives(.cluster)).compactMap { resource, place in
            let isSpread = account.native.database(place)?.multiAZ == true || resource.type == .rdsCluster
            guard isSpread, let listing = account.native.evidence(place) else { return nil }
            let found = account.survivingPaths(of: resource)
            guard found.paths.isEmpty, found.unread.isEmpty else { return nil }
            return finding(
                resource.arn,
                "\(resource.name) is spread over zones of \(listing.region), and nothing of it is in another region.",
                [listing.saying("Multi-AZ, no replica, automated backup or backup copy elsewhere")],
                fix: Self.fix(of: resource, account.settings(in: listing.region)))
        }
    }

    /// Of a Multi-AZ cluster nothing is copied or replicated to another region (2.10, 3.1).
    private static func fix(of resource: AccountResource, _ settings: Reading<BackupRegionSettings>?) -> String {
        switch BackupFeatures.crossRegionCopies(of: resource, settings: settings) {
        case .possible, .unknown:
            "Add a read replica, replicated automated backups or a backup copy in another region."
        case .impossible(let why):
            "\(why), and its automated backups and snapshots stay in the region too: move it to a Multi-AZ instance or "
                + "to Aurora, or dump it to a bucket that replicates."
        }
    }
}
