import AWSModel
import Foundation
import Testing

@testable import Posture

/// What is said of the bucket `media` of us-east-1 when us-east-1 is lost.
struct VerdictRow: CustomTestStringConvertible, Sendable {
    let sentence: String
    let verdict: Verdict
    /// A part of the reason.
    let reason: String
    let build: @Sendable (inout TestAccount) -> Void

    init(
        _ sentence: String, _ verdict: Verdict, _ reason: String = "",
        _ build: @escaping @Sendable (inout TestAccount) -> Void
    ) {
        self.sentence = sentence
        self.verdict = verdict
        self.reason = reason
        self.build = build
    }
    var testDescription: String { "\(sentence): \(verdict.rawValue)" }

    func check() {
        var account = TestAccount()
        build(&account)
        let resource = account.resource("arn:aws:s3:::media")
        #expect(resource?.verdict == verdict, "\(resource?.reason ?? "") \(resource?.paths ?? [])")
        #expect(reason.isEmpty || resource?.reason.contains(reason) == true, "\(resource?.reason ?? "no resource")")
    }
}

/// `media` replicates by the rules to `media-dr` in us-west-2.
func replicating(
    _ rules: ReplicationRule..., bucket: @escaping @Sendable (inout Bucket) -> Void = { _ in },
    destination: @escaping @Sendable (inout DestinationBucket) -> Void = { _ in }
) -> @Sendable (inout TestAccount) -> Void {
    { account in
        account.addBucket("media") {
            $0.replication = read(ReplicationConfiguration(role: TestAccount.role, rules: rules))
            bucket(&$0)
        }
        account.addDestination("media-dr", destination)
    }
}
