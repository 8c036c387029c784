import AWSCore
import AWSModel
import AWSServices
import Execution
import Foundation
import Recovery
import SimulatedAWS
import Testing

@Suite("A recovery of objects")
struct ObjectRecoveryTests {
    private let bench = RestoreBench()

    private func run(
        _ action: RecoveryAction, _ transport: (any Transport)? = nil, token: String = "token-1",
        tell: @escaping @Sendable (ExecutionNotice) -> Void = { _ in }
    ) async throws -> CallOutcome {
        let call = PlannedCall(token: token, region: RestoreBench.home, resource: "arn:aws:s3:::media", action: action)
        return await bench.executor(MemoryJournal(), transport, tell: tell).execute(
            call, under: try RestoreBench.grant(token))
    }

    private func current() -> [String] {
        bench.aws.configure { account in
            let objects = account.buckets["media"]?.objects
            return (objects?.keys ?? []).compactMap { key in
                objects?.current(key).map {
                    "\(key)=\(String(decoding: $0.content.slice(0..<$0.content.count), as: UTF8.self))"
                }
            }
        }
    }

    @Test("removes the markers that hide objects, and no version, over several pages")
    func markers() async throws {
        let before = current()
        bench.aws.configure { account in
            for index in 0..<25 where index != 3 { account.deleteObject("films/\(index)", in: "media") }
            for index in 0..<1500 {
                _ = try? account.write(ObjectDraft(key: "more/\(index)", content: .bytes([1])), to: "media")
                account.deleteObject("more/\(index)", in: "media")
            }
        }
        let counts = Lock<[ObjectCount]>([])
        let transport = WatchedTransport(bench.aws)
        let outcome = try await run(.removeDeleteMarkers(bucket: "media", prefix: "", since: nil), transport) {
            notice in
            if case .objects(_, let count) = notice { counts.withLock { $0.append(count) } }
        }
        #expect(outcome == .accepted(identifier: "1524 objects"))
        #expect(current().filter { $0.hasPrefix("films/") } == before)
        #expect(current().count == 1525)
        let last = try #require(counts.withLock { $0 }.last)
        #expect(last.done == 1524 && last.untouched == 1 && last.failed == 0)
        #expect(counts.withLock { $0 }.count > 2)
        // Only markers were asked to go: each by its version.
        let deletions = transport.requests.filter { $0.method == .delete }
        #expect(deletions.count == 1524)
        #expect(deletions.allSatisfy { $0.query.contains { $0.name == "versionId" } })
    }

    @Test("leaves markers that were set before the moment, and those of other prefixes")
    func since() async throws {
        bench.aws.configure { _ = $0.deleteObject("films/1", in: "media") }
        bench.aws.advance(by: .seconds(600))
        let moment = bench.aws.now
        bench.aws.advance(by: .seconds(600))
        bench.aws.configure {
            $0.deleteObject("films/2", in: "media")
            $0.deleteObject("films/20", in: "media")
        }
        let outcome = try await run(.removeDeleteMarkers(bucket: "media", prefix: "films/20", since: moment))
        #expect(outcome == .accepted(identifier: "1 objects"))
        #expect(current().count == 23)
    }

    @Test("copies each object's version of a moment over what came later, and what was gone by then stays gone")
    func versions() async throws {
        bench.aws.configure { _ = $0.deleteObject("films/0", in: "media") }
        bench.aws.advance(by: .seconds(600))
        let moment = bench.aws.now
        let before = current()
        bench.aws.advance(by: .seconds(600))
        bench.aws.configure { account in
            for index in 1..<11 {
                _ = try? account.write(ObjectDraft(key: "films/\(index)", content: .bytes([0])), to: "media")
            }
            account.deleteObject("films/20", in: "media")
            _ = try? account.write(ObjectDraft(key: "films/0", content: .bytes([0])), to: "media")
        }
        let action = RecoveryAction.restoreVersions(bucket: "media", prefix: "films/", asOf: moment)
        #expect(try await run(action) == .accepted(identifier: "11 objects"))
        #expect(current().filter { !$0.hasPrefix("films/0=") } == before)
        // Once more there is nothing left to do.
        #expect(try await run(action, token: "token-2") == .accepted(identifier: "0 objects"))
    }

    @Test("that is cut short goes on where it was, and changes nothing twice")
    func resumed() async throws {
        bench.aws.configure { account in
            for index in 0..<25 { account.deleteObject("films/\(index)", in: "media") }
        }
        let journal = MemoryJournal()
        let call = PlannedCall(
            token: "token-1", region: RestoreBench.home, resource: "arn",
            action: .removeDeleteMarkers(bucket: "media", prefix: "", since: nil))
        let grant = try RestoreBench.grant("token-1")
        // Two steps a request: the listing and some of the deletions get through.
        let crash = Crash(after: 21)
        _ = await bench.executor(journal, WatchedTransport(bench.aws, crash: crash)).execute(call, under: grant)
        let done = current().count
        #expect(done > 0 && done < 25)
        let transport = WatchedTransport(bench.aws)
        let entry = try #require(journal.entries.first)
        let outcome = await bench.executor(journal, transport).resume(call, intendedAt: entry.intendedAt, under: grant)
        #expect(outcome == .accepted(identifier: "\(25 - done) objects"))
        #expect(transport.requests.count { $0.method == .delete } == 25 - done)
        #expect(current().count == 25)
    }

    @Test("that goes on later leaves alone what somebody wrote or deleted since it was intended, and lists it")
    func leftAlone() async throws {
        let moment = bench.aws.now
        func write(_ text: String, _ keys: ClosedRange<Int>) {
            bench.aws.configure { account in
                for key in keys {
                    _ = try? account.write(
                        ObjectDraft(key: "films/\(key)", content: .bytes(Array(text.utf8))), to: "media")
                }
            }
        }
        bench.aws.advance(by: .seconds(600))
        write("bad", 1...9)
        bench.aws.advance(by: .seconds(600))
        let call = PlannedCall(
            token: "token-1", region: RestoreBench.home, resource: "arn",
            action: .restoreVersions(bucket: "media", prefix: "", asOf: moment))
        let (journal, grant) = (MemoryJournal(), try RestoreBench.grant("token-1"))
        let crash = Crash(after: 9)
        _ = await bench.executor(journal, WatchedTransport(bench.aws, crash: crash)).execute(call, under: grant)
        let back = Set((1...9).filter { current().contains("films/\($0)=film \($0)") })
        #expect(!back.isEmpty && back.count < 9)
        bench.aws.advance(by: .seconds(600))
        write("new", 8...9)
        bench.aws.configure { _ = $0.deleteObject("films/7", in: "media") }
        let entry = try #require(journal.entries.first)
        let outcome = await bench.executor(journal).resume(call, intendedAt: entry.intendedAt, under: grant)
        let done = Set(1...6).subtracting(back).count
        guard case .accepted(let words?) = outcome else { throw MemoryJournal.Refused(description: "\(outcome)") }
        #expect(words.hasPrefix("\(done) objects; 3 left alone"))
        #expect(words.hasSuffix(": films/7, films/8, films/9"))
        #expect(current().filter { $0.hasSuffix("=new") } == ["films/8=new", "films/9=new"])
        #expect(!current().contains { $0.hasPrefix("films/7=") })
        #expect((1...6).allSatisfy { current().contains("films/\($0)=film \($0)") })
    }

    @Test("leaves the delete markers alone that were set since it was intended")
    func markersLeftAlone() async throws {
        bench.aws.configure { _ = $0.deleteObject("films/1", in: "media") }
        let intent = bench.aws.now
        bench.aws.advance(by: .seconds(600))
        bench.aws.configure { _ = $0.deleteObject("films/2", in: "media") }
        let call = PlannedCall(
            token: "token-1", region: RestoreBench.home, resource: "arn",
            action: .removeDeleteMarkers(bucket: "media", prefix: "", since: nil))
        let outcome = await bench.executor(MemoryJournal()).resume(
            call, intendedAt: intent, under: try RestoreBench.grant("token-1"))
        guard case .accepted(let words?) = outcome else { throw MemoryJournal.Refused(description: "\(outcome)") }
        #expect(words.hasPrefix("1 objects; 1 left alone") && words.hasSuffix(": films/2"))
        #expect(current().count == 24)
    }

    @Test("that is denied is refused, with what was denied")
    func denied() async throws {
        bench.aws.configure { _ = $0.deleteObject("films/1", in: "media") }
        bench.aws.faults.denials = [.init("s3:DeleteObject*")]
        let outcome = try await run(.removeDeleteMarkers(bucket: "media", prefix: "", since: nil))
        guard case .refused(let reason) = outcome else { throw MemoryJournal.Refused(description: "\(outcome)") }
        #expect(reason.contains("films/1") && reason.contains("denied"))
    }

    @Test("asks for a batch job of the priority that the command shows")
    func priority() throws {
        let role = "arn:aws:iam::123456789012:role/batch"
        let shown = PlannedCall(
            token: "t", region: RestoreBench.home, resource: "arn:aws:s3:::media",
            action: .createReplicationJob(bucket: "media", role: role, reportBucket: "r", reportPrefix: "p")
        ).command.split(separator: " ").drop { $0 != "--priority" }.dropFirst().first
        let sent = S3Control.CreateJob(
            accountID: "123456789012", bucket: "media", roleARN: role, reportBucket: "r", reportPrefix: "p", token: "t"
        ).request()
        #expect(String(decoding: sent.body, as: UTF8.self).contains("<Priority>\(shown ?? "")</Priority>"))
    }

    @Test("replicates what is older than the rule by a batch job, watched to its end")
    func batch() async throws {
        bench.aws.configure { account in
            account.createBucket("media-dr", in: RestoreBench.away, versioning: .enabled)
            account.createBucket("reports", in: RestoreBench.home)
            let crr = account.createReplicationRole("crr")
            account.createServiceRole(
                "batch", for: "batchoperations.s3.amazonaws.com",
                allowing: [
                    "s3:InitiateReplication", "s3:GetReplicationConfiguration", "s3:PutInventoryConfiguration",
                    "s3:PutObject",
                ])
            account.setReplication(
                ReplicationConfiguration(
                    role: crr.text,
                    rules: [
                        ReplicationRule(
                            id: "all", priority: 1, status: .known(.enabled), filter: ReplicationFilter(),
                            destination: ReplicationDestination(bucket: "arn:aws:s3:::media-dr"))
                    ]), of: "media")
        }
        let action = RecoveryAction.createReplicationJob(
            bucket: "media", role: "arn:aws:iam::123456789012:role/batch", reportBucket: "reports", reportPrefix: "b")
        let call = PlannedCall(token: "token-1", region: RestoreBench.home, resource: "arn", action: action)
        let checks = await Preflight(client: bench.client(), now: { bench.aws.now }).check(call)
        #expect(checks.allSatisfy { $0.result == .passed }, "\(checks)")
        guard case .accepted(let id?) = try await run(action) else {
            throw MemoryJournal.Refused(description: "not accepted")
        }
        var watch = ProgressWatch(.batchJob(id: id, account: "123456789012"), in: RestoreBench.home)
        let end = try #require(await bench.watch(&watch).last)
        #expect(end.state == .done && end.percent == 100)
        #expect(bench.aws.configure { $0.buckets["media-dr"]?.objects.keys.count } == 25)
    }

    @Test("sends an access point's traffic to one bucket alone, in a region that answers for routes")
    func routes() async throws {
        let arn = bench.aws.configure { account in
            account.createBucket("media-dr", in: RestoreBench.away)
            return account.createAccessPoint("mfzwi23gnjvgw", buckets: ["media", "media-dr"])
        }
        let outcome = try await run(.submitRoutes(accessPoint: arn.text, active: "media-dr", passive: ["media"]))
        #expect(outcome == .accepted(identifier: "media-dr"))
        #expect(
            bench.aws.configure { $0.accessPoints["mfzwi23gnjvgw"]?.dials } == ["media": 0, "media-dr": 100])
    }
}
