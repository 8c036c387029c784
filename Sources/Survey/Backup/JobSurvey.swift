import AWSCore
import AWSModel
import AWSServices
import Foundation
import Posture

/// Reads the jobs of a region that did not end well (2.14).
struct JobSurvey: Sendable {
    /// Completed jobs are many, and a filter takes one message category, not all but success: those "with issues" are
    /// looked for among all of the last eight days, so that a weekly backup is among them.
    private static let completedWindow: TimeInterval = 8 * 86_400
    private static let completedLimit = Reader.Limit(count: 20_000, noun: "jobs")

    let reader: Reader
    let region: Region

    func troubledJobs() async -> Reading<[BackupJob]> {
        let completedSince = reader.now().addingTimeInterval(-Self.completedWindow)
        async let ended = withStates([.failed, .expired, .aborted, .partial]) { state in
            Backup.ListBackupJobs(state: state, maxResults: 1000)
        }
        async let completed: Reading<[BackupJob]> = reader.readAll(
            Backup.ListBackupJobs(state: .completed, createdAfter: completedSince, maxResults: 1000), in: region,
            limit: Self.completedLimit)
        return Self.joined([
            await ended, await completed.map { jobs in jobs.filter(\.completedWithIssues) },
        ])
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
