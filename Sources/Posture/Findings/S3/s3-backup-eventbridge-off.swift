import AWSModel

/// A bucket with continuous backup whose events do not reach EventBridge: tracking stops without an alert (2.8).
struct S3BackupEventbridgeOff: FindingRule {
    static let id = "s3-backup-eventbridge-off"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        account.resources.compactMap { resource in
            guard let home = resource.region, let bucket = account.bucket(resource), bucket.notification.isRead,
                bucket.notification.value?.eventBridge != true, let plans = account.plans(in: home),
                let rule = account.coverage(of: resource).rules.lazy.map({ plans.rules[$0] })
                    .first(where: { $0.rule.enableContinuousBackup == true })
            else { return nil }
            return finding(
                resource.arn,
                "Bucket \(bucket.name) is backed up continuously by \(rule.label), but its EventBridge "
                    + "notifications are off.",
                [
                    Evidence(bucket.notification, "no EventBridgeConfiguration"),
                    Evidence(rule.plan.plan, "rule \(rule.rule.name) enables continuous backup"),
                ],
                fix: "aws s3api put-bucket-notification-configuration --bucket BUCKET "
                    + "--notification-configuration '{\"EventBridgeConfiguration\":{}}' (add the notifications it has)")
        }
    }
}
