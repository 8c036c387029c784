import AWSCore
import AWSModel
import Foundation
import Posture
import SimulatedAWS
import Testing

@testable import Survey

@Suite("Jobs that did not end well")
struct JobSurveyTests {
    /// What is read where each question for completed jobs is answered so.
    private func jobs(
        completed: @escaping @Sendable (_ query: [QueryItem], _ number: Int) -> String
    ) async -> (jobs: Reading<[BackupJob]>, completedSince: Date?) {
        let asked = Lock(0)
        let tampered = TamperedAWS(base: SimulatedAWS(at: Date(timeIntervalSince1970: 1_795_000_000))) { request in
            guard request.path == "/backup-jobs/", request.query.contains(QueryItem("state", "COMPLETED")) else {
                return nil
            }
            let number = asked.withLock { asked in
                asked += 1
                return asked
            }
            return .reply(completed(request.query, number))
        }
        return await JobSurvey(reader: tampered.reader, region: "us-east-1").troubledJobs()
    }

    private static func page(_ job: String, count: Int = 1, next: String? = nil) -> String {
        let rows = Array(repeating: "{\"BackupJobId\":\"j\",\"State\":\"COMPLETED\"\(job)}", count: count)
        return "{\"BackupJobs\":[\(rows.joined(separator: ","))]\(next.map { ",\"NextToken\":\"\($0)\"" } ?? "")}"
    }

    @Test("of more completed jobs than are looked at it is told how far back they go")
    func truncated() async {
        let endless = await jobs { _, number in
            Self.page(",\"CreationDate\":\(1_795_000_000 - number * 60)", count: 1000, next: "page\(number)")
        }
        #expect(endless.jobs.value == [])
        #expect(endless.completedSince == Date(timeIntervalSince1970: 1_795_000_000 - 20 * 60))
        let most = await jobs { _, number in Self.page("", count: 1000, next: number < 20 ? "page\(number)" : nil) }
        #expect(most.jobs.value == [] && most.completedSince == nil)
    }

    @Test("where they come without dates and are cut off, nothing is known of any moment")
    func truncatedWithoutDates() async {
        let endless = await jobs { _, number in Self.page("", count: 1000, next: "page\(number)") }
        #expect(endless.completedSince == Date(timeIntervalSince1970: 1_795_000_000))
    }

    @Test("fact 2.8: a job that backed up nothing is among them, whatever its category")
    func nothingBackedUp() async {
        let message = ",\"StatusMessage\":\"No objects were backed up\""
        let successful = await jobs { _, _ in Self.page(message + ",\"MessageCategory\":\"SUCCESS\"") }
        #expect(successful.jobs.value?.count == 1)
        let plain = await jobs { _, _ in Self.page(message) }
        #expect(plain.jobs.value?.count == 1)
        let good = await jobs { _, _ in Self.page(",\"MessageCategory\":\"Success\"") }
        #expect(good.jobs.value == [])
    }

    @Test("completed jobs of thirty days are asked for, all that AWS Backup remembers")
    func window() async {
        let asked = Lock<[QueryItem]>([])
        _ = await jobs { query, _ in
            asked.withLock { $0 = query }
            return Self.page("")
        }
        let since = asked.withLock { $0 }.first { $0.name == "createdAfter" }?.value
        #expect(since?.hasPrefix("2026-10-19") == true)
    }
}
