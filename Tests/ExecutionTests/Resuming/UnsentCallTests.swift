import AWSModel
import Execution
import Foundation
import Recovery
import Testing

@Suite("What the journal cannot say AWS took")
struct UnsentCallTests {
    private static let call = PlannedCall(
        token: "t", region: "us-west-2", resource: "arn",
        action: .createDBInstance(
            identifier: "ledger-1", cluster: "ledger", engine: "aurora-postgresql", instanceClass: "db.r6g.large"))
    private static let doubt = Doubt(token: "t", what: "instance", identifiers: ["ledger-1"])

    private static let kept: [(JournaledCall?, String?)] = [
        (nil, "it was not sent"),
        (journaled(nil), "it was about to be sent, and whether it was is not known"),
        (journaled(.unanswered("timed out")), "it was sent, and what came of it is not known: timed out"),
        (journaled(.refused("no room")), "AWS refused it: no room"),
        (journaled(.doubtful(doubt)), doubt.words),
        (journaled(.accepted(identifier: "ledger-1")), nil),
        (journaled(.accepted(identifier: nil)), nil),
    ]

    @Test(
        "is named with what is known of it",
        arguments: kept)
    func standings(kept: JournaledCall?, words: String?) {
        let unsent = UnsentCall.among([Self.call], known: kept.map { [Self.call.token: $0] } ?? [:])
        #expect(unsent.map(\.words) == words.map { ["rds:CreateDBInstance in us-west-2: \($0)"] } ?? [])
        #expect(unsent.allSatisfy { $0.token == Self.call.token })
    }

    @Test("is told call by call, in their order, by their own tokens")
    func several() {
        var second = Self.call
        second.token = "u"
        let unsent = UnsentCall.among(
            [second, Self.call], known: ["t": Self.journaled(.accepted(identifier: nil)), "v": Self.journaled(nil)])
        #expect(unsent.map(\.token) == ["u"])
        #expect(UnsentCall.among([second, Self.call], known: [:]).map(\.token) == ["u", "t"])
    }

    private static func journaled(_ outcome: CallOutcome?) -> JournaledCall {
        JournaledCall(intendedAt: Date(timeIntervalSince1970: 0), outcome: outcome)
    }
}
