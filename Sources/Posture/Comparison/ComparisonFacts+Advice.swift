import AWSModel

extension ComparisonFacts {
    /// What is missing to the next tier (design, section 4), the most important first.
    var advice: [Advice] {
        var steps: [Advice] = []
        if let bucket {
            steps += ReplicationAdvice(bucket: bucket, replicas: replicas, account: account).steps
        }
        if let subject, let home = subject.region {
            steps += NativeAdvice(resource: subject, home: home, paths: resource.paths, account: account).steps
            let backups = BackupAdvice(
                resource: subject, home: home, account: account, hasBackup: hasBackup, copies: copies)
            steps += backups.steps
            if let step = VaultLockAdvice(resource: subject, account: account).step { steps.append(step) }
            if let step = AccountCopyAdvice(advice: backups).step { steps.append(step) }
        }
        if let subject, resource.assurance != .proven, !resource.paths.isEmpty {
            steps += RestoreTestAdvice(resource: subject, account: account).steps
        }
        if replicationGap?.contains("unread") == true || hasBackup == nil {
            steps.append(Advice("not everything was read: what is missing may be there"))
        }
        return steps
    }
}
