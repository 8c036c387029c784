import AWSModel

/// A table whose only protection is point-in-time recovery, which reads from the region that would be lost (3.4).
struct DynamoDBPITRIsRegional: FindingRule {
    static let id = "dynamodb-pitr-is-regional"
    static let severity = Finding.Severity.medium

    func findings(in account: AccountView) -> [Finding] {
        account.natives(.table).compactMap { resource, place in
            guard let contents = account.native.table(place),
                contents.pointInTimeRecovery.value?.status == .known(.enabled)
            else { return nil }
            let found = account.survivingPaths(of: resource)
            guard found.paths.isEmpty, found.unread.isEmpty else { return nil }
            let region = contents.table.region
            return finding(
                resource.arn,
                "Table \(contents.name) rests on point-in-time recovery alone, and a restore reads from \(region).",
                [Evidence(contents.pointInTimeRecovery, "PointInTimeRecoveryStatus ENABLED, no replica elsewhere")],
                fix: "Add a replica in another region (aws dynamodb update-table --region \(region) --table-name "
                    + "\(contents.name) --replica-updates 'Create={RegionName=REGION}'), or copies by AWS Backup.")
        }
    }
}
