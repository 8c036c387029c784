import AWSModel
import Testing

@testable import Posture

/// What a measured lag makes of a replica (domain, 3.2, 3.3 and 3.5).
struct LagVerdictTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let lag: Reading<Double>?
        let verdict: Verdict
        /// Of the path.
        let point: Estimate?
        let reason: String

        init(_ name: String, _ lag: Reading<Double>?, _ verdict: Verdict, _ point: Estimate?, _ reason: String = "") {
            (testDescription, self.lag, self.verdict, self.point, self.reason) = (name, lag, verdict, point, reason)
        }

        func check(_ resource: ARN, replica: ARN, _ edit: (inout TestAccount) -> Void) throws {
            var account = TestAccount.withNative()
            edit(&account)
            if let lag { account.addLag(of: replica, lag) }
            let found = try #require(account.resource(resource.text))
            #expect(found.verdict == verdict, "\(found.reason)")
            #expect(found.paths.first?.recoveryPoint == point)
            #expect(found.paths.first?.reasons.joined(separator: "; ").contains(reason) != false)
        }
    }

    private static func measured(_ seconds: Int) -> Estimate {
        Estimate(duration: .seconds(seconds), basis: .measured)
    }

    private static func rows(typical: Estimate) -> [Row] {
        [
            Row("measured", read(12), .protected, measured(12)),
            Row("a part of a second counts as one", read(0.2), .protected, measured(1)),
            Row("no data is not 0", absent(), .protected, typical),
            Row("denied", denied(), .unknown, typical, "lags was not read: denied (AccessDenied)"),
            Row("not asked for", nil, .protected, typical),
            Row("it cannot be told", read(-1), .unknown, typical, "lags cannot be told"),
            Row("hours behind", read(5 * 3600), .atRisk, measured(5 * 3600), "is 5 h behind"),
        ]
    }

    @Test(arguments: rows(typical: RecoveryTimes.replicaLag))
    func fact_3_2_lagOfReplicas(_ row: Row) throws {
        try row.check(NativeVerdictTests.shop, replica: TestAccount.arn("rds", "db:shop-dr", TestAccount.away)) {
            $0.addDatabase()
            $0.addReplica()
        }
    }

    @Test(arguments: rows(typical: RecoveryTimes.globalLag))
    func fact_3_3_lagOfSecondaries(_ row: Row) throws {
        let secondary = TestAccount.arn("rds", "cluster:catalogue-dr", TestAccount.away)
        try row.check(NativeVerdictTests.catalogue, replica: secondary) {
            $0.addCluster()
            $0.addCluster("catalogue-dr", in: TestAccount.away)
            $0.addGlobal()
        }
    }

    @Test(arguments: rows(typical: RecoveryTimes.tableLag))
    func fact_3_5_lagOfReplicas(_ row: Row) throws {
        try row.check(
            NativeVerdictTests.orders, replica: TestAccount.arn("dynamodb", "table/orders", TestAccount.away)
        ) {
            $0.addTable { $0.replicas = [Table.Replica(region: TestAccount.away, status: .known(.active))] }
        }
    }

    /// Of a cluster that replicates outside of a global database its lag alone tells that it does.
    @Test(arguments: [
        Row("measured", read(12), .protected, measured(12)),
        Row("no data", absent(), .unknown, RecoveryTimes.replicaLag, "state of the replication"),
        Row("it cannot be told", read(-1), .unknown, RecoveryTimes.replicaLag),
    ])
    func fact_3_3_lagOfClusterReplicas(_ row: Row) throws {
        let replica = TestAccount.arn("rds", "cluster:catalogue-dr", TestAccount.away)
        try row.check(NativeVerdictTests.catalogue, replica: replica) {
            $0.addCluster()
            $0.addClusterReplica()
        }
    }

    @Test func aLagOfAnotherRegionsReplicaIsNotItsOwn() throws {
        var account = TestAccount.withNative()
        account.addDatabase()
        account.addReplica()
        account.inventory.replicationLags = [
            ReplicationLag(
                replica: TestAccount.arn("rds", "db:shop-dr", TestAccount.away).text, from: TestAccount.third,
                lag: read(1))
        ]
        #expect(account.resource(NativeVerdictTests.shop.text)?.recoveryPoint == RecoveryTimes.replicaLag)
    }

    @Test func whatIsUnreadIsAGap() {
        var account = TestAccount.withNative()
        let replica = TestAccount.arn("rds", "db:shop-dr", TestAccount.away)
        account.addLag(of: replica, denied())
        #expect(GapCollector.gaps(of: account.inventory).map(\.resources) == [[replica.text]])
    }

    @Test func aSilenceKeepsTheLastLag() {
        var (before, now) = (TestAccount.withNative(), TestAccount.withNative())
        let replica = TestAccount.arn("rds", "db:shop-dr", TestAccount.away)
        before.addLag(of: replica, read(7))
        now.addLag(of: replica, unreachable())
        let kept = now.inventory.keepingUnreachable(from: before.inventory)
        #expect(kept.replicationLags == before.inventory.replicationLags)
    }
}
