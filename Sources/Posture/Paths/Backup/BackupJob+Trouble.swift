package import AWSModel
import Foundation

extension BackupJob {
    /// It finished and said that it did not do all it should: "Completed with issues" (2.14), or that it backed up
    /// nothing, under whatever category.
    package var completedWithIssues: Bool {
        switch state {
        case .known(.completed): backedUpNothing || messageCategory.map { $0.uppercased() != "SUCCESS" } ?? false
        case .known(.partial): true
        default: false
        }
    }

    /// "No objects were backed up" of a job that counts as completed (2.8).
    var backedUpNothing: Bool { statusMessage?.lowercased().contains("no objects were backed up") ?? false }

    /// A second plan's "PITR already configured": the other plan's continuous backup goes on (2.3).
    var isAboutContinuousBackup: Bool { statusMessage?.lowercased().contains("pitr already configured") ?? false }

    /// Whether it made, with issues, the recovery point of that moment: made while the job ran, give or take a minute.
    func madeRecoveryPoint(at moment: Date) -> Bool {
        guard completedWithIssues, let start = createdAt else { return false }
        let end = completedAt ?? start
        return moment >= start.addingTimeInterval(-60) && moment <= end.addingTimeInterval(60)
    }

    /// It did not end well; a second plan's continuous backup that another plan already makes is no trouble.
    package var isTroubled: Bool {
        switch state {
        case .known(.failed), .known(.expired), .known(.aborted), .known(.partial): true
        case .known(.completed): completedWithIssues && !isAboutContinuousBackup
        default: false
        }
    }

    var outcomeWords: String {
        state == .known(.completed) ? "COMPLETED with issues" : state?.wire ?? "in an unknown state"
    }
}
