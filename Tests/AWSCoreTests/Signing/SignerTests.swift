import AWSCore
import AWSModel
import Foundation
import Testing

@Suite("The signer")
struct SignerTests {
    /// A line of `botocore_signatures.py`.
    private struct Sample: Decodable {
        var s3: Bool
        var method: String
        var scheme: String
        var host: String
        var port: Int?
        var path: String
        var query: [[String?]]
        var headers: [[String]]
        var body: Data
        var service: String
        var region: String
        var accessKeyID: String
        var secretAccessKey: String
        var sessionToken: String?
        var date: Double
        var timestamp: String
        var addedHeaders: [[String]]
        var authorization: String
    }

    @Test("1,000 random requests get botocore's signatures, S3's and the others'")
    func equalsBotocore() throws {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("botocore_signatures.py")
        let lines = try PythonScript.output(script, ["--count", "1000"]).split(separator: UInt8(ascii: "\n"))
        #expect(lines.count == 1000)
        let signer = Signer()
        for line in lines {
            let sample = try JSONDecoder().decode(Sample.self, from: Data(line))
            var request = try Self.request(sample)
            signer.sign(
                &request,
                with: Credentials(
                    accessKeyID: sample.accessKeyID, secretAccessKey: sample.secretAccessKey,
                    sessionToken: sample.sessionToken, source: "test"),
                signingName: sample.s3 ? "s3" : sample.service, region: Region(sample.region),
                at: Date(timeIntervalSince1970: sample.date))
            #expect(request.headers["Authorization"] == sample.authorization, "\(sample)")
            for header in sample.addedHeaders { #expect(request.headers[header[0]] == header[1]) }
        }
    }

    private static func request(_ sample: Sample) throws -> HTTPRequest {
        HTTPRequest(
            method: try #require(HTTPRequest.Method(rawValue: sample.method)),
            origin: HTTPOrigin(scheme: sample.scheme, host: sample.host, port: sample.port), path: sample.path,
            query: sample.query.map { QueryItem($0[0] ?? "", $0[1]) },
            headers: HTTPHeaders(sample.headers.map { ($0[0], $0[1]) }), body: [UInt8](sample.body))
    }

    private static let example = Credentials(
        accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", source: "test")
    /// 30 August 2015, 12:36 UTC: the moment of AWS's published vectors.
    private static let exampleDate = Date(timeIntervalSince1970: 1_440_938_160)

    private struct Vector {
        var name: String
        var request: HTTPRequest
        var authorization: String
    }

    /// AWS's Signature Version 4 test suite: those of its vectors that a client of ours can send.
    private static let vectors: [Vector] = {
        let origin = HTTPOrigin(host: "example.amazonaws.com")
        func vector(
            _ name: String, _ method: HTTPRequest.Method = .get, path: String = "/", query: [QueryItem] = [],
            headers: HTTPHeaders = [:], body: String = "", signed: String = "host;x-amz-date", signature: String
        ) -> Vector {
            Vector(
                name: name,
                request: HTTPRequest(
                    method: method, origin: origin, path: path, query: query, headers: headers, body: Array(body.utf8)),
                authorization: "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                    + "SignedHeaders=\(signed), Signature=\(signature)")
        }
        return [
            vector("get-vanilla", signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
            vector(
                "get-vanilla-query-order-key-case",
                query: [QueryItem("Param2", "value2"), QueryItem("Param1", "value1")],
                signature: "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
            vector(
                "post-vanilla", .post, signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
            vector(
                "post-x-www-form-urlencoded", .post,
                headers: ["Content-Type": "application/x-www-form-urlencoded"], body: "Param1=value1",
                signed: "content-type;host;x-amz-date",
                signature: "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"),
            vector(
                "get-header-value-trim", headers: ["My-Header1": " value1", "My-Header2": " \"a   b   c\""],
                signed: "host;my-header1;my-header2;x-amz-date",
                signature: "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"),
        ]
    }()

    @Test("AWS's published vectors come out", arguments: 0..<5)
    func publishedVectors(index: Int) {
        var vector = Self.vectors[index]
        Signer().sign(
            &vector.request, with: Self.example, signingName: "service", region: "us-east-1", at: Self.exampleDate)
        #expect(vector.request.headers["Authorization"] == vector.authorization, "\(vector.name)")
    }

    @Test(
        "Timestamps are civil dates in UTC",
        arguments: [
            (0.0, "19700101T000000Z"), (951_782_400, "20000229T000000Z"), (1_440_938_160.9, "20150830T123600Z"),
            (4_107_542_399, "21000228T235959Z"), (-1, "19691231T235959Z"),
        ])
    func timestamps(seconds: Double, text: String) {
        #expect(SigningTimestamp(Date(timeIntervalSince1970: seconds)).text == text)
    }

    @Test("Credentials never describe their secrets")
    func noSecretsInDescriptions() {
        let keys = Credentials(
            accessKeyID: "AKIDEXAMPLE", secretAccessKey: "S3CRET", sessionToken: "T0KEN", source: "test")
        var dumped = ""
        dump(keys, to: &dumped)
        for text in ["\(keys)", String(reflecting: keys), dumped] {
            #expect(!text.contains("S3CRET") && !text.contains("T0KEN"))
        }
    }
}
