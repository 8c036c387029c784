import AWSModel

/// A table whose plan copies it, in a region where tables have no copies (2.6, 2.10).
struct DynamoDBCopyNeedsAdvancedBackup: FindingRule {
    static let id = "dynamodb-copy-needs-advanced-backup"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        account.resources.compactMap { resource in
            guard resource.type == .dynamoDBTable, let home = resource.region, let plans = account.plans(in: home),
                let settings = account.settings(in: home), settings.value?.management["DynamoDB"] == false,
                let rule = account.coverage(of: resource).rules.lazy.map({ plans.rules[$0] })
                    .first(where: { !($0.rule.copyActions ?? []).isEmpty })
            else { return nil }
            return finding(
                resource.arn,
                "\(rule.label) copies table \(resource.name), but without AWS Backup's advanced features for "
                    + "DynamoDB there are no copies.",
                [
                    Evidence(settings, "ResourceTypeManagementPreference.DynamoDB is false"),
                    Evidence(rule.plan.plan, "rule \(rule.rule.name) has copy actions"),
                ],
                fix: "aws backup update-region-settings --region \(home) "
                    + "--resource-type-management-preference '{\"DynamoDB\":true}'")
        }
    }
}
