import AWSModel

/// A table without point-in-time recovery; AWS's `ContinuousBackupsStatus` is ENABLED all the same (3.4).
struct DynamoDBPITROff: FindingRule {
    static let id = "dynamodb-pitr-off"
    static let severity = Finding.Severity.medium

    func findings(in account: AccountView) -> [Finding] {
        account.natives(.table).compactMap { resource, place in
            guard let contents = account.native.table(place),
                contents.pointInTimeRecovery.value?.status == .known(.disabled)
            else { return nil }
            return finding(
                resource.arn, "Point-in-time recovery of table \(contents.name) is off.",
                [Evidence(contents.pointInTimeRecovery, "PointInTimeRecoveryStatus DISABLED")],
                fix: "aws dynamodb update-continuous-backups --region \(contents.table.region) --table-name "
                    + "\(contents.name) --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true")
        }
    }
}
