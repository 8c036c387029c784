import AWSModel
import Testing

@testable import Posture

private let vaultsRows: [FindingRow] = [
    .found("backup-vault-unlocked", "a vault in use") {
        $0.addVault {
            $0.locked = false; $0.recoveryPointCount = 3
        }
    },
    .found("backup-vault-unlocked", "a vault that a plan copies to") {
        $0.addVault { $0.locked = false }
        $0.addPlan()
    },
    .quiet("backup-vault-unlocked", "an empty one that nothing uses") {
        $0.addVault {
            $0.locked = false; $0.recoveryPointCount = 0
        }
    },
    .quiet("backup-vault-unlocked", "locked") {
        $0.addVault {
            $0.locked = true; $0.recoveryPointCount = 3
        }
    },
    .quiet("backup-vault-unlocked", "the lock is not told") { $0.addVault { $0.recoveryPointCount = 3 } },
    .quiet("backup-vault-unlocked", "fact 2.9: an air-gapped vault is always locked") {
        $0.addVault {
            $0.locked = false; $0.recoveryPointCount = 3; $0.type = .known(.airGapped)
        }
    },

    .found("backup-vault-lock-in-grace", "fact 2.9: the date is to come") {
        $0.addVault {
            $0.locked = true; $0.lockDate = TestAccount.hoursAgo(-24)
        }
    },
    .quiet("backup-vault-lock-in-grace", "the date is past") {
        $0.addVault {
            $0.locked = true; $0.lockDate = TestAccount.hoursAgo(24)
        }
    },
    .quiet("backup-vault-lock-in-grace", "fact 2.9: no date is governance") { $0.addVault { $0.locked = true } },
]

@Suite("Findings about backup vaults")
struct BackupVaultFindingTests {
    @Test("each has its finding", arguments: vaultsRows)
    func vaults(row: FindingRow) { row.check() }
}
