import AWSCore
import AWSModel
import AWSServices
import Execution
import Foundation
import Posture
import Recovery
import SimulatedAWS
import Testing

@Suite("A walkthrough, from the first question to the record")
struct WalkthroughTests {
    @Test("makes what was asked for, each call once, and records that it did", arguments: WalkthroughCase.all)
    func recovers(_ line: WalkthroughCase) async throws {
        let bench = try await WalkthroughBench()
        bench.aws.configure(line.change)
        var walk = bench.walkthrough()
        let left = try await bench.go(&walk, line.answers)
        #expect(
            left == nil && walk.refusal == nil,
            "\(left?.name ?? walk.refusal ?? ""): \(left?.choices.map(\.value) ?? [])")
        let record = try #require(walk.record(at: bench.aws.now))
        #expect(record.outcome == .succeeded, "\(bench.journal.entries.map(\.outcomes)) \(record.preflight)")
        #expect(bench.writes == line.calls)
        #expect(bench.journal.entries.allSatisfy { $0.endedWell == true && $0.outcomes.count == 1 })
        let changing = bench.transport.requests.filter { !$0.isRead }
        let isOfObjects = line.calls == ["s3:DeleteObject"] || line.calls == ["s3:CopyObject"]
        #expect(isOfObjects || changing.count == line.calls.count)
        #expect(record.preflight.allSatisfy { $0.result != .failed && $0.result != .unknown }, "\(record.preflight)")
        #expect(record.validation.allSatisfy { $0.result != .failed && $0.result != .unknown }, "\(record.validation)")
        #expect(bench.aws.configure { line.isThere($0) })
    }

    @Test("sends nothing but reads in a rehearsal", arguments: WalkthroughCase.all)
    func rehearses(_ line: WalkthroughCase) async throws {
        let bench = try await WalkthroughBench()
        bench.aws.configure(line.change)
        var walk = bench.walkthrough(isRehearsal: true)
        let left = try await bench.go(&walk, line.answers)
        #expect(left == nil && walk.refusal == nil)
        #expect(walk.record(at: bench.aws.now)?.outcome == .rehearsed)
        #expect(bench.writes.isEmpty)
        let changing = bench.transport.requests.filter { !$0.isRead }.map(\.url)
        #expect(changing.isEmpty)
    }

    @Test("needs nothing that the policy of a recovery does not allow", arguments: WalkthroughCase.all)
    func allowed(_ line: WalkthroughCase) async throws {
        let bench = try await WalkthroughBench()
        bench.aws.configure(line.change)
        bench.aws.faults.allowed = try RecoveryPolicy.actions()
        var walk = bench.walkthrough()
        let left = try await bench.go(&walk, line.answers)
        #expect(left == nil && walk.refusal == nil, "\(left?.title ?? walk.refusal ?? "")")
        let record = try #require(walk.record(at: bench.aws.now))
        #expect(record.outcome == .succeeded, "\(bench.journal.entries.map(\.outcomes))")
        #expect((record.preflight + record.validation).allSatisfy { $0.result != .unknown }, "\(record.preflight)")
        #expect(bench.writes == line.calls)
    }

    @Test(
        "is refused its call where the policy lacks one action of it",
        arguments: ["rds:PromoteReadReplica", "iam:PassRole"])
    func lacking(_ action: String) async throws {
        let wanted = action == "iam:PassRole" ? "backup:StartRestoreJob" : action
        let line = try #require(WalkthroughCase.all.first { $0.calls == [wanted] })
        let bench = try await WalkthroughBench()
        bench.aws.configure(line.change)
        bench.aws.faults.allowed = try RecoveryPolicy.actions().subtracting([action])
        var walk = bench.walkthrough()
        _ = try await bench.go(&walk, line.answers)
        #expect(walk.record(at: bench.aws.now)?.outcome == .failed)
    }

    @Test("asks for nothing before a call that is not answered under the same name", arguments: WalkthroughCase.all)
    func answered(_ line: WalkthroughCase) async throws {
        let bench = try await WalkthroughBench()
        bench.aws.configure(line.change)
        var walk = bench.walkthrough()
        _ = try await bench.go(&walk, line.answers) { $0.step == .preflight && $0.question != nil }
        let draft = try #require(walk.draft)
        let items = Recovery.Preflight.items(for: draft)
        #expect(!items.isEmpty)
        let aws = bench.aws
        let found = Set(await Execution.Preflight(client: bench.client, now: { aws.now }).check(draft).map(\.name))
        let unanswered = items.map(\.name).filter { !found.contains($0) }
        #expect(unanswered == [])
        #expect(found.isSubset(of: items.map(\.name) + ["bucket holds objects"]), "\(found)")
    }
}

/// What `lifeboat doctor --policy --restore` prints.
private enum RecoveryPolicy {
    private struct Document: Decodable {
        struct Statement: Decodable { let Action: Set<String> }
        let Statement: [Statement]
    }

    static func actions() throws -> Set<String> {
        let text = Data(OperationCatalogue.recoveryPolicy.utf8)
        return try JSONDecoder().decode(Document.self, from: text).Statement.reduce(into: []) {
            $0.formUnion($1.Action)
        }
    }
}

extension HTTPRequest {
    /// By its method, or by what its header or form says that it does.
    fileprivate var isRead: Bool {
        if method == .get || method == .head { return true }
        let text = headers["x-amz-target"] ?? String(decoding: body, as: UTF8.self)
        let action = text.split(separator: "Action=").last?.split(separator: "&").first.map(String.init) ?? text
        return ["Describe", "List", "Get", "Simulate"].contains { verb in
            action.hasPrefix(verb) || text.contains(".\(verb)")
        }
    }
}
