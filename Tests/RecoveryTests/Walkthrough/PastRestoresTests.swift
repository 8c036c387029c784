import AWSModel
import Foundation
import Posture
import Testing

@testable import Recovery

@Suite("What restores like it took")
struct PastRestoresTests {
    private func usually(_ jobs: [RestoreJob]) throws -> String? {
        var inventory = try TestInventory.make()
        for index in inventory.backup.indices where inventory.backup[index].region == "us-west-2" {
            inventory.backup[index].restores = TestInventory.read(jobs)
        }
        let briefing = Briefing(inventory, now: TestInventory.now)
        let need = Need.ways(resource: "arn:aws:s3:::media", Incident(.regionLost, lost: "us-east-1"))
        guard case .ways(let ways)? = briefing.fact(for: need) else { return nil }
        return ways.first?.usually
    }

    private func job(
        _ id: String, minutes: Double, gibibytes: Int64 = 10, type: String = "S3",
        _ status: RestoreJob.Status = .completed
    ) -> RestoreJob {
        let start = TestInventory.now.addingTimeInterval(-86_400)
        return RestoreJob(
            id: id, status: .known(status), resourceType: type, createdAt: start,
            completedAt: start.addingTimeInterval(minutes * 60), size: ByteCount(gibibytes << 30))
    }

    @Test("Is said with the number of jobs of that type and size, each counted once")
    func past() throws {
        let jobs = [job("a", minutes: 6), job("b", minutes: 9, gibibytes: 20), job("c", minutes: 30, gibibytes: 5)]
        let words = try usually(jobs + [job("a", minutes: 6)])
        #expect(words == "9 min (the middle of 3 past restores of S3 of about this size there: 6 min to 30 min)")
        #expect(try usually([job("a", minutes: 6)]) == "6 min (one past restore of S3 of about this size there)")
    }

    @Test("Is typical where no job is like it")
    func typical() throws {
        let jobs = [
            job("a", minutes: 6, gibibytes: 100), job("e", minutes: 6, gibibytes: 4), job("b", minutes: 6, type: "EFS"),
            job("c", minutes: 6, .failed),
            job("d", minutes: 0),
        ]
        #expect(try usually(jobs) == "4 h (typical)")
    }
}
