import AWSModel

extension AccountView {
    var costs: CostEstimator { CostEstimator(inventory, prices: prices ?? .dated, sources: sources) }

    /// Adds to each path what it costs, where somebody asked for costs.
    func price(_ assessment: inout ResourceAssessment, of resource: AccountResource) {
        guard prices != nil, !assessment.paths.isEmpty else { return }
        for index in assessment.paths.indices {
            assessment.paths[index].monthlyCost = cost(of: assessment.paths[index], to: resource)
        }
    }

    private func cost(of path: RecoveryPath, to resource: AccountResource) -> MonthlyCost {
        switch path.mechanism {
        case .s3Replication:
            guard let bucket = bucket(resource), let configuration = bucket.replication.value,
                let rules = DestinationRules.all(of: configuration).first(where: {
                    arn(ofBucket: $0.destination) == path.target
                })
            else { return Self.unpriced("its rules were not read") }
            return costs.replication(of: bucket, by: rules, to: path.region)
        case .backupCopy, .backup, .vaultLock:
            // Where there is none yet, the target is the vault.
            let point = vaults.copies(of: resource.arn).lazy.compactMap(\.newest.value)
                .first { $0.arn.text == path.target }
            return costs.backup(
                of: resource.type, named: resource.name, in: resource.region, kept: point, in: path.region)
        case .rdsAutomatedBackupReplication, .rdsReadReplica, .auroraGlobalDatabase, .dynamoDBGlobalTable,
            .ebsSnapshotCopy, .ebsSnapshot, .rdsSnapshotCopy, .rdsSnapshot, .dynamoDBBackup, .efsReplication,
            .s3Versioning, .s3ObjectLock, .pitr:
            return Self.unpriced("what \(path.mechanism.rawValue) costs is not worked out")
        }
    }

    private static func unpriced(_ why: String) -> MonthlyCost {
        MonthlyCost([MonthlyCost.Part(.other, .unknown(why))])
    }
}
