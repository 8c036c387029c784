import AWSModel
import Testing

@testable import Posture

private let media = TestAccount.bucketARN("media")

@Suite("Numbers that no document should hold")
struct OddNumberTests {
    @Test("any window, retention or metric is judged without a trap", arguments: [Int.max, Int.min, 0, -1])
    func windows(number: Int) {
        var account = TestAccount()
        account.addBucket("media") { $0.replicate(.to("media-dr") { $0.destination.replicationTimeMinutes = number }) }
        account.addDestination("media-dr")
        account.addVault()
        account.addPoint(of: media)
        for name in ["a", "b"] {
            account.addPlan(name) {
                $0.startWindowMinutes = number
                $0.completionWindowMinutes = number
                $0.lifecycle = RecoveryPointLifecycle(
                    moveToColdStorageAfterDays: number, deleteAfterDays: name == "a" ? number : 1)
            }
        }
        #expect(account.resource(media) != nil)
        #expect(FindingCatalogue.findings(in: AccountView(account.inventory, now: TestAccount.now)).isEmpty == false)
    }

    @Test("metrics may be infinite or no number", arguments: [Double.infinity, .nan, -1, 1e300])
    func metrics(number: Double) {
        var account = TestAccount()
        account.addBucket("media") { $0.replicate(.to("media-dr")) }
        account.addDestination("media-dr")
        account.inventory.replicationMetrics = [
            ReplicationMetrics(
                sourceBucket: "media", destinationBucket: "media-dr", ruleID: "main", maximumLatency: read(number),
                operationsPending: read(number), operationsFailed: read(number))
        ]
        #expect(account.resource(media) != nil)
        #expect(FindingCatalogue.findings(in: AccountView(account.inventory, now: TestAccount.now)).isEmpty == false)
    }
}
