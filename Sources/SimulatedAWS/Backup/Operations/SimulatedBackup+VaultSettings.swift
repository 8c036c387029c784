import AWSModel
import Foundation

extension SimulatedBackup {
    func getAccessPolicy(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let vault = try vault(call)
        guard let policy = vault.accessPolicy else {
            throw .notFound("Failed reading policy of backup vault \(vault.name): it has none.")
        }
        return .members([
            "BackupVaultName": .text(vault.name), "BackupVaultArn": .text(vaultARN(vault.name, in: vault.region)),
            "Policy": .text(policy),
        ])
    }

    mutating func putAccessPolicy(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let name = try vault(call).name
        regions[call.region]?.vaults[name]?.accessPolicy = try call.text("Policy")
        return .empty
    }

    mutating func deleteAccessPolicy(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let name = try vault(call).name
        regions[call.region]?.vaults[name]?.accessPolicy = nil
        return .empty
    }

    func getNotifications(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let vault = try vault(call)
        guard let notifications = vault.notifications else {
            throw .notFound("Failed reading notifications of backup vault \(vault.name): it has none.")
        }
        return .members([
            "BackupVaultName": .text(vault.name), "BackupVaultArn": .text(vaultARN(vault.name, in: vault.region)),
            "SNSTopicArn": .text(notifications.topicARN), "BackupVaultEvents": .texts(notifications.events),
        ])
    }

    mutating func putNotifications(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let name = try vault(call).name
        guard let events = call.body["BackupVaultEvents"]?.asTexts else { throw .missingParameter("BackupVaultEvents") }
        regions[call.region]?.vaults[name]?.notifications = SimulatedVaultNotifications(
            topicARN: try call.text("SNSTopicArn"), events: events)
        return .empty
    }

    mutating func deleteNotifications(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let name = try vault(call).name
        regions[call.region]?.vaults[name]?.notifications = nil
        return .empty
    }

    mutating func putVaultLock(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let vault = try vault(call)
        if vault.lock?.isImmutable(at: call.now) == true {
            throw .invalidRequest("Vault Lock configuration is immutable and cannot be modified")
        }
        let minimum = call.body["MinRetentionDays"]?.asInteger
        let maximum = call.body["MaxRetentionDays"]?.asInteger
        let grace = call.body["ChangeableForDays"]?.asInteger
        if let minimum, minimum < 1 { throw .invalidParameter("MinRetentionDays must be at least 1 day") }
        if let maximum, maximum > 36500 { throw .invalidParameter("MaxRetentionDays cannot exceed 36500 days") }
        if let minimum, let maximum, minimum > maximum {
            throw .invalidParameter("MinRetentionDays cannot be greater than MaxRetentionDays")
        }
        if let grace, grace < 3 { throw .invalidParameter("ChangeableForDays must be at least 3 days") }
        regions[call.region]?.vaults[vault.name]?.lock = SimulatedVaultLock(
            minRetentionDays: minimum, maxRetentionDays: maximum,
            lockDate: grace.map { call.now.addingTimeInterval(Double($0) * 86400) })
        return .empty
    }

    mutating func deleteVaultLock(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let vault = try vault(call)
        if vault.lock?.isImmutable(at: call.now) == true {
            throw .invalidRequest("Vault Lock configuration is immutable and cannot be deleted")
        }
        regions[call.region]?.vaults[vault.name]?.lock = nil
        return .empty
    }
}
