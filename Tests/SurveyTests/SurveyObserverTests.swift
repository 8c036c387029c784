import AWSCore
import AWSModel
import Foundation
import Posture
import SimulatedAWS
import Survey
import Testing

@Suite("A survey that is watched")
struct SurveyObserverTests {
    /// Answers as the simulated account, but for one bucket's replication: that waits until the survey was looked at.
    private struct HeldAWS: Transport {
        let base: SimulatedAWS
        let seen: AsyncStream<Void>

        func send(_ request: HTTPRequest, timeouts: Timeouts) async throws(TransportError) -> HTTPResponse {
            if request.query.contains(where: { $0.name == "replication" }) { for await _ in seen { break } }
            return try await base.send(request, timeouts: timeouts)
        }
    }

    @Test("shows what is read so far: the account before its bucket, and no bucket that is not whole")
    func partial() async throws {
        let aws = SimulatedAWS(at: Date(timeIntervalSince1970: 1_795_000_000))
        aws.configure { account in account.createBucket("media", in: "us-east-1") }
        let (seen, look) = AsyncStream.makeStream(of: Void.self)
        let keys = SimulatedCredentials()
        let client = AWSClient(
            transport: HeldAWS(base: aws, seen: seen),
            credentials: FixedCredentials(
                Credentials(accessKeyID: keys.accessKeyID, secretAccessKey: keys.secretAccessKey, source: "the test")),
            endpoints: EndpointResolver())
        let looks = Lock<[Inventory]>([])
        let observer = SurveyObserver(every: .milliseconds(1)) { progress in
            #expect(progress.calls.finished <= progress.calls.started)
            looks.withLock { $0.append(progress.inventory) }
            // The listing is in when its bucket is asked about; until then there is nothing to wait for.
            if progress.inventory.caller.isRead, progress.inventory.regionListing?.isRead == true { look.finish() }
        }
        let inventory = try await AccountSurvey(client: client, homeRegion: "us-east-1").inventory(observer: observer)
        let partial = try #require(looks.withLock { $0 }.first { $0.caller.isRead })
        #expect(partial.buckets.isEmpty)
        #expect(partial.bucketListing.outcome == .notRead)
        #expect(inventory.buckets.map(\.name) == ["media"])
        #expect(inventory.bucketListing.value == 1)
    }
}
