import AWSModel
import Foundation

/// Whether what a vault holds outlives a threat (2.9, 5.1).
enum VaultHold: Hashable, Sendable {
    /// With something an operator should know though it changes nothing.
    case held(String?)
    /// It does, unless somebody takes a step that is open to them.
    case weak(String)
    case lost(String)
    /// Whether it does is not read.
    case unknown(String)
}

/// What each vault holds against each threat: told once, for every resource asks it.
struct VaultHolds: Sendable {
    private let byThreat: [Threat: [VaultHold]]

    init(_ places: [VaultIndex.Place], _ inventory: Inventory, now: Date) {
        let caller = inventory.caller.value?.account
        byThreat = Dictionary(
            uniqueKeysWithValues: Threat.allCases.map { threat in
                (threat, places.map { Self.hold(of: $0.vault, against: threat, caller, inventory.keys, now) })
            })
    }

    /// - Parameter place: a vault's number in its index.
    func hold(of place: Int, against threat: Threat) -> VaultHold { byThreat[threat]?[place] ?? .held(nil) }

    private static func hold(
        of vault: BackupVault, against threat: Threat, _ caller: AccountID?,
        _ keys: [KeyReference: Reading<KeyMetadata>], _ now: Date
    ) -> VaultHold {
        switch threat {
        case .regionOutage, .accidentalDeletion, .versionPurge, .corruption, .keyLoss: return .held(nil)
        case .maliciousAdmin:
            guard isOwn(vault, caller) else { return .held("the other account needs other administrators") }
            return againstAdministrator(vault, keys, now)
        case .accountLoss:
            guard isOwn(vault, caller) else { return .held(nil) }
            // A lock holds nothing then: contents are removed 90 days after the closure. A team that approves its
            // sharing may reach an air-gapped one until then (note 16).
            return vault.type == .known(.airGapped)
                ? .unknown("whether a team can share vault \(vault.name) without the account is not read")
                : .lost("vault \(vault.name) goes with the account")
        }
    }

    /// A vault whose account is not known passes for this account's.
    private static func isOwn(_ vault: BackupVault, _ caller: AccountID?) -> Bool {
        guard let caller, let owner = vault.arn.account else { return true }
        return caller == owner
    }

    /// Only a lock in compliance mode, past its grace time, binds an administrator.
    private static func againstAdministrator(
        _ vault: BackupVault, _ keys: [KeyReference: Reading<KeyMetadata>], _ now: Date
    ) -> VaultHold {
        let keyNote = "its key can still be scheduled for deletion"
        let key = vault.encryptionKeyARN.flatMap { name in
            ARN(name)?.region.flatMap { keys[KeyReference(name: name, region: $0)]?.value }
        }
        let isOfAWS = vault.encryptionKeyType == "AWS_OWNED_KMS_KEY" || key?.manager == .known(.aws)
        let note = isOfAWS ? nil : keyNote
        if vault.type == .known(.airGapped) { return .held(note) }
        guard vault.locked == true else { return .lost("vault \(vault.name) is not locked") }
        guard let date = vault.lockDate else {
            return .weak("vault \(vault.name) is locked in governance mode, which an administrator can lift")
        }
        guard date <= now else { return .weak("the lock of vault \(vault.name) can be lifted until \(date.day)") }
        return .held(note)
    }
}

extension AccountView {
    func vaultHolds(_ place: VaultIndex.Place, against threat: Threat) -> VaultHold {
        holds.hold(of: place.number, against: threat)
    }
}
