import AWSModel
import Foundation
import Testing

@testable import SimulatedAWS

@Suite("Replication of file systems")
struct SimulatedFileReplicationTests {
    private let start = TestAccount.start
    private let replication: SimulatedFileReplication

    init() throws {
        replication = SimulatedFileReplication(
            source: try #require(ARN("arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/fs-1")),
            destination: try #require(ARN("arn:aws:elasticfilesystem:us-west-2:123456789012:file-system/fs-2")),
            createdAt: start)
    }

    @Test("is being enabled until the first copy is whole")
    func enabling() {
        #expect(replication.status(at: start.addingTimeInterval(1_799)) == "ENABLING")
        #expect(replication.lastReplicated(at: start.addingTimeInterval(1_799)) == nil)
        #expect(replication.status(at: start.addingTimeInterval(1_800)) == "ENABLED")
    }

    @Test(
        "holds a moment of fifteen to thirty minutes ago",
        arguments: Array(stride(from: 1_800.0, to: 90_000, by: 7_777)))
    func moves(_ seconds: Double) throws {
        let now = start.addingTimeInterval(seconds)
        let held = try #require(replication.lastReplicated(at: now))
        #expect((900...1_800).contains(now.timeIntervalSince(held)))
    }

    @Test("that went wrong holds what it held, and says so")
    func failing() {
        var failed = replication
        failed.failure = .init(since: start.addingTimeInterval(36_000), message: "no key")
        let then = failed.lastReplicated(at: start.addingTimeInterval(36_000))
        #expect(failed.lastReplicated(at: start.addingTimeInterval(900_000)) == then)
        #expect(failed.status(at: start.addingTimeInterval(900_000)) == "ERROR")
    }
}
