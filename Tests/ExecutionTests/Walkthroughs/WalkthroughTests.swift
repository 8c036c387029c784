import AWSCore
import AWSModel
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
        #expect(record.preflight.allSatisfy { $0.result != .failed }, "\(record.preflight)")
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

    /// What nothing checks: Lifeboat has no call that would tell.
    private static let unchecked: Set<String> = [
        "instance class is offered", "quota of storage leaves room", "access point leads to both buckets",
    ]

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
        #expect(Set(unanswered).isSubset(of: Self.unchecked), "\(unanswered)")
        #expect(found.isSubset(of: items.map(\.name) + ["bucket holds objects"]), "\(found)")
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
