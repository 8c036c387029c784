import AWSModel
import Foundation
import Testing

@testable import SimulatedAWS

@Suite("Lifecycle policies")
struct LifecyclePolicyTests {
    private static let home: Region = "us-east-1"
    private static let away: Region = "us-west-2"

    private func account(copying region: Region = away, state: String = "ENABLED") -> SimulatedAccount {
        var account = SimulatedAccount(at: TestAccount.start)
        account.volumes.addVolume("vol-1", in: Self.home, account: account.id, at: account.now)
        account.volumes.updateVolume("vol-1", in: Self.home) { $0.tags = ["keep": "yes"] }
        account.volumes.addVolume("vol-2", in: Self.home, account: account.id, at: account.now)
        let details = JSONText.object([
            "ResourceTypes": .array([.string("VOLUME")]),
            "TargetTags": .array([.object(["Key": .string("keep"), "Value": .string("yes")])]),
            "Schedules": .array([
                .object([
                    "CreateRule": .object(["Interval": .integer(24), "Times": .array([.string("03:00")])]),
                    "RetainRule": .object(["Count": .integer(3)]),
                    "CrossRegionCopyRules": .array([
                        .object([
                            "Target": .string(region.name), "Encrypted": .bool(true),
                            "RetainRule": .object(["Interval": .integer(2), "IntervalUnit": .string("DAYS")]),
                        ])
                    ]),
                ])
            ]),
        ])
        let policy = account.lifecyclePolicies.add(
            "daily", details: details, roleARN: "", in: Self.home, account: account.id, at: account.now)
        account.lifecyclePolicies.update(policy.id, in: Self.home) { $0.state = state }
        return account
    }

    @Test("snapshot the volumes with their tag, keep the newest, and copy them away", arguments: [1, 9])
    func run(steps: Int) {
        var account = account()
        for _ in 0..<steps { account.advance(by: .seconds(9 * 86_400 / steps)) }
        let snapshots = account.volumes.sortedSnapshots(in: Self.home)
        #expect(snapshots.map(\.volumeID) == ["vol-1", "vol-1", "vol-1"])
        let copies = account.volumes.sortedSnapshots(in: Self.away)
        #expect(copies.count == 2)
        #expect(copies.allSatisfy { $0.volumeID == "vol-ffffffff" && $0.keyARN?.contains("alias/aws/ebs") == true })
    }

    @Test(
        "that are disabled do nothing, nor do they copy where the account is not", arguments: ["DISABLED", "ENABLED"])
    func idle(_ state: String) {
        var account = account(copying: "af-south-1", state: state)
        account.advance(by: .seconds(3 * 86_400))
        #expect(account.volumes.sortedSnapshots(in: Self.home).isEmpty == (state == "DISABLED"))
        #expect(account.volumes.sortedSnapshots(in: "af-south-1").isEmpty)
    }
}
