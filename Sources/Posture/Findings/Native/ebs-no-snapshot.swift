import AWSModel

/// A volume of which there is no snapshot and no backup (3.6).
struct EBSNoSnapshot: FindingRule {
    static let id = "ebs-no-snapshot"
    static let severity = Finding.Severity.medium

    func findings(in account: AccountView) -> [Finding] {
        account.natives(.volume).compactMap { resource, place in
            guard let volume = account.native.volume(place), let region = resource.region,
                account.native.snapshots(of: volume.id).isEmpty,
                let snapshots = account.native.region(region)?.snapshots, snapshots.isRead,
                !account.mayHaveBackup(resource),
                // An image of its instance holds it too.
                !volume.instances.contains(where: {
                    account.resource(account.arn(ofInstance: $0, in: region)).map(account.mayHaveBackup) ?? false
                })
            else { return nil }
            return finding(
                resource.arn, "There is no snapshot and no backup of volume \(volume.id).",
                [Evidence(snapshots, "no snapshot of \(volume.id)")],
                fix: "Have a policy of Data Lifecycle Manager or a backup plan of \(region) take it.")
        }
    }
}
