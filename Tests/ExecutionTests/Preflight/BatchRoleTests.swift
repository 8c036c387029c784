import AWSModel
import Foundation
import Recovery
import SimulatedAWS
import Testing

@testable import Execution

@Suite("The role of a Batch Replication job")
struct BatchRoleTests {
    private static let all = [
        "s3:InitiateReplication", "s3:GetReplicationConfiguration", "s3:PutInventoryConfiguration", "s3:PutObject",
    ]

    private func check(_ name: String, allowing actions: [String], trust: String) async throws -> PreflightCheck {
        let bench = try await WalkthroughBench()
        bench.aws.configure { _ = $0.createServiceRole("batch", for: trust, allowing: actions) }
        let aws = bench.aws
        let call = PlannedCall(
            token: "t", region: "us-east-1", resource: "arn:aws:s3:::media-originals",
            action: .createReplicationJob(
                bucket: "media-originals", role: "arn:aws:iam::123456789012:role/batch", reportBucket: "access-logs",
                reportPrefix: "r"))
        let checks = await Execution.Preflight(client: bench.client, now: { aws.now }).check(call)
        return try #require(checks.first { $0.name == name })
    }

    @Test(
        "has all four rights, or the one that it lacks is named, with advice that is not for AWS Backup", arguments: all
    )
    func lacking(_ action: String) async throws {
        let name = "role has the permissions"
        let service = BatchReplicationRole.service
        let whole = try await check(name, allowing: Self.all, trust: service)
        #expect(whole.result == .passed)
        let check = try await check(name, allowing: Self.all.filter { $0 != action }, trust: service)
        #expect(check.result == .failed && check.detail.contains("\(action) on arn:aws:s3:::"))
        #expect(check.advice?.contains("s3:InitiateReplication") == true && check.advice?.contains("Backup") == false)
    }

    @Test("that backup plans take is not taken by S3")
    func trust() async throws {
        let check = try await check("role can be assumed", allowing: Self.all, trust: "backup.amazonaws.com")
        #expect(check.result == .failed)
    }
}
