import AWSModel
import Posture
import Testing

@testable import Recovery

@Suite("The routes of an access point")
struct AccessPointRouteTests {
    private static let need = Need.routes(accessPoint: CommandLineTests.accessPoint, "us-west-2")

    private func walk(_ routes: Fact) throws -> Walkthrough {
        var facts = TestFacts()
        facts.way = TestFacts.way(.repointBucket, .s3Replication, target: "arn:aws:s3:::shop-dr")
        facts.facts[Self.need] = routes
        var walk = TestFacts.walkthrough()
        try facts.drive(
            &walk, TestFacts.lost(.s3Bucket, ["access-point": CommandLineTests.accessPoint, "unread": "without"]))
        return walk
    }

    @Test("Are said as they are and as the call makes them, with every bucket behind the access point")
    func read() throws {
        let walk = try walk(
            .routes([
                AccessPointRoute(bucket: "shop", region: "us-east-1", dial: 100),
                AccessPointRoute(bucket: "shop-dr", region: "us-west-2", dial: 0),
                AccessPointRoute(bucket: "shop-eu", region: "eu-west-1", dial: 100),
            ]))
        let review = try #require(walk.review)
        #expect(
            review.calls.map(\.action) == [
                .submitRoutes(
                    accessPoint: CommandLineTests.accessPoint, active: "shop-dr", passive: ["shop", "shop-eu"])
            ])
        #expect(review.warnings.contains { $0.hasSuffix("are now: shop 100 %, shop-dr 0 %, shop-eu 100 %.") })
        #expect(review.creates == ["The call makes them: shop 0 %, shop-dr 100 %, shop-eu 0 %."])
    }

    @Test("Where they were not read, nothing is said of buckets that the call does not name")
    func unread() throws {
        let review = try #require(try walk(.failure(ReadFailure(.denied, "AccessDenied"))).review)
        #expect(review.warnings.contains { $0.hasPrefix("The routes were not read") })
        #expect(review.creates.first?.hasSuffix("to shop-dr is set to 100 %, and to shop to 0 %.") == true)
        #expect(!review.lines.contains { $0.contains("alone") })
    }

    @Test("A bucket that is not behind the access point gets no traffic by it")
    func elsewhere() throws {
        let walk = try walk(.routes([AccessPointRoute(bucket: "shop", dial: 100)]))
        #expect(walk.review == nil && walk.refusal?.hasPrefix("shop-dr is not behind") == true)
    }
}
