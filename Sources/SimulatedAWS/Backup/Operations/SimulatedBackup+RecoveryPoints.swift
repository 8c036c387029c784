import AWSModel
import Foundation

extension SimulatedBackup {
    func listRecoveryPoints(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let vault = try vault(call)
        let after = try call.time("createdAfter")
        let before = try call.time("createdBefore")
        let resource = call.parameter("resourceArn")
        let type = call.parameter("resourceType")
        let plan = call.parameter("backupPlanId")
        let parent = call.parameter("parentRecoveryPointArn")
        let points = vault.points.values.filter { point in
            (resource == nil || point.resourceARN == resource) && (type == nil || point.resourceType == type)
                && (plan == nil || point.origin?.planID == plan) && parent == nil
                && (after.map { point.createdAt > $0 } ?? true) && (before.map { point.createdAt < $0 } ?? true)
        }
        return try page(Self.newestFirst(points), call, member: "RecoveryPoints") { describe($0, in: vault) }
    }

    func describeRecoveryPoint(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let (vault, point) = try recoveryPoint(call)
        guard case .object(var members) = describe(point, in: vault) else { return .empty }
        members["StorageClass"] = .text(point.isCold(at: call.now) ? "COLD" : "WARM")
        return BackupReply(body: .object(members))
    }

    mutating func updateRecoveryPointLifecycle(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        var (vault, point) = try recoveryPoint(call)
        let lifecycle = call.lifecycle()
        try check(lifecycle)
        guard !point.isContinuous else {
            throw .invalidRequest("The lifecycle of a continuous backup is that of its backup plan.")
        }
        if lifecycle?.coldDays != nil, !BackupResourceType(named: point.resourceType).movesToColdStorage(lifecycle) {
            throw .invalidParameter("Recovery points of type \(point.resourceType) do not move to cold storage.")
        }
        if let lock = vault.lock {
            let kept = point.lifecycle?.retentionDays ?? .max
            guard lifecycle?.retentionDays ?? .max >= kept else {
                throw .invalidRequest("The retention of a recovery point in a locked backup vault cannot be shortened.")
            }
            if let refusal = lock.refusal(keeping: lifecycle?.retentionDays) { throw .invalidRequest(refusal) }
        }
        point.lifecycle = lifecycle
        nextExpiry = min(nextExpiry, call.now)
        regions[call.region]?.vaults[vault.name]?.points[point.arn] = point
        return .members([
            "BackupVaultArn": .text(vaultARN(vault.name, in: vault.region)), "RecoveryPointArn": .text(point.arn),
            "Lifecycle": point.lifecycle.map { .document($0) }, "CalculatedLifecycle": calculatedLifecycle(point),
        ])
    }

    mutating func deleteRecoveryPoint(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let (vault, point) = try recoveryPoint(call)
        guard vault.lock == nil else {
            throw .invalidRequest("Recovery point cannot be deleted: backup vault \(vault.name) is locked.")
        }
        regions[call.region]?.vaults[vault.name]?.points[point.arn] = nil
        return .empty
    }

    func getRestoreMetadata(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let (vault, point) = try recoveryPoint(call)
        return .members([
            "BackupVaultArn": .text(vaultARN(vault.name, in: vault.region)), "RecoveryPointArn": .text(point.arn),
            "RestoreMetadata": .map(point.restoreMetadata), "ResourceType": .text(point.resourceType),
        ])
    }

    func listRecoveryPointsByResource(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let resource = call.label("resource")
        guard ARN(resource) != nil else { throw .invalidParameter("Invalid resource ARN: \(resource)") }
        let rows = state(call.region).vaults.values.flatMap { vault in
            vault.points.values.filter { $0.resourceARN == resource }.map { (vault: vault, point: $0) }
        }.sorted { ($0.point.createdAt, $0.point.arn) > ($1.point.createdAt, $1.point.arn) }
        let isRDS = rows.first?.point.resourceType == "RDS"
        return try page(rows, call, member: "RecoveryPoints", minimumLimit: isRDS ? 20 : 1) { row in
            .members([
                "RecoveryPointArn": .text(row.point.arn), "CreationDate": .time(row.point.createdAt),
                "Status": .text(row.point.status.wire), "StatusMessage": .text(row.point.statusMessage),
                "EncryptionKeyArn": .text(row.point.keyARN), "BackupSizeBytes": .integer(Int(row.point.size.bytes)),
                "BackupVaultName": .text(row.vault.name), "IsParent": .flag(row.point.isParent),
                "ResourceName": .text(row.point.resourceName), "VaultType": .text(row.vault.type.rawValue),
            ])
        }
    }

    private func recoveryPoint(
        _ call: BackupCall
    ) throws(BackupRefusal) -> (vault: SimulatedVault, point: SimulatedRecoveryPoint) {
        let vault = try vault(call)
        guard let point = vault.points[call.label("point")] else {
            throw .notFound("Recovery point \(call.label("point")) not found in backup vault \(vault.name)")
        }
        return (vault, point)
    }

    static func newestFirst(_ points: some Sequence<SimulatedRecoveryPoint>) -> [SimulatedRecoveryPoint] {
        points.sorted { ($0.createdAt, $0.arn) > ($1.createdAt, $1.arn) }
    }

    private func calculatedLifecycle(_ point: SimulatedRecoveryPoint) -> BackupJSON? {
        guard point.deleteAt != nil || point.moveToColdStorageAt != nil else { return nil }
        return .members(["MoveToColdStorageAt": .time(point.moveToColdStorageAt), "DeleteAt": .time(point.deleteAt)])
    }

    private func describe(_ point: SimulatedRecoveryPoint, in vault: SimulatedVault) -> BackupJSON {
        .members([
            "RecoveryPointArn": .text(point.arn), "BackupVaultName": .text(vault.name),
            "BackupVaultArn": .text(vaultARN(vault.name, in: vault.region)),
            "SourceBackupVaultArn": .text(point.sourceVaultARN), "ResourceArn": .text(point.resourceARN),
            "ResourceType": .text(point.resourceType), "ResourceName": .text(point.resourceName),
            "CreatedBy": point.origin?.json, "IamRoleArn": .text(point.roleARN), "Status": .text(point.status.wire),
            "StatusMessage": .text(point.statusMessage), "CreationDate": .time(point.createdAt),
            "CompletionDate": .time(point.completedAt), "BackupSizeInBytes": .integer(Int(point.size.bytes)),
            "CalculatedLifecycle": calculatedLifecycle(point), "Lifecycle": point.lifecycle.map { .document($0) },
            "EncryptionKeyArn": .text(point.keyARN), "IsEncrypted": .flag(point.isEncrypted),
            "LastRestoreTime": .time(point.lastRestoredAt), "IsParent": .flag(point.isParent),
            "VaultType": .text(vault.type.rawValue),
        ])
    }
}

extension SimulatedJobOrigin {
    /// `CreatedBy` of jobs and recovery points.
    var json: BackupJSON {
        .members([
            "BackupPlanId": .text(planID), "BackupPlanArn": .text(planARN), "BackupPlanName": .text(planName),
            "BackupPlanVersion": .text(planVersion), "BackupRuleId": .text(ruleID), "BackupRuleName": .text(ruleName),
            "BackupRuleCron": .text(schedule), "BackupRuleTimezone": .text(timezone),
        ])
    }
}
