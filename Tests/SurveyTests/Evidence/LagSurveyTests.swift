import AWSCore
import AWSModel
import Foundation
import Posture
@testable import SimulatedAWS
import Testing

@testable import Survey

@Suite("How far replicas are behind")
struct LagSurveyTests {
    private static let moment = Date(timeIntervalSince1970: 1_795_000_000)
    private static let (east, west): (Region, Region) = ("us-east-1", "us-west-2")

    /// A replica, a secondary and a global table in another region, each with a lag.
    private func account(lag: Double?) -> SimulatedAWS {
        var account = SimulatedAccount(at: Self.moment)
        let (id, now) = (account.id, account.now)
        let shop = account.databases.addInstance("shop", in: Self.east, account: id, at: now)
        account.databases.addInstance("shop-dr", in: Self.west, account: id, at: now)
        account.databases.updateInstance("shop-dr", in: Self.west) {
            $0.sourceARN = shop.arn
            $0.lagSeconds = lag
        }
        let writer = account.databases.addCluster("catalogue", in: Self.east, account: id, at: now)
        let secondary = account.databases.addCluster("catalogue-dr", in: Self.west, account: id, at: now)
        account.databases.addGlobalCluster(
            "world", in: Self.east, account: id, engine: "aurora-postgresql", engineVersion: "16.4")
        account.databases.join(writer, to: "world")
        account.databases.join(secondary, to: "world")
        account.databases.updateCluster("catalogue-dr", in: Self.west) { $0.lagSeconds = lag.map { $0 / 10 } }
        account.tables.add("orders", in: Self.east, account: id, at: now)
        account.tables.addReplica(of: "orders", in: Self.east, to: Self.west, at: now)
        account.tables.update("orders", in: Self.west) { $0.lagSeconds = lag.map { $0 / 100 } }
        account.advance(to: Self.moment.addingTimeInterval(7_200))
        return SimulatedAWS(account)
    }

    /// What is read of the two regions, and how many queries each call had, by its host.
    private func read(
        _ aws: SimulatedAWS, answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse? = { _ in nil }
    ) async throws -> (lags: [String: Reading<Double>], asked: [String: [Int]]) {
        let asked = Lock<[String: [Int]]>([:])
        let tampered = TamperedAWS(base: aws) { request in
            let body = String(decoding: request.body, as: UTF8.self)
            guard body.contains("MetricDataQueries") else { return nil }
            asked.withLock {
                $0[request.origin.host, default: []].append(body.split(separator: "\"MetricStat\"").count - 1)
            }
            return answer(request)
        }
        let inventory = try await tampered.inventory(regions: [Self.east, Self.west])
        let lags = (inventory.replicationLags ?? []).map { ("\($0.from) \($0.replica)", $0.lag) }
        return (Dictionary(lags) { a, _ in a }, asked.withLock { $0 })
    }

    private static let replica = "us-east-1 arn:aws:rds:us-west-2:123456789012:db:shop-dr"
    private static let secondary = "us-east-1 arn:aws:rds:us-west-2:123456789012:cluster:catalogue-dr"
    private static let table = "us-east-1 arn:aws:dynamodb:us-west-2:123456789012:table/orders"
    private static let back = "us-west-2 arn:aws:dynamodb:us-east-1:123456789012:table/orders"

    @Test("facts 3.2, 3.3, 3.5: is told by the replica's region of databases, by the source's of tables, in seconds")
    func seconds() async throws {
        let lags = try await read(account(lag: 120)).lags
        #expect(Set(lags.keys) == [Self.replica, Self.secondary, Self.table, Self.back])
        #expect(lags[Self.replica]?.value == 120)
        #expect(lags[Self.secondary]?.value == 12)
        #expect(lags[Self.table]?.value == 1.2)
        #expect(lags[Self.back]?.isAbsent == true)
        #expect(
            lags.mapValues(\.region) == [
                Self.replica: Self.west, Self.secondary: Self.west, Self.table: Self.east, Self.back: Self.west,
            ])
    }

    @Test("a replica beside its source is asked of where another region follows it")
    func followedBeside() async throws {
        let aws = account(lag: 1)
        #expect(try await read(aws).lags.count == 4)
        aws.configure { account in
            let (id, now) = (account.id, account.now)
            let reader = account.databases.addInstance("reader", in: Self.east, account: id, at: now)
            let source = account.databases.instances[Self.east]?["shop"]?.arn
            account.databases.updateInstance("reader", in: Self.east) {
                $0.sourceARN = source
                $0.lagSeconds = 7
            }
            account.databases.updateInstance("shop-dr", in: Self.west) { $0.sourceARN = reader.arn }
            account.advance(to: now.addingTimeInterval(3_600))
        }
        let lags = try await read(aws).lags
        #expect(lags["us-east-1 arn:aws:rds:us-east-1:123456789012:db:reader"]?.value == 7)
    }

    @Test("costs one call a region")
    func calls() async throws {
        let asked = try await read(account(lag: 1)).asked
        #expect(asked == ["monitoring.us-west-2.amazonaws.com": [6], "monitoring.us-east-1.amazonaws.com": [1]])
    }

    @Test("no data is absent, and -1 stays what it is")
    func unknown() async throws {
        #expect(try await read(account(lag: nil)).lags.values.allSatisfy { $0.isAbsent })
        #expect(try await read(account(lag: -1)).lags[Self.replica]?.value == -1)
    }

    @Test("what is denied is denied")
    func denied() async throws {
        let lags = try await read(account(lag: 1)) { _ in .error("AccessDenied") }.lags
        #expect(lags.count == 4)
        #expect(lags.values.allSatisfy { $0.outcome == .denied(code: "AccessDenied") })
    }

    @Test("a series that CloudWatch does not tell is no series without data")
    func fault() async throws {
        let reply = #"{"MetricDataResults":[{"Id":"m0","Timestamps":[],"Values":[],"StatusCode":"InternalError"}]}"#
        let lags = try await read(account(lag: 1)) { _ in HTTPResponse(status: 200, body: Array(reply.utf8)) }.lags
        #expect(lags[Self.replica]?.outcome == .failed(code: "InternalError"))
    }

    @Test("an account without replicas is not asked")
    func none() async throws {
        let (lags, asked) = try await read(SimulatedAWS(SimulatedAccount(at: Self.moment)))
        #expect(lags.isEmpty)
        #expect(asked.isEmpty)
    }
}
