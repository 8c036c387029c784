import AWSCore
import AWSModel
import Foundation
import Posture
import SimulatedAWS
import Testing

@testable import Survey

@Suite("The jobs of the last 30 days")
struct JobHistorySurveyTests {
    private static let now = 1_795_000_000.0
    private static func ago(_ seconds: Double) -> Date { Date(timeIntervalSince1970: now - seconds) }

    /// What is read where each page of backup jobs is answered so, and how often one was asked for.
    private func jobs(
        page: @escaping @Sendable (_ number: Int) -> String
    ) async -> (jobs: RegionJobs, calls: Int) {
        let asked = Lock(0)
        let tampered = TamperedAWS(base: SimulatedAWS(at: Date(timeIntervalSince1970: Self.now))) { request in
            guard request.path == "/backup-jobs/" else { return nil }
            let number = asked.withLock { asked in
                asked += 1
                return asked
            }
            return .reply(page(number))
        }
        let jobs = await JobHistorySurvey(reader: tampered.reader, region: "us-east-1").jobs()
        return (jobs, asked.withLock { $0 })
    }

    /// A thousand jobs, each a second older than the one before; pages go on to the last.
    private static func page(_ number: Int, of last: Int, ascending: Bool = false) -> String {
        let rows = (0..<1000).map { row in
            let seconds = Double((number - 1) * 1000 + row)
            let created = ascending ? now - 1e6 + seconds : now - seconds
            return "{\"BackupJobId\":\"\(number)-\(row)\",\"State\":\"COMPLETED\",\"CreationDate\":\(created)}"
        }
        let next = number < last ? ",\"NextToken\":\"\(number)\"" : ""
        return "{\"BackupJobs\":[\(rows.joined(separator: ","))]\(next)}"
    }

    @Test("an endless listing is given up after five thousand jobs, and reaches back to the last of them")
    func endless() async {
        let (jobs, calls) = await jobs { Self.page($0, of: .max) }
        #expect(calls <= 6)
        #expect(jobs.isTruncated)
        #expect(jobs.backups.value?.count == 5000)
        #expect(jobs.since == Self.ago(4999))
    }

    @Test("a listing of just five thousand jobs is whole")
    func most() async {
        let (jobs, _) = await jobs { Self.page($0, of: 5) }
        #expect(!jobs.isTruncated)
        #expect(jobs.backups.value?.count == 5000)
        #expect(jobs.since == Self.ago(30 * 86_400))
    }

    @Test("of a listing that was given up and is not newest first nothing is known to be whole")
    func outOfOrder() async {
        let (jobs, _) = await jobs { Self.page($0, of: .max, ascending: true) }
        #expect(jobs.isTruncated)
        #expect(jobs.since == Self.ago(0))
    }

    @Test(
        "a denial costs only what it denies",
        arguments: ["backup:ListBackupJobs", "backup:ListCopyJobs", "backup:ListRestoreJobs"])
    func denied(action: String) async throws {
        let aws = SimulatedAWS(at: Date(timeIntervalSince1970: Self.now))
        aws.faults.denials = [SimulatedFaults.Denial(action)]
        let reader = TamperedAWS(base: aws, answer: { _ in nil }).reader
        let jobs = await JobHistorySurvey(reader: reader, region: "us-east-1").jobs()
        let read = [jobs.backups.isRead, jobs.copies.isRead, jobs.restores.isRead]
        #expect(read.filter { !$0 }.count == 1)
        #expect(read[action.contains("Backup") ? 0 : action.contains("Copy") ? 1 : 2] == false)
    }

    @Test("of the demo account make a calendar with completed, failed, missed and yielded runs, and gaps")
    func demo() async throws {
        let aws = DemoAccount.make(now: Date(timeIntervalSince1970: Self.now))
        let tampered = TamperedAWS(base: aws, answer: { _ in nil })
        let survey = AccountSurvey(client: tampered.client, homeRegion: "us-east-1", now: { aws.now })
        var inventory = try await survey.inventory()
        inventory.history = await survey.history(of: inventory)
        let calendar = BackupCalendar(of: inventory, now: aws.now)

        func label(_ run: CalendarRun) -> String { "\(run.moment.formatted(.iso8601)) \(calendar.rule(of: run).label)" }
        let missed = calendar.runs.filter { $0.state == .missed }.map(label)
        #expect(missed == ["2026-11-07T14:00:00Z film-library/daily"])
        // On the first of the month the rule of the longer retention makes the backup (2.4).
        let yielded = calendar.runs.filter { $0.state == .yielded }.map(label)
        #expect(
            yielded == [
                "2026-11-01T02:00:00Z media-renditions/nightly", "2026-12-01T02:00:00Z media-renditions/nightly",
            ])
        #expect(calendar.runs.contains { if case .failed = $0.state { true } else { false } })
        #expect(calendar.gapDays.contains(CivilDate(year: 2026, month: 11, day: 7)))
        #expect(calendar.days.allSatisfy { $0.unplanned.isEmpty })
        #expect(calendar.days.contains { !$0.restores.isEmpty })
    }
}
