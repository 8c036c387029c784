import AWSModel

/// A selection that takes buckets with a role that may not read S3 (2.18).
struct BackupRoleLacksS3: FindingRule {
    static let id = "backup-role-lacks-s3"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        var buckets: [String: [AccountResource]] = [:]
        for resource in account.resources where resource.bucket != nil {
            for role in account.coverage(of: resource).roles { buckets[role, default: []].append(resource) }
        }
        return buckets.sorted { $0.key < $1.key }.compactMap { arn, selected in
            guard let reading = account.inventory.roles[arn], let first = selected.first,
                let fault = BackupRoleJudgement(reading).fault
            else { return nil }
            let others = selected.count > 1 ? " and \(selected.count - 1) more" : ""
            return finding(
                arn, "Role \(arn) is to back up bucket \(first.name)\(others), but \(fault).",
                [reading.role.isAbsent ? Evidence(reading.role, fault) : Evidence(reading.policies, fault)],
                fix: "aws iam attach-role-policy --role-name \(arn.split(separator: "/").last ?? "ROLE") --policy-arn "
                    + "arn:\(account.inventory.partition):iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup")
        }
    }
}
