package import AWSModel
package import Foundation

extension RecoveryPoint {
    /// Complete, or continuous and live (2.13).
    package var isUsable: Bool { status == .known(.completed) || status == .known(.available) }

    /// Past its retention, or being deleted: restorable perhaps, but not to be counted on (2.13). A first copy that is
    /// being made is not gone, nor is a live continuous backup: it rolls on, and its days say how far it reaches back, not
    /// when it ends (2.3).
    package func isGone(at now: Date) -> Bool {
        if status == .known(.expired) || status == .known(.deleting) { return true }
        return !isLive && (deletedAt.map { $0 <= now } ?? false)
    }

    /// A continuous backup that goes on: it follows its resource at minutes, S3 at a quarter of an hour (2.3).
    var isLive: Bool { status == .known(.available) }

    /// When its retention ends: as AWS works it out, else its days from its creation on (2.2); nil where it is kept for
    /// ever or not known.
    package var deletedAt: Date? {
        if let date = calculatedLifecycle?.deleteAt { return date }
        guard let createdAt, let days = lifecycle?.deletionDays else { return nil }
        return createdAt.addingTimeInterval(Double(days) * 86_400)
    }

    /// As its lifecycle says, else the whole days between its creation and its deletion; nil where neither is known.
    var retention: Retention? {
        // It goes as soon as it is copied (2.2).
        if lifecycle?.deleteAfterEvent != nil { return .lasting(.zero) }
        if let days = lifecycle?.deletionDays { return .lasting(.days(days)) }
        if let createdAt, let deletedAt {
            return .lasting(.days(Int((Duration(from: createdAt, to: deletedAt).components.seconds + 43_200) / 86_400)))
        }
        return lifecycle == nil ? nil : .forever
    }
}

extension RecoveryPointLifecycle {
    /// Days until deletion; nil keeps for ever, which AWS also writes as -1 (2.2).
    var deletionDays: Int? { deleteAfterDays.flatMap { $0 < 0 ? nil : $0 } }
}

extension BackupRule {
    /// Days; for ever is longer than any, and what goes once it is copied is kept for none.
    var retentionDays: Int { lifecycle?.deleteAfterEvent != nil ? 0 : lifecycle?.deletionDays ?? .max }
}
