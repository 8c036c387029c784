import AWSModel

/// The snapshots that AWS Backup keeps as its recovery points of volumes: EC2 lists them with the account's own.
enum BackupSnapshots {
    static func all(in region: Region, of account: SimulatedAccount) -> [SimulatedSnapshot] {
        account.backup.state(region).vaults.values.flatMap(\.points.values).compactMap { point in
            guard let arn = ARN(point.arn), arn.service == "ec2", arn.resource.hasPrefix("snapshot/"),
                let volume = ARN(point.resourceARN)
            else { return nil }
            let isCopy = volume.region != region
            var tags = point.tags
            tags["aws:backup:source-resource"] = point.resourceARN
            let gibibytes = volume.region.flatMap { account.volumes.volumes[$0]?[Self.id(volume)]?.gibibytes }
            return SimulatedSnapshot(
                id: id(arn), region: region, volumeID: isCopy ? SimulatedSnapshot.volumeOfCopies : id(volume),
                startedAt: point.createdAt, completesAt: point.completedAt ?? point.createdAt,
                gibibytes: gibibytes ?? 1, description: "This snapshot is created by the AWS Backup service.",
                keyARN: point.keyARN, tags: tags, isManagedByBackup: true)
        }
    }

    private static func id(_ arn: ARN) -> String { arn.resource.split(separator: "/").last.map(String.init) ?? "" }
}
