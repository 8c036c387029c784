import AWSCore
import AWSModel
import Execution
import Foundation
import Recovery
import SimulatedAWS
import Testing

/// A recovery by a service's own means, as the tests walk through it.
struct NativeCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var region: Region = RestoreBench.away
    var action: RecoveryAction
    var subject: ProgressSubject
    var lay: @Sendable (inout SimulatedAccount) -> Void
    /// How often the account shows that it was done.
    var count: @Sendable (SimulatedAccount) -> Int
    var call: PlannedCall { PlannedCall(token: "token-1", region: region, resource: "arn", action: action) }

    private static let id: AccountID = "123456789012"
    private static let home = RestoreBench.home
    private static let away = RestoreBench.away

    static let all: [NativeCase] = [
        NativeCase(
            testDescription: "promote a read replica", action: .promoteReadReplica(instance: "orders-replica"),
            subject: .promotion(instance: "orders-replica"),
            lay: { account in
                let source = account.databases.addInstance("orders", in: home, account: id, at: account.now)
                account.databases.addInstance("orders-replica", in: away, account: id, at: account.now)
                account.databases.updateInstance("orders-replica", in: away) { $0.sourceARN = source.arn }
            }, count: { $0.databases.instances[away]?["orders-replica"]?.sourceARN == nil ? 1 : 0 }),
        NativeCase(
            testDescription: "fail a global database over",
            action: .failoverGlobalCluster(identifier: "ledger", target: ledgerAway),
            subject: .writer(globalCluster: "ledger", cluster: ledgerAway), lay: layGlobal,
            count: { account in
                account.databases.globalClusters["ledger"]?.members.count { $0.isWriter && $0.cluster.region == away }
                    ?? 0
            }),
        NativeCase(
            testDescription: "switch a global database over",
            action: .switchoverGlobalCluster(identifier: "ledger", target: ledgerAway),
            subject: .writer(globalCluster: "ledger", cluster: ledgerAway), lay: layGlobal,
            count: { account in
                account.databases.globalClusters["ledger"]?.members.count { $0.isWriter && $0.cluster.region == away }
                    ?? 0
            }),
        NativeCase(
            testDescription: "make the instance of a cluster",
            action: .createDBInstance(
                identifier: "ledger-1", cluster: "ledger", engine: "aurora-postgresql", instanceClass: "db.r6g.large"),
            subject: .instance("ledger-1"),
            lay: { $0.databases.addCluster("ledger", in: away, account: id, at: $0.now) },
            count: { $0.databases.instances[away]?.count ?? 0 }),
        NativeCase(
            testDescription: "restore an instance to a moment",
            action: .restoreDBInstanceToPointInTime(source: "orders", target: "orders-2", time: nil, options: [:]),
            subject: .instance("orders-2"),
            lay: { $0.databases.addInstance("orders", in: away, account: id, at: $0.now.addingTimeInterval(-9_000)) },
            count: { ($0.databases.instances[away]?.count ?? 0) - 1 }),
        NativeCase(
            testDescription: "restore a cluster to a moment",
            action: .restoreDBClusterToPointInTime(source: "ledger", target: "ledger-2", time: nil, options: [:]),
            subject: .cluster("ledger-2"),
            lay: { $0.databases.addCluster("ledger", in: away, account: id, at: $0.now.addingTimeInterval(-9_000)) },
            count: { ($0.databases.clusters[away]?.count ?? 0) - 1 }),
        NativeCase(
            testDescription: "restore a table to a moment",
            action: .restoreTableToPointInTime(source: "carts", target: "carts-2", time: nil),
            subject: .table("carts-2"),
            lay: { account in
                account.tables.add("carts", in: away, account: id, at: account.now)
                let since = account.now.addingTimeInterval(-9_000)
                account.tables.update("carts", in: away) { $0.recoverableSince = since }
            }, count: { $0.tables["carts-2", away] == nil ? 0 : 1 }),
        NativeCase(
            testDescription: "end the replication of a file system",
            action: .deleteFileSystemReplication(source: "fs-1", localOnly: false),
            subject: .replicationEnd(fileSystem: "fs-1"), lay: layFileSystems,
            count: { $0.fileSystems.replications.isEmpty ? 1 : 0 }),
    ]

    static let ledgerAway = "arn:aws:rds:us-west-2:123456789012:cluster:ledger-dr"

    private static let layGlobal: @Sendable (inout SimulatedAccount) -> Void = { account in
        let first = account.databases.addCluster("ledger", in: home, account: id, at: account.now)
        let second = account.databases.addCluster("ledger-dr", in: away, account: id, at: account.now)
        account.databases.addGlobalCluster(
            "ledger", in: home, account: id, engine: "aurora-postgresql", engineVersion: "16.4")
        account.databases.join(first, to: "ledger")
        account.databases.join(second, to: "ledger")
    }

    static let layFileSystems: @Sendable (inout SimulatedAccount) -> Void = { account in
        let source = account.fileSystems.add("fs-1", in: home, account: id, at: account.now)
        let copy = account.fileSystems.add("fs-2", in: away, account: id, at: account.now)
        account.fileSystems.replicate(source, to: copy, at: account.now.addingTimeInterval(-9_000))
    }
}

@Suite("A recovery by a service's own means")
struct NativeRecoveryTests {
    private let bench = RestoreBench()

    @Test("is done by one request, and watched until it is over", arguments: NativeCase.all)
    func done(native: NativeCase) async throws {
        bench.aws.configure(native.lay)
        let transport = WatchedTransport(bench.aws)
        let outcome = await bench.executor(MemoryJournal(), transport).execute(
            native.call, under: try RestoreBench.grant("token-1"))
        guard case .accepted = outcome else { throw MemoryJournal.Refused(description: "\(outcome)") }
        #expect(transport.requests.count == 1)
        var watch = ProgressWatch(native.subject, in: native.region)
        let seen = await bench.watch(&watch)
        #expect(seen.last?.state == .done)
        #expect(bench.aws.configure { native.count($0) } == 1)
    }

    @Test("is sent once when the reply is lost, and found to have happened", arguments: NativeCase.all)
    func lostReply(native: NativeCase) async throws {
        bench.aws.configure(native.lay)
        bench.aws.faults.lostReplies = 1
        let transport = WatchedTransport(bench.aws)
        let journal = MemoryJournal()
        let outcome = await bench.executor(journal, transport).execute(
            native.call, under: try RestoreBench.grant("token-1"))
        guard case .unanswered = outcome else { throw MemoryJournal.Refused(description: "\(outcome)") }
        #expect(transport.requests.count == 1)
        bench.aws.faults.lostReplies = 0
        bench.aws.advance(by: .seconds(3600))
        let found = await bench.executor(journal).resume(native.call, intendedAt: RestoreBench.start + 4200)
        guard case .accepted = found else { throw MemoryJournal.Refused(description: "\(found)") }
        #expect(journal.entries.last?.outcome == found)
        #expect(bench.aws.configure { native.count($0) } == 1)
    }

    @Test("that never arrived is found not to have been started", arguments: NativeCase.all)
    func neverArrived(native: NativeCase) async throws {
        bench.aws.configure(native.lay)
        let intent = bench.aws.now
        let early = await bench.executor(MemoryJournal()).resume(native.call, intendedAt: intent)
        guard case .unanswered = early else { throw MemoryJournal.Refused(description: "\(early)") }
        bench.aws.advance(by: .seconds(600))
        let late = await bench.executor(MemoryJournal()).resume(
            native.call, intendedAt: intent, under: try RestoreBench.grant("token-1"))
        guard case .refused = late else { throw MemoryJournal.Refused(description: "\(late)") }
        #expect(bench.aws.configure { native.count($0) } == 0)
    }

    @Test("is not taken for not started while a promotion is under way")
    func promoting() async throws {
        let native = NativeCase.all[0]
        bench.aws.configure(native.lay)
        bench.aws.faults.lostReplies = 1
        let journal = MemoryJournal()
        _ = await bench.executor(journal).execute(native.call, under: try RestoreBench.grant("token-1"))
        bench.aws.faults.lostReplies = 0
        bench.aws.advance(by: .seconds(200))
        let intent = try #require(journal.entries.first?.intendedAt)
        let during = await bench.executor(journal).resume(native.call, intendedAt: intent)
        guard case .unanswered = during else { throw MemoryJournal.Refused(description: "\(during)") }
        bench.aws.advance(by: .seconds(200))
        let after = await bench.executor(journal).resume(native.call, intendedAt: intent)
        guard case .accepted = after else { throw MemoryJournal.Refused(description: "\(after)") }
    }

    @Test("cannot be told while the region is silent", arguments: NativeCase.all)
    func silent(native: NativeCase) async throws {
        bench.aws.configure(native.lay)
        let intent = bench.aws.now
        bench.aws.advance(by: .seconds(600))
        bench.aws.faults.darkRegions = [native.region: .refused]
        let outcome = await bench.executor(MemoryJournal()).resume(native.call, intendedAt: intent)
        guard case .unanswered = outcome else { throw MemoryJournal.Refused(description: "\(outcome)") }
    }

    @Test("ends the local half of a replication alone while the source's region is silent")
    func localHalf() async throws {
        bench.aws.configure(NativeCase.layFileSystems)
        bench.aws.faults.darkRegions = [RestoreBench.home: .silent]
        func end(_ token: String, localOnly: Bool) async throws -> CallOutcome {
            await bench.executor(MemoryJournal()).execute(
                PlannedCall(
                    token: token, region: RestoreBench.away, resource: "arn",
                    action: .deleteFileSystemReplication(source: "fs-1", localOnly: localOnly)),
                under: try RestoreBench.grant(token))
        }
        guard case .unanswered = try await end("a", localOnly: false) else {
            throw MemoryJournal.Refused(description: "not unanswered")
        }
        #expect(try await end("b", localOnly: true) == .accepted(identifier: "fs-1"))
        var watch = ProgressWatch(.replicationEnd(fileSystem: "fs-2"), in: RestoreBench.away)
        #expect(await bench.watch(&watch).last?.state == .done)
    }

    @Test("makes one volume of one token, also when the reply is lost")
    func volume() async throws {
        bench.aws.faults.lostReplies = 0.6
        bench.aws.faults.mostInARow = 3
        let call = PlannedCall(
            token: "token-1", region: RestoreBench.away, resource: "arn",
            action: .createVolume(
                snapshot: "snap-0000000000000000a", availabilityZone: "us-west-2b", options: ["VolumeType": "gp3"]))
        let outcome = await bench.executor(MemoryJournal(), attempts: 8).execute(
            call, under: try RestoreBench.grant("token-1"))
        let volumes = bench.aws.configure { $0.volumes.volumes[RestoreBench.away] ?? [:] }
        #expect(volumes.count == 1)
        #expect(outcome == .accepted(identifier: volumes.keys.first))
    }
}
