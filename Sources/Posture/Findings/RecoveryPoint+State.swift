import AWSModel
import Foundation

extension RecoveryPoint {
    /// Complete, or continuous and live (2.13).
    var isUsable: Bool { status == .known(.completed) || status == .known(.available) }

    /// Nothing to restore from, and nothing on its way: a first copy that is being made is not missing.
    func isMissingOrGone(at now: Date) -> Bool {
        if let deleted = calculatedLifecycle?.deleteAt, deleted <= now { return true }
        return status == .known(.expired) || status == .known(.deleting)
    }
}

extension RecoveryPointLifecycle {
    /// Days until deletion; nil keeps for ever, which AWS also writes as -1 (2.2).
    var deletionDays: Int? { deleteAfterDays.flatMap { $0 < 0 ? nil : $0 } }
}

extension BackupRule {
    /// Days; for ever is longer than any.
    var retentionDays: Int { lifecycle?.deletionDays ?? .max }
}
