import AWSModel
import Foundation
import Recovery
import SimulatedAWS
import Testing

@testable import Execution

@Suite("A restore into what was there before")
struct ExistingDestinationTests {
    private static let role = "arn:aws:iam::123456789012:role/northlight-backup"

    private func verified(since: Date?, writesAfter: Bool) async throws -> [PreflightCheck] {
        let bench = try await WalkthroughBench()
        bench.aws.configure { account in
            account.createBucket("prepared", in: "us-west-2", versioning: .enabled)
            _ = try? account.write(ObjectDraft(key: "old", content: .bytes([1])), to: "prepared")
        }
        bench.aws.advance(by: .seconds(3600))
        if writesAfter {
            bench.aws.configure { account in
                _ = try? account.write(ObjectDraft(key: "new", content: .bytes([1, 2])), to: "prepared")
            }
        }
        return await Verification(client: bench.client).verify(
            created: "arn:aws:s3:::prepared", in: "us-west-2", .existing(since: since))
    }

    private var confirmed: Date { WalkthroughBench.moment.addingTimeInterval(3600) }

    @Test("is not proven by what lay there")
    func nothingNew() async throws {
        let checks = try await verified(since: confirmed, writesAfter: false)
        #expect(checks.first { $0.name == "bucket holds objects" }?.result == .failed, "\(checks)")
    }

    @Test("counts what is newer than its confirmation alone")
    func new() async throws {
        let checks = try await verified(since: confirmed, writesAfter: true)
        let found = try #require(checks.first { $0.name == "bucket holds objects" })
        #expect(found.result == .passed && found.detail == "1 objects, 2 bytes, without 1 that lay there before")
    }

    @Test("says that it does not know where nobody knows when that was")
    func unknown() async throws {
        let checks = try await verified(since: nil, writesAfter: true)
        #expect(checks.map(\.result) == [.unknown])
    }

    @Test("of a file system proves nothing from outside")
    func fileSystem() async throws {
        let bench = try await WalkthroughBench()
        let checks = await Verification(client: bench.client).verify(
            created: "arn:aws:elasticfilesystem:us-west-2:123456789012:file-system/fs-0f83b6e5a1d4c7290",
            in: "us-west-2", .existing(since: confirmed))
        #expect(checks.map(\.result) == [.unknown])
    }

    @Test("keeps when it was confirmed")
    func confirmedAt() async throws {
        let bench = try await WalkthroughBench()
        bench.aws.configure { $0.createBucket("prepared", in: "us-west-2", versioning: .enabled) }
        var walk = bench.walkthrough()
        bench.aws.advance(by: .seconds(60))
        _ = try await bench.go(
            &walk,
            [
                "incident": "region-lost", "lost": "us-east-1", "resource": "arn:aws:s3:::terraform-state",
                "bucket-is": "existing", "bucket": "prepared", "role": Self.role, "works": "yes",
            ])
        #expect(walk.confirmedAt == WalkthroughBench.moment.addingTimeInterval(60))
        #expect(walk.record(at: bench.aws.now)?.outcome == .succeeded)
    }
}
