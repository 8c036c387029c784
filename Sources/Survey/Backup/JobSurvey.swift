import AWSCore
import AWSModel
import AWSServices
import Foundation
import Posture

/// Reads the jobs of a region that did not end well (2.14).
struct JobSurvey: Sendable {
    /// Completed jobs are many, and a filter takes one message category, not all but success: those "with issues" are
    /// looked for among all that AWS Backup remembers (2.13), as far as that is not too many.
    private static let completedWindow: TimeInterval = 30 * 86_400
    private static let mostCompleted = 20_000

    let reader: Reader
    let region: Region

    /// Those that did not end well, and the moment from which all completed ones were looked at; nil is all there are.
    func troubledJobs() async -> (jobs: Reading<[BackupJob]>, completedSince: Date?) {
        let completedSince = reader.now().addingTimeInterval(-Self.completedWindow)
        async let ended = withStates([.failed, .expired, .aborted, .partial]) { state in
            Backup.ListBackupJobs(state: state, maxResults: 1000)
        }
        async let completed: NewestJobs<BackupJob> = reader.newestJobs(
            Self.mostCompleted,
            of: Backup.ListBackupJobs(state: .completed, createdAfter: completedSince, maxResults: 1000), in: region,
            madeAt: { $0.createdAt })
        let newest = await completed
        let jobs = Self.joined([await ended, newest.jobs.map { jobs in jobs.filter(\.completedWithIssues) }])
        return (jobs, newest.reachesTo)
    }

    func troubledCopies() async -> Reading<[CopyJob]> {
        await withStates([.failed, .partial]) { state in Backup.ListCopyJobs(state: state, maxResults: 1000) }
    }

    private func withStates<O: PaginatedOperation, Item, State: Sendable>(
        _ states: [State], _ operation: @escaping @Sendable (State) -> O
    ) async -> Reading<[Item]> where O.Output == Page<Item> {
        Self.joined(await Fanout.map(states) { await reader.readAll(operation($0), in: region) })
    }

    /// All items where every part was read, else the first part that was not.
    private static func joined<Item>(_ readings: [Reading<[Item]>]) -> Reading<[Item]> {
        if let unread = readings.first(where: { !$0.isRead }) { return unread }
        let items = readings.flatMap { $0.value ?? [] }
        return readings[0].map { _ in items }
    }
}
