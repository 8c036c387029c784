import AWSCore
import AWSModel
import SimulatedAWS
import Testing

@Suite("Documents of a bucket")
struct BucketDocumentTests {
    private let account = TestAccount()

    @Test(
        "what is not configured has its own code (1.25)",
        arguments: [
            ("replication", "ReplicationConfigurationNotFoundError"), ("lifecycle", "NoSuchLifecycleConfiguration"),
            ("object-lock", "ObjectLockConfigurationNotFoundError"), ("tagging", "NoSuchTagSet"),
            ("policy", "NoSuchBucketPolicy"),
        ])
    func absences(_ name: String, code: String) {
        let reply = account.s3(.get, "src?\(name)")
        #expect(reply.status == 404)
        #expect(reply.code == code)
    }

    @Test("versioning that was never enabled is an empty document (1.25)")
    func neverVersioned() throws {
        account.aws.configure { $0.createBucket("plain", in: "us-east-1") }
        #expect(try XMLDocument.parse(account.s3(.get, "plain?versioning").body).children.isEmpty)
    }

    @Test("a new bucket is encrypted with S3's own keys, closed to the public, and owned by its owner")
    func defaults() {
        #expect(account.s3(.get, "src?encryption").text.contains("AES256"))
        #expect(account.s3(.get, "src?publicAccessBlock").text.contains("<BlockPublicAcls>true"))
        #expect(account.s3(.get, "src?ownershipControls").text.contains("BucketOwnerEnforced"))
    }

    @Test("a PUT without a checksum is refused")
    func needsChecksum() {
        let request = HTTPRequest(
            method: .put, origin: HTTPOrigin(host: "s3.us-east-1.amazonaws.com"), path: "/src",
            query: [QueryItem("versioning")],
            body: Array("<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>".utf8))
        #expect(account.aws.respond(to: request).code == "InvalidRequest")
    }

    @Test("a PUT with a wrong Content-MD5 is refused")
    func wrongChecksum() {
        let request = HTTPRequest(
            method: .put, origin: HTTPOrigin(host: "s3.us-east-1.amazonaws.com"), path: "/src",
            query: [QueryItem("versioning")], headers: ["Content-MD5": "AAAAAAAAAAAAAAAAAAAAAA=="],
            body: Array("<VersioningConfiguration/>".utf8))
        #expect(account.aws.respond(to: request).code == "BadDigest")
    }

    @Test("a policy must be JSON")
    func malformedPolicy() {
        #expect(account.s3(.put, "src?policy", body: "no").code == "MalformedPolicy")
    }

    @Test("Object Lock keeps versioning on (1.15)")
    func lockKeepsVersioning() {
        account.s3(
            .put, "src?object-lock",
            body: "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>")
        let reply = account.s3(
            .put, "src?versioning",
            body: "<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>")
        #expect(reply.code == "InvalidBucketState")
    }

    @Test("a locked version is not purged, and a simple delete hides it (1.15)")
    func lockedVersion() {
        account.aws.configure { account in
            account.updateBucket("src") { $0.objectLock = ObjectLockConfiguration(enabled: true) }
        }
        let version = account.put(
            "a",
            headers: [
                "x-amz-object-lock-mode": "COMPLIANCE", "x-amz-object-lock-retain-until-date": "2030-01-01T00:00:00Z",
            ])
        #expect(account.s3(.delete, "src/a?versionId=\(version)").status == 403)
        #expect(account.s3(.delete, "src/a").headers["x-amz-delete-marker"] == "true")
    }

    @Test("buckets are listed in pages, with their regions only then (1.23)")
    func listing() throws {
        account.aws.configure { $0.createBucket("aaa", in: "eu-west-1") }
        let all = try XMLDocument.parse(account.s3(.get, "", in: "us-east-1").body)
        #expect(all["Buckets"]?.children.map { $0.text("BucketRegion") } == [nil, nil, nil])
        var names: [String] = []
        var token: String?
        repeat {
            let query = "max-buckets=2" + (token.map { "&continuation-token=\($0)" } ?? "")
            let page = try XMLDocument.parse(account.s3(.get, "?\(query)", in: "us-east-1").body)
            names +=
                page["Buckets"]?.children.compactMap { "\($0.text("Name") ?? "") \($0.text("BucketRegion") ?? "")" }
                ?? []
            token = page.text("ContinuationToken")
        } while token != nil
        #expect(names == ["aaa eu-west-1", "dst us-west-2", "src us-east-1"])
    }

    @Test("a region filter must be the endpoint's own region (1.23)")
    func regionFilter() {
        #expect(account.s3(.get, "?max-buckets=5&bucket-region=us-west-2", in: "us-west-2").text.contains("<Name>dst"))
        #expect(account.s3(.get, "?max-buckets=5&bucket-region=us-west-2", in: "us-east-1").code == "InvalidArgument")
    }

    @Test("an account with very many buckets is listed in pages only")
    func manyBuckets() {
        account.aws.configure { account in
            for number in 0...10_000 { account.createBucket("bucket-\(number)", in: "us-east-1") }
        }
        #expect(account.s3(.get, "", in: "us-east-1").code == "InvalidRequest")
        #expect(account.s3(.get, "?max-buckets=1000", in: "us-east-1").status == 200)
    }
}
