import AWSModel
import Foundation

/// Whether what a vault holds outlives a threat (2.9, 5.1).
enum VaultHold: Hashable, Sendable {
    /// With something an operator should know though it changes nothing.
    case held(String?)
    /// It does, unless somebody takes a step that is open to them.
    case weak(String)
    case lost(String)
}

extension AccountView {
    func vaultHolds(_ vault: BackupVault, against threat: Threat) -> VaultHold {
        switch threat {
        case .regionOutage, .accidentalDeletion, .versionPurge, .corruption, .keyLoss: return .held(nil)
        case .maliciousAdmin:
            guard isOwn(vault) else { return .held("the other account needs other administrators") }
            return againstAdministrator(vault)
        case .accountLoss:
            // A lock holds nothing then: contents are removed 90 days after the closure.
            return isOwn(vault) ? .lost("vault \(vault.name) goes with the account") : .held(nil)
        }
    }

    /// A vault whose account is not known passes for this account's.
    private func isOwn(_ vault: BackupVault) -> Bool {
        guard let caller, let owner = vault.arn.account else { return true }
        return caller == owner
    }

    /// Only a lock in compliance mode, past its grace time, binds an administrator.
    private func againstAdministrator(_ vault: BackupVault) -> VaultHold {
        let keyNote = "its key can still be scheduled for deletion"
        let note = vault.encryptionKeyType == "AWS_OWNED_KMS_KEY" ? nil : keyNote
        if vault.type == .known(.airGapped) { return .held(note) }
        guard vault.locked == true else { return .lost("vault \(vault.name) is not locked") }
        guard let date = vault.lockDate else {
            return .weak("vault \(vault.name) is locked in governance mode, which an administrator can lift")
        }
        guard date <= now else { return .weak("the lock of vault \(vault.name) can be lifted until \(date.day)") }
        return .held(note)
    }
}
