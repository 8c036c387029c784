import AWSCore
import AWSModel
import SimulatedAWS
import Testing

@Suite("Routing")
struct RoutingTests {
    private let account = TestAccount()

    /// A request, and the bucket region that it finds: nil when the bucket is not found.
    struct Case: Sendable, CustomTestStringConvertible {
        let host: String
        let path: String
        var scope: String?
        let finds: String?

        var testDescription: String { "\(host)\(path) \(scope ?? "unsigned")" }
    }

    static let cases = [
        Case(host: "dst.s3.us-west-2.amazonaws.com", path: "/", finds: "us-west-2"),
        Case(host: "dst.s3-us-west-2.amazonaws.com", path: "/", scope: "us-west-2", finds: "us-west-2"),
        Case(host: "s3.us-west-2.amazonaws.com", path: "/dst", finds: "us-west-2"),
        Case(host: "s3.us-west-2.amazonaws.com", path: "/dst/", finds: "us-west-2"),
        Case(host: "127.0.0.1:4566", path: "/dst", scope: "us-west-2", finds: "us-west-2"),
        Case(host: "dst.localhost:4566", path: "/", scope: "us-west-2", finds: "us-west-2"),
        Case(host: "dst.s3.localhost:4566", path: "/", scope: "us-west-2", finds: "us-west-2"),
        Case(host: "localhost:4566", path: "/src", finds: "us-east-1"),
        Case(host: "a.b.s3.eu-central-1.amazonaws.com", path: "/", finds: "eu-central-1"),
        Case(host: "s3.us-west-2.amazonaws.com", path: "/none", finds: nil),
    ]

    @Test("finds bucket and region by host, path and scope", arguments: cases)
    func finds(_ one: Case) {
        account.aws.configure { $0.createBucket("a.b", in: "eu-central-1") }
        var headers: HTTPHeaders = ["Host": one.host]
        if let region = one.scope {
            headers["Authorization"] =
                "AWS4-HMAC-SHA256 Credential=AKID/20261120/\(region)/s3/aws4_request, SignedHeaders=host, Signature=0"
        }
        let reply = account.aws.respond(
            to: HTTPRequest(method: .head, origin: HTTPOrigin(host: "127.0.0.1"), path: one.path, headers: headers))
        #expect(reply.headers["x-amz-bucket-region"] == one.finds)
        #expect(reply.status == (one.finds == nil ? 404 : 200))
    }

    @Test(
        "a bucket of another region answers 301 with its region, also a HEAD (1.23)",
        arguments: ["dst", "dst?versioning"])
    func redirects(_ target: String) {
        let method: HTTPRequest.Method = target == "dst" ? .head : .get
        let reply = account.s3(method, target, in: "eu-west-1")
        #expect(reply.status == 301)
        #expect(reply.headers["x-amz-bucket-region"] == "us-west-2")
        #expect(reply.body.isEmpty == (method == .head))
    }

    @Test("a bucket of another account answers 403 with its region (1.23)")
    func foreign() {
        account.aws.configure { $0.createBucket("theirs", in: "eu-west-1", owner: "999999999999") }
        let reply = account.s3(.head, "theirs")
        #expect(reply.status == 403)
        #expect(reply.headers["x-amz-bucket-region"] == "eu-west-1")
    }

    @Test(
        "a region that is not enabled knows no keys (7.5)",
        arguments: [
            ("s3", "InvalidAccessKeyId"), ("sts", "InvalidClientTokenId"), ("backup", "UnrecognizedClientException"),
            ("ec2", "AuthFailure"),
        ])
    func notEnabled(_ service: String, code: String) {
        let reply = account.aws.respond(
            to: HTTPRequest(method: .get, origin: HTTPOrigin(host: "\(service).af-south-1.amazonaws.com")))
        #expect(reply.text.contains(code) || reply.headers["x-amzn-errortype"] == code)
        #expect(reply.status >= 400)
    }

    @Test("S3 Control is told from S3 by its path, and holds the tags of buckets")
    func s3Control() {
        account.aws.configure { $0.setTags(["tier": "gold"], on: "src") }
        func get(_ path: String) -> HTTPResponse {
            account.aws.respond(
                to: HTTPRequest(
                    method: .get, origin: HTTPOrigin(host: "123456789012.s3-control.us-east-1.amazonaws.com"),
                    path: path,
                    headers: ["x-amz-account-id": "123456789012"]))
        }
        #expect(get("/v20180820/jobs").text.contains("<Jobs/>"))
        #expect(get("/v20180820/jobs/1").text.contains("NoSuchJob"))
        #expect(get("/v20180820/tags/arn%3Aaws%3As3%3A%3A%3Asrc").text.contains("<Value>gold</Value>"))
    }

    @Test("chunks are unwrapped, trailers left out")
    func chunks() {
        let body = "5\r\nhello\r\n6;chunk-signature=00\r\n world\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n"
        let request = HTTPRequest(
            method: .put, origin: HTTPOrigin(host: "s3.us-east-1.amazonaws.com"), path: "/src/k",
            headers: ["x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER"], body: Array(body.utf8))
        #expect(account.aws.respond(to: request).status == 200)
        #expect(account.s3(.get, "src/k").text == "hello world")
    }
}
