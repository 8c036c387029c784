import AWSCore
import AWSModel
import Execution
import Foundation
import Recovery
import SimulatedAWS
import Testing

@Suite("Without a grant")
struct WithoutGrantTests {
    private static let others: [PlannedCall] = [
        RestoreBench.bucketCall(),
        PlannedCall(
            token: "t", region: RestoreBench.away, resource: "arn",
            action: .createVolume(
                snapshot: "snap-0000000000000000a", availabilityZone: "us-west-2a", options: [:])),
        PlannedCall(
            token: "t", region: RestoreBench.home, resource: "arn",
            action: .createReplicationJob(
                bucket: "media", role: RestoreBench.role, reportBucket: "media", reportPrefix: "")),
        PlannedCall(
            token: "t", region: RestoreBench.home, resource: "arn",
            action: .removeDeleteMarkers(bucket: "media", prefix: "", since: nil)),
        PlannedCall(
            token: "t", region: RestoreBench.home, resource: "arn",
            action: .restoreVersions(bucket: "media", prefix: "", asOf: RestoreBench.start)),
    ]

    @Test("no request leaves that could change anything, whatever is checked, watched, verified or resumed")
    func onlyReads() async {
        let bench = RestoreBench()
        let aws = bench.aws
        for native in NativeCase.all { aws.configure(native.lay) }
        let transport = WatchedTransport(aws)
        let client = bench.client(transport)
        for call in Self.others + NativeCase.all.map(\.call) {
            _ = await Preflight(client: client, now: { aws.now }).check(call)
            _ = await bench.executor(MemoryJournal(), transport).resume(
                call, intendedAt: aws.now.addingTimeInterval(-9_000))
        }
        for native in NativeCase.all {
            var watch = ProgressWatch(native.subject, in: native.region)
            _ = await watch.look(client, now: { aws.now })
        }
        for created in ["arn:aws:s3:::media", NativeCase.ledgerAway] {
            _ = await Verification(client: client).verify(created: created, in: RestoreBench.home)
        }
        #expect(transport.requests.count > 60)
        #expect(transport.requests.filter { !$0.isRead }.map(\.url) == [])
    }

    @Test("a watch that counts writes sees one")
    func watchSees() async throws {
        let bench = RestoreBench()
        let transport = WatchedTransport(bench.aws)
        _ = await bench.executor(MemoryJournal(), transport).execute(
            RestoreBench.bucketCall(), under: try RestoreBench.grant("token-1"))
        #expect(transport.requests.count { !$0.isRead } == 1)
    }
}

extension HTTPRequest {
    /// By its method, or by the name of what it asks where everything is a POST.
    fileprivate var isRead: Bool {
        if method == .get || method == .head { return true }
        guard method == .post else { return false }
        let form = QueryItem.decoded(String(decoding: body, as: UTF8.self)).first { $0.name == "Action" }?.value
        let target = headers["X-Amz-Target"]?.split(separator: ".").last.map(String.init)
        return ["Describe", "List", "Get", "Simulate"].contains { (target ?? form ?? "").hasPrefix($0) }
    }
}
