import AWSModel
import Foundation

extension SimulatedBackup {
    func listBackupVaults(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        var vaults = state(call.region).vaults.values.sorted { $0.name < $1.name }
        if let type = call.parameter("vaultType") { vaults.removeAll { $0.type.rawValue != type } }
        if call.parameter("shared") == "true" { vaults = [] }
        return try page(vaults, call, member: "BackupVaultList") { describe($0) }
    }

    func describeBackupVault(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        BackupReply(body: describe(try vault(call)))
    }

    mutating func createBackupVault(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        if let reply = try existingVault(call) { return reply }
        let keyARN = call.body["EncryptionKeyArn"]?.asText
        if let keyARN, ARN(keyARN)?.service != "kms" {
            throw .invalidParameter("Invalid encryption key ARN: \(keyARN)")
        }
        return create(
            SimulatedVault(
                name: call.label("vault"), region: call.region, keyARN: keyARN, createdAt: call.now,
                creatorRequestID: call.creatorRequestID, tags: call.body["BackupVaultTags"]?.asMap ?? [:]))
    }

    mutating func createAirGappedVault(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        guard let minimum = call.body["MinRetentionDays"]?.asInteger else {
            throw .missingParameter("MinRetentionDays")
        }
        guard let maximum = call.body["MaxRetentionDays"]?.asInteger else {
            throw .missingParameter("MaxRetentionDays")
        }
        if let reply = try existingVault(call) { return reply }
        guard minimum >= 7, maximum >= minimum, maximum <= 36500 else {
            throw .invalidParameter("MinRetentionDays must be at least 7 and not above MaxRetentionDays.")
        }
        let vault = SimulatedVault(
            name: call.label("vault"), region: call.region, type: .airGapped,
            keyARN: call.body["EncryptionKeyArn"]?.asText, createdAt: call.now,
            creatorRequestID: call.creatorRequestID,
            lock: SimulatedVaultLock(minRetentionDays: minimum, maxRetentionDays: maximum, lockDate: call.now),
            tags: call.body["BackupVaultTags"]?.asMap ?? [:])
        return create(vault)
    }

    mutating func deleteBackupVault(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        guard try vault(call).points.isEmpty else {
            throw .invalidRequest("Backup vault cannot be deleted because it contains recovery points.")
        }
        regions[call.region]?.vaults[call.label("vault")] = nil
        return .empty
    }

    private mutating func create(_ vault: SimulatedVault) -> BackupReply {
        add(vault)
        return .members([
            "BackupVaultName": .text(vault.name), "BackupVaultArn": .text(vaultARN(vault.name, in: vault.region)),
            "CreationDate": .time(vault.createdAt),
            "VaultState": vault.type == .airGapped ? .text(vault.state.rawValue) : nil,
        ])
    }

    /// The reply for a vault that the same request made before.
    private func existingVault(_ call: BackupCall) throws(BackupRefusal) -> BackupReply? {
        let name = call.label("vault")
        guard name.wholeMatch(of: /[a-zA-Z0-9\-_]{2,50}/) != nil else {
            throw .invalidParameter("Invalid backup vault name: \(name)")
        }
        guard let vault = state(call.region).vaults[name] else { return nil }
        let arn = vaultARN(name, in: call.region)
        guard let token = call.creatorRequestID, token == vault.creatorRequestID else {
            throw .alreadyExists(
                "Backup vault with the same name already exists", arn: arn, creatorRequestID: vault.creatorRequestID)
        }
        return .members([
            "BackupVaultName": .text(name), "BackupVaultArn": .text(arn), "CreationDate": .time(vault.createdAt),
        ])
    }

    private func describe(_ vault: SimulatedVault) -> BackupJSON {
        let keyType: String? =
            switch (vault.keyARN, vault.type) {
            case (.some, _): "CUSTOMER_MANAGED_KMS_KEY"
            case (nil, .airGapped): "AWS_OWNED_KMS_KEY"
            case (nil, _): nil
            }
        return .members([
            "BackupVaultName": .text(vault.name), "BackupVaultArn": .text(vaultARN(vault.name, in: vault.region)),
            "VaultType": .text(vault.type.rawValue), "VaultState": .text(vault.state.rawValue),
            "EncryptionKeyArn": vault.keyARN == nil && vault.type == .airGapped ? nil : .text(keyARN(of: vault)),
            "EncryptionKeyType": .text(keyType), "CreationDate": .time(vault.createdAt),
            "CreatorRequestId": .text(vault.creatorRequestID), "NumberOfRecoveryPoints": .integer(vault.points.count),
            "Locked": .flag(vault.lock != nil), "MinRetentionDays": .integer(vault.lock?.minRetentionDays),
            "MaxRetentionDays": .integer(vault.lock?.maxRetentionDays), "LockDate": .time(vault.lock?.lockDate),
        ])
    }
}
