import AWSCore
import AWSModel
import SimulatedAWS
import Testing

@Suite("PutBucketReplication")
struct ReplicationConfigurationTests {
    private let account = TestAccount()

    /// Rules that S3 refuses, and the words that its message holds.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let fact: String
        let rules: [String]
        let code: String
        let words: String

        init(_ fact: String, _ rules: String..., code: String = "InvalidRequest", says words: String) {
            self.fact = fact
            self.rules = rules
            self.code = code
            self.words = words
        }

        var testDescription: String { fact }
    }

    private static let bare = "<Status>Enabled</Status><Destination><Bucket>arn:aws:s3:::dst</Bucket></Destination>"
    private static let markers = "<DeleteMarkerReplication><Status>Disabled</Status></DeleteMarkerReplication>"

    static let refusals = [
        Refusal("(1.2) Filter with Prefix", "<Filter/><Prefix/>" + bare, code: "MalformedXML", says: ""),
        Refusal(
            "(1.2) a Filter with two children",
            "<Priority>1</Priority><Filter><Prefix>a</Prefix><Tag><Key>k</Key><Value>v</Value></Tag></Filter>" + bare
                + markers,
            code: "MalformedXML", says: ""),
        Refusal("(1.3) V2 without Priority", "<Filter/>" + bare + markers, says: "Priority must be specified"),
        Refusal(
            "(1.3) V2 without DeleteMarkerReplication", "<Priority>1</Priority><Filter/>" + bare,
            says: "DeleteMarkerReplication must be specified"),
        Refusal(
            "(1.3) V1 with DeleteMarkerReplication", bare + markers,
            says: "DeleteMarkerReplication cannot be used for this version"),
        Refusal("(1.3) V1 with Priority", "<Priority>1</Priority>" + bare, says: "Priority cannot be used"),
        Refusal(
            "(1.3) V1 with two destinations", Rule.v1(prefix: "a"), Rule.v1(prefix: "b", to: "dst2"),
            says: "Number of distinct destination bucket ARNs cannot exceed 1"),
        Refusal("(1.4) a priority twice", Rule.v2(priority: 1), Rule.v2(priority: 1, to: "dst2"), says: "unique"),
        Refusal(
            "(1.6) markers with a tag filter",
            Rule.v2(filter: "<Filter><Tag><Key>k</Key><Value>v</Value></Tag></Filter>", markers: "Enabled"),
            says: "not supported if any Tag filter"),
        Refusal(
            "(1.9) KMS objects without a replica key", Rule.v2(criteria: Rule.kmsCriteria), says: "ReplicaKmsKeyID must"
        ),
        Refusal(
            "(1.11) RTC of another time",
            Rule.v2(
                inDestination:
                    "<ReplicationTime><Status>Enabled</Status><Time><Minutes>30</Minutes></Time></ReplicationTime>"
                    + "<Metrics><Status>Enabled</Status></Metrics>"), says: "15 minutes"),
        Refusal(
            "(1.11) RTC without metrics",
            Rule.v2(
                inDestination:
                    "<ReplicationTime><Status>Enabled</Status><Time><Minutes>15</Minutes></Time></ReplicationTime>"),
            says: "Metrics must be enabled"),
        Refusal("a destination that is missing", Rule.v2(to: "nowhere"), says: "Destination bucket must exist"),
        Refusal("the source itself", Rule.v2(to: "src"), says: "same as the source"),
        Refusal(
            "the same ID twice", Rule.v2(priority: 1, id: "a"), Rule.v2(priority: 2, id: "a"), code: "InvalidArgument",
            says: "Rule ID must be unique"),
        Refusal("an unknown status", Rule.v2(status: "On"), code: "MalformedXML", says: ""),
    ]

    @Test("refuses what S3 refuses, in its words", arguments: refusals)
    func refuses(_ refusal: Refusal) {
        account.aws.configure { $0.createBucket("dst2", in: "eu-west-1", versioning: .enabled) }
        let inside = refusal.rules.map { "<Rule>\($0)</Rule>" }.joined()
        let reply = account.s3(
            .put, "src?replication",
            body: "<ReplicationConfiguration><Role>\(TestAccount.role)</Role>\(inside)</ReplicationConfiguration>")
        #expect(reply.status == 400)
        #expect(reply.code == refusal.code)
        #expect(reply.message?.contains(refusal.words) == true || refusal.words.isEmpty)
    }

    @Test("needs versioning at the source (1.14)")
    func needsVersioning() {
        account.aws.configure { $0.createBucket("plain", in: "us-east-1") }
        #expect(account.replicate(Rule.v2(), from: "plain").message?.contains("Versioning must be 'Enabled'") == true)
    }

    @Test("needs versioning at the destination (1.14)")
    func needsVersioningAtDestination() {
        account.aws.configure { $0.createBucket("plain", in: "us-west-2", versioning: .suspended) }
        #expect(account.replicate(Rule.v2(to: "plain")).message == "Destination bucket must have versioning enabled.")
    }

    @Test("accepts a key that does not exist: only the copies fail (1.9)")
    func acceptsAnyKey() throws {
        let key = try #require(ARN("arn:aws:kms:us-west-2:123456789012:key/none"))
        #expect(account.replicate(Rule.kms(key)).status == 200)
    }

    @Test("keeps versioning on while a configuration exists (1.14)")
    func keepsVersioning() {
        account.replicate(Rule.v1())
        let reply = account.s3(
            .put, "src?versioning",
            body: "<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>")
        #expect(reply.status == 409)
        #expect(reply.code == "InvalidBucketState")
    }

    @Test(
        "tells an empty Filter from none (1.2)",
        arguments: [("<Filter/>", true), ("<Filter><Prefix/></Filter>", true), ("", false)])
    func keepsEmptyFilter(_ filter: String, isV2: Bool) throws {
        account.replicate(isV2 ? Rule.v2(filter: filter) : Rule.v1())
        let rule = try #require(try XMLDocument.parse(account.s3(.get, "src?replication").body)["Rule"])
        #expect((rule["Filter"] != nil) == isV2)
    }

    @Test("answers 404 with its own code when there is none (1.25)")
    func absence() {
        #expect(account.s3(.get, "src?replication").code == "ReplicationConfigurationNotFoundError")
    }
}
