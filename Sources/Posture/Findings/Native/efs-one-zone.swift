import AWSModel

/// A file system in a single zone, which fails with its zone (3.7).
struct EFSOneZone: FindingRule {
    static let id = "efs-one-zone"
    static let severity = Finding.Severity.medium

    func findings(in account: AccountView) -> [Finding] {
        account.natives(.fileSystem).compactMap { resource, place in
            guard let fileSystem = account.native.fileSystem(place)?.fileSystem, let zone = fileSystem.zone,
                let listing = account.native.evidence(place)
            else { return nil }
            return finding(
                resource.arn, "File system \(fileSystem.id) is One Zone: it fails with \(zone).",
                [listing.saying("AvailabilityZoneName \(zone)")],
                fix: "Replicate it to a Regional file system, or have AWS Backup copy it to another region.")
        }
    }
}
