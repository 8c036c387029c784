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
