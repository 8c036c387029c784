/// Every rule of judgement.
package enum FindingCatalogue {
    package static let all: [any FindingRule] = s3 + backup + native + [ObjectiveMissed()]

    private static let s3: [any FindingRule] = [
        S3NoReplication(), S3ReplicationSameRegion(), S3ReplicationRuleDisabled(), S3ReplicationPartialScope(),
        S3VersioningNotEnabled(), S3DestinationMissing(), S3DestinationVersioningNotEnabled(),
        S3DestinationUnreadable(), S3KMSObjectsNotSelected(), S3ReplicaKeyWrongRegion(), S3DeletesPropagate(),
        S3ExistingObjectsUnverified(), S3ObjectsNotReplicated(), S3ReplicationFailing(), S3ReplicationLagging(),
        S3ReplicationRoleIncomplete(),
        S3DestinationObjectLockMissing(), S3LockedObjectsUnverified(), S3DestinationLifecycleShortens(),
        S3BackupEventbridgeOff(),
        S3ReplicationUnnecessary(),
    ]
    private static let backup: [any FindingRule] = [
        BackupNotSelected(), BackupTypeNotOptedIn(), BackupPlanWithoutSelection(), BackupNoCrossRegionCopy(),
        BackupCopyMissing(), BackupCopyFailing(), BackupRecoveryPointStale(), BackupJobsFailing(),
        BackupScheduleNeverFires(), BackupOverlappingRules(), BackupRuleInMaintenanceWindow(), BackupLifecycleInvalid(),
        BackupRetentionOutsideLock(),
        BackupVaultUnlocked(), BackupVaultLockInGrace(), BackupRoleLacksS3(), BackupRestoreUntested(),
        DynamoDBCopyNeedsAdvancedBackup(),
    ]

    private static let native: [any FindingRule] = [
        RDSAutomatedBackupsOff(), RDSMultiAZIsNotDR(), AuroraHeadlessSecondary(), DynamoDBPITROff(),
        DynamoDBPITRIsRegional(), EBSNoSnapshot(), EFSOneZone(),
    ]

    /// Worst first, then by resource and name.
    package static func findings(in account: AccountView) -> [Finding] {
        // Thousands of findings of a kind say the same of how to mend them, or rest on the same calls.
        var words = SharedValues(account.resources.lazy.map(\.arn))
        var bases = SharedValues<[Evidence]>()
        var findings: [Finding] = []
        for rule in all {
            for var finding in rule.findings(in: account) {
                finding.resource = words.shared(finding.resource)
                finding.fix = words.shared(finding.fix)
                finding.evidence = bases.shared(finding.evidence)
                findings.append(finding)
            }
        }
        return sorted(findings)
    }

    /// By numbers as far as they tell: there may be a hundred thousand, and ARNs begin alike.
    private static func sorted(_ findings: [Finding]) -> [Finding] {
        let severities = Dictionary(uniqueKeysWithValues: Finding.Severity.allCases.enumerated().map { ($1, $0) })
        let resources = Set(findings.lazy.map(\.resource)).sorted()
        let ranks = Dictionary(uniqueKeysWithValues: resources.enumerated().map { ($1, $0) })
        let keys = findings.map { finding in
            (severities[finding.severity] ?? 0) * resources.count + (ranks[finding.resource] ?? 0)
        }
        let order = findings.indices.sorted { a, b in
            if keys[a] != keys[b] { return keys[a] < keys[b] }
            return (findings[a].id, findings[a].message) < (findings[b].id, findings[b].message)
        }
        return order.map { findings[$0] }
    }
}
