import AWSCore
import AWSModel
import SimulatedAWS
import Testing

@Suite("Replication of deletes (1.6)")
struct ReplicationOfDeletesTests {
    private let account = TestAccount()

    enum Schema: CaseIterable { case v1, v2Disabled, v2Enabled }

    private func begin(_ schema: Schema) {
        switch schema {
        case .v1: account.replicate(Rule.v1())
        case .v2Disabled: account.replicate(Rule.v2(markers: "Disabled"))
        case .v2Enabled: account.replicate(Rule.v2(markers: "Enabled"))
        }
        account.put("a")
        account.settle()
    }

    @Test("a marker of a user's goes over with V1, and with V2 as the rule says", arguments: Schema.allCases)
    func userMarker(_ schema: Schema) {
        begin(schema)
        account.s3(.delete, "src/a")
        account.settle()
        #expect(account.has("a", in: "dst") == (schema == .v2Disabled))
    }

    @Test("a propagated marker hides and does not destroy (1.7)")
    func markerHides() {
        begin(.v1)
        account.s3(.delete, "src/a")
        account.settle()
        #expect(account.s3(.get, "dst?versions").text.contains("<DeleteMarker>"))
        #expect(account.s3(.get, "dst?versions").text.contains("<Version>"))
    }

    @Test("the purge of a version never goes over", arguments: Schema.allCases)
    func purge(_ schema: Schema) throws {
        begin(schema)
        let version = try #require(account.s3(.head, "src/a").headers["x-amz-version-id"])
        account.s3(.delete, "src/a?versionId=\(version)")
        account.settle()
        #expect(!account.has("a", in: "src"))
        #expect(account.has("a", in: "dst"))
    }

    @Test("a marker of the lifecycle's never goes over", arguments: Schema.allCases)
    func lifecycleMarker(_ schema: Schema) {
        begin(schema)
        account.s3(
            .put, "src?lifecycle",
            body:
                "<LifecycleConfiguration><Rule><Status>Enabled</Status><Filter/><Expiration><Days>1</Days></Expiration>"
                + "</Rule></LifecycleConfiguration>")
        account.aws.advance(by: .seconds(3 * 86_400))
        #expect(!account.has("a", in: "src"))
        #expect(account.has("a", in: "dst"))
    }

    @Test("the lifecycle waits for versions that are not copied yet (1.18)")
    func lifecycleWaits() {
        account.replicate(Rule.v2())
        account.aws.faults.darkRegions = ["us-west-2": .silent]
        account.put("a")
        account.s3(
            .put, "src?lifecycle",
            body:
                "<LifecycleConfiguration><Rule><Status>Enabled</Status><Filter/><Expiration><Days>1</Days></Expiration>"
                + "</Rule></LifecycleConfiguration>")
        account.aws.advance(by: .seconds(5 * 86_400))
        #expect(account.has("a", in: "src"))
    }
}
