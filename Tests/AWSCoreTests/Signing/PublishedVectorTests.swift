import AWSModel
import Foundation
import Testing

@testable import AWSCore

/// The signer beside `Vectors/aws-sig-v4-test-suite.json`, which names its origin and licence.
@Suite("The signer and AWS's test suite")
struct PublishedVectorTests {
    struct Vector: Decodable, Sendable, CustomTestStringConvertible {
        var name: String
        /// The request as it goes onto the wire, its lines ended by a line feed.
        var request: String
        var sessionToken: String?
        var canonicalRequest: String
        var stringToSign: String
        var authorization: String

        var testDescription: String { name }
    }
    private struct Suite: Decodable { var vectors: [Vector] }

    static let vectors: [Vector] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Vectors/aws-sig-v4-test-suite.json")
        return (try? JSONDecoder().decode(Suite.self, from: Data(contentsOf: file)).vectors) ?? []
    }()
    /// 30 August 2015, 12:36 UTC.
    private static let moment = Date(timeIntervalSince1970: 1_440_938_160)

    @Test("all 34 published vectors are there, and none is left out")
    func count() {
        #expect(Set(Self.vectors.map(\.name)).count == 34)
    }

    @Test("a published request gets the published signature, by way of the published texts", arguments: vectors)
    func vector(_ vector: Vector) throws {
        var request = try Self.request(vector.request)
        let credentials = Credentials(
            accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            sessionToken: vector.sessionToken, source: "test")
        let signer = Signer()
        signer.sign(&request, with: credentials, signingName: "service", region: "us-east-1", at: Self.moment)
        #expect(request.headers["Authorization"] == vector.authorization)

        let signature = signer.signature(
            of: request, payloadHash: Digest.hex(Digest.sha256(request.body)), with: credentials,
            signingName: "service", region: "us-east-1", timestamp: SigningTimestamp(Self.moment))
        #expect(String(decoding: signature.canonicalRequest, as: UTF8.self) == vector.canonicalRequest)
        #expect(signature.stringToSign == vector.stringToSign)
    }

    /// A request as our client would hold it: the path as sent, the query decoded, the host in the origin.
    private static func request(_ text: String) throws -> HTTPRequest {
        let parts = text.split(separator: "\n\n", maxSplits: 1)
        let lines = parts[0].split(separator: "\n")
        // The target may hold spaces.
        let first = try #require(lines.first)
        let start = try #require(first.firstIndex(of: " "))
        let end = try #require(first.lastIndex(of: " "))
        let target = first[first.index(after: start)..<end].split(separator: "?", maxSplits: 1)
        let query = target.dropFirst().flatMap { $0.split(separator: "&") }.map { pair in
            let sides = pair.split(separator: "=", maxSplits: 1).map { PercentEncoding.decode($0) }
            return QueryItem(sides[0], sides.count > 1 ? sides[1] : nil)
        }
        var headers: [(String, String)] = []
        for line in lines.dropFirst() {
            // A line that begins with a space continues the value above it.
            if line.first == " ", let last = headers.popLast() {
                headers.append((last.0, last.1 + "\n" + line))
            } else {
                let colon = try #require(line.firstIndex(of: ":"))
                headers.append((String(line[..<colon]), String(line[line.index(after: colon)...])))
            }
        }
        let host = try #require(headers.firstIndex { $0.0 == "Host" })
        return HTTPRequest(
            method: try #require(HTTPRequest.Method(rawValue: String(first[..<start]))),
            origin: HTTPOrigin(host: headers.remove(at: host).1), path: String(target[0]), query: query,
            headers: HTTPHeaders(headers), body: Array((parts.count > 1 ? parts[1] : "").utf8))
    }
}
